import assert from "node:assert/strict";
import { test } from "node:test";
import { openHouse, request, speak } from "./house.fixture.ts";

const password = "only the state folder knows";

function ask(...more: string[]): string {
  const head = ["GET /inbox HTTP/1.1", "Host: home.example", "Connection: close"];
  return request([...head, ...more]);
}

test("who knows this run's password hears what the gate saw of the request", async (t) => {
  const { port, ended } = await openHouse(t, { password, home: () => assert.fail("not for it") });
  const forwarded = ["X-Forwarded-For: 192.0.2.7", "X-Forwarded-Proto: https"];
  const heard = await speak(port, ask(`Breakwater-Doctor: ${password}`, ...forwarded));
  assert.match(heard, /^HTTP\/1\.1 200 /);
  const seen = JSON.parse(heard.slice(heard.indexOf("{")));
  const host = "home.example";
  assert.deepEqual(seen, { breakwater: true, client: "192.0.2.7", scheme: "https", host });
  assert.equal(ended[0]?.way, "own");
});

test("for everybody else there is no such thing", async (t) => {
  const { port } = await openHouse(t, { password, home: (_, response) => response.end("home") });
  for (const field of ["Breakwater-Doctor: guess", "Breakwater-Doctor:", "X-Other: 1"])
    assert.match(await speak(port, ask(field)), /home$/);
});
