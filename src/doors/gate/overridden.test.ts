import assert from "node:assert/strict";
import { test } from "node:test";
import { openHouse, request, speak } from "./house.fixture.ts";

const route = "/?rest_route=/activitypub/1.0/inbox";

function delivery(method: string, target: string, ...more: string[]): string {
  const head = [`${method} ${target} HTTP/1.1`, "Host: home.example", "Content-Length: 2"];
  return request([...head, ...more, "Connection: close"], "{}");
}

const disguised: readonly [method: string, target: string, ...fields: string[]][] = [
  ["GET", `${route}&_method=POST`],
  ["GET", `${route}&%5Fmethod=%70ost`],
  ["GET", `/inbox?.method=post`],
  ["PUT", "/inbox?a&[method=POST"],
  ["GET", "/users/alice/inbox?+_method=POST"],
  ["DELETE", "/inbox", "X-HTTP-Method-Override: post"],
  ["GET", "/inbox", "X-HTTP-Method: POST"],
  ["GET", "/inbox", "x_http_method_override: POST"],
  ["PATCH", "/inbox", "X-Method-Override: GET", "x-method-override: POST"],
];

test("what calls itself a POST gets into no inbox unjudged", async (t) => {
  const house = await openHouse(t, { home: (_, response) => response.writeHead(202).end() });
  for (const [method, target, ...fields] of disguised) {
    const heard = await speak(house.port, delivery(method, target, ...fields));
    assert.match(heard, /^HTTP\/1\.1 405 /, `${method} ${target} ${fields.join()}`);
  }
  assert.deepEqual(house.admitted, []);
});

test("elsewhere, or to another method, everybody may call a request what they like", async (t) => {
  const house = await openHouse(t, { home: (_, response) => response.writeHead(202).end() });
  const others: readonly (readonly [string, string, ...string[]])[] = [
    ["PUT", "/wp-json/wp/v2/posts?_method=POST"],
    ["GET", "/inbox?method=POST"],
    ["GET", "/inbox", "X-HTTP-Method-Override: HEAD"],
  ];
  for (const [method, target, ...fields] of others) {
    const heard = await speak(house.port, delivery(method, target, ...fields));
    assert.match(heard, /^HTTP\/1\.1 202 /, `${method} ${target}`);
  }
});

test("a gate that stands aside lets that flow through as well", async (t) => {
  const house = await openHouse(t, {
    standsAside: () => true,
    home: (_, response) => response.writeHead(202).end(),
  });
  const heard = await speak(house.port, delivery("GET", "/inbox?_method=POST"));
  assert.match(heard, /^HTTP\/1\.1 202 /);
});
