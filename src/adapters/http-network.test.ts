import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { type TestContext, test } from "node:test";
import { gzipSync } from "node:zlib";
import { fetchesPerHostMax } from "../base/limits.ts";
import { type FetchAnswer, NetworkDown } from "../ports/network.ts";
import { isPublic, makeAllowList } from "./allow-list.ts";
import { makeGuardedLookup, resolveBySystem } from "./guarded-lookup.ts";
import { type HttpNetworkOptions, makeHttpNetwork } from "./http-network.ts";

const json = { "content-type": "application/activity+json; charset=utf-8" };

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on loopback; its address, and what it was asked for. */
async function serve(t: TestContext, handle: Handler, host = "127.0.0.1") {
  const asked: IncomingMessage[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request);
    handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { port, url: `http://${host}:${port}`, asked };
}

function makeNetwork(t: TestContext, options: Partial<HttpNetworkOptions> = {}) {
  const network = makeHttpNetwork({
    userAgent: "Breakwater-test",
    allow: ["127.0.0.1"],
    timeMs: 2000,
    ...options,
  });
  t.after(() => network.close());
  return network;
}

function whyFailed(answer: FetchAnswer): string {
  return answer.kind === "failed" ? answer.because : answer.kind;
}

test("a document comes as its server sent it, asked for politely", async (t) => {
  const body = '{"name":"é"}';
  const host = await serve(t, (_, response) => response.writeHead(200, json).end(body));
  const url = `${host.url}/users/ann?x=1#main-key`;
  const answer = await makeNetwork(t).get(url);
  assert.deepEqual(answer, { kind: "found", url: `${host.url}/users/ann?x=1`, body });
  const [request] = host.asked;
  assert.equal(request?.url, "/users/ann?x=1");
  assert.equal(request?.headers["user-agent"], "Breakwater-test");
  assert.equal(request?.headers["accept-encoding"], "identity");
  assert.match(
    String(request?.headers.accept),
    /^application\/activity\+json, application\/ld\+json;/,
  );
});

test("fields of the gate's own signature go with each hop, made for that hop", async (t) => {
  const host = await serve(t, (request, response) =>
    request.url === "/old"
      ? response.writeHead(301, { location: "/new" }).end()
      : response.writeHead(200, json).end("{}"),
  );
  const network = makeNetwork(t, {
    sign: (url) => [
      ["Host", new URL(url).host],
      ["Signature", `for ${new URL(url).pathname}`],
    ],
  });
  const answer = await network.get(`${host.url}/old`);
  assert.deepEqual(answer, { kind: "found", url: `${host.url}/new`, body: "{}" });
  const signatures = host.asked.map(({ headers }) => headers["signature"]);
  assert.deepEqual(signatures, ["for /old", "for /new"]);
  assert.equal(host.asked[1]?.headers.host, new URL(host.url).host);
});

const statuses: readonly [status: number, answer: FetchAnswer][] = [
  [404, { kind: "gone", status: 404 }],
  [410, { kind: "gone", status: 410 }],
  [401, { kind: "denied", status: 401 }],
  [403, { kind: "denied", status: 403 }],
  [500, { kind: "failed", because: "it answered 500" }],
  [304, { kind: "failed", because: "it answered 304" }],
];

for (const [status, answer] of statuses) {
  test(`an answer of ${status} is ${answer.kind}`, async (t) => {
    const host = await serve(t, (_, response) => response.writeHead(status, json).end("{}"));
    assert.deepEqual(await makeNetwork(t).get(host.url), answer);
  });
}

const forbidden: readonly [story: string, url: string][] = [
  ["no TLS", "http://a.example/"],
  ["another port", "https://a.example:8443/"],
  ["credentials", "https://ann:secret@a.example/"],
  ["loopback", "https://127.0.0.2/"],
  ["loopback as a number", "https://2130706434/"],
  ["loopback in hexadecimal", "https://0x7f.2/"],
  ["loopback in IPv6", "https://[::1]/"],
  ["loopback in mapped IPv6", "https://[::ffff:127.0.0.2]/"],
  ["a private network", "https://10.0.0.1/"],
  ["a cloud's metadata", "https://169.254.169.254/latest/"],
  ["carrier NAT", "https://100.64.0.1/"],
  ["unique local IPv6", "https://[fd00::1]/"],
  ["NAT64 to loopback", "https://[64:ff9b::7f00:1]/"],
  ["a file", "file:///etc/passwd"],
  ["an inline document", "data:application/json,{}"],
  ["no URL at all", "acct:ann@a.example"],
  ["an endless URL", `https://a.example/${"a".repeat(3000)}`],
];

for (const [story, url] of forbidden) {
  test(`never fetched: ${story}`, async (t) => {
    const resolve = (): Promise<never> => assert.fail("nothing is looked up for it");
    assert.equal((await makeNetwork(t, { resolve }).get(url)).kind, "failed");
  });
}

test("a name that leads to a private address is not connected to", async (t) => {
  for (const address of ["127.0.0.2", "::1", "192.168.1.1", "0.0.0.0"]) {
    const network = makeNetwork(t, { resolve: async () => [address], allow: [] });
    assert.match(whyFailed(await network.get("https://inside.example/")), /no address that may/);
  }
});

test("a redirect to loopback, to plain HTTP or to another port is not followed", async (t) => {
  const trap = await serve(
    t,
    (_, response) => response.writeHead(200, json).end("{}"),
    "127.0.0.2",
  );
  const host = await serve(t, (request, response) => {
    const to = decodeURIComponent(request.url?.slice(1) ?? "");
    response.writeHead(302, { location: to }).end();
  });
  const network = makeNetwork(t);
  for (const to of [trap.url, `http://localhost:${trap.port}/`, "http://a.example/", "file:///x"]) {
    const answer = await network.get(`${host.url}/${encodeURIComponent(to)}`);
    assert.equal(answer.kind, "failed", to);
  }
  assert.equal(trap.asked.length, 0);
});

test("redirects end after three", async (t) => {
  const host = await serve(t, (request, response) => {
    const left = Number(request.url?.slice(1));
    if (left === 0) response.writeHead(200, json).end("{}");
    else response.writeHead(307, { location: `/${left - 1}` }).end();
  });
  const network = makeNetwork(t);
  assert.equal((await network.get(`${host.url}/3`)).kind, "found");
  assert.equal(whyFailed(await network.get(`${host.url}/4`)), "too many redirects");
});

test("a body that is too long is dropped in the middle", async (t) => {
  const host = await serve(t, (_, response) => {
    response.writeHead(200, json);
    const more = (): boolean => response.write("x".repeat(64 * 1024), () => more());
    more();
  });
  const answer = await makeNetwork(t).get(host.url);
  assert.match(whyFailed(answer), /longer than 262144 bytes/);
});

test("a packed body is unpacked, up to the same bound", async (t) => {
  const small = gzipSync('{"ok":true}');
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
  assert.ok(bomb.length < 100_000);
  const host = await serve(t, (request, response) => {
    response.writeHead(200, { ...json, "content-encoding": "gzip" });
    response.end(
      request.url === "/bomb" ? bomb : request.url === "/cut" ? small.subarray(0, 20) : small,
    );
  });
  const network = makeNetwork(t);
  const answer = await network.get(`${host.url}/small`);
  assert.equal(answer.kind === "found" && answer.body, '{"ok":true}');
  const before = process.memoryUsage().arrayBuffers;
  assert.match(whyFailed(await network.get(`${host.url}/bomb`)), /longer than/);
  assert.ok(process.memoryUsage().arrayBuffers - before < 8 * 1024 * 1024);
  assert.equal((await network.get(`${host.url}/cut`)).kind, "failed");
});

test("what is packed twice or strangely, or is not UTF-8, fails", async (t) => {
  const host = await serve(t, (request, response) => {
    const packing = request.url?.slice(1) ?? "";
    response
      .writeHead(200, { ...json, "content-encoding": packing })
      .end(Buffer.from([0xff, 0xfe]));
  });
  const network = makeNetwork(t);
  for (const packing of ["gzip", "br", "deflate", "gzip,gzip", "zstd", "identity"])
    assert.equal((await network.get(`${host.url}/${packing}`)).kind, "failed", packing);
});

test("a body that trickles is not waited for longer than one fetch may take", async (t) => {
  const host = await serve(t, (request, response) => {
    if (request.url === "/silent") return;
    response.writeHead(200, json).write("{");
  });
  const network = makeNetwork(t, { timeMs: 100 });
  for (const path of ["/silent", "/trickles"])
    assert.equal(whyFailed(await network.get(host.url + path)), "it took too long");
});

const types = ["text/html", "application/jsonp", "text/plain", "image/png", ""];

for (const type of types) {
  test(`a body of type "${type}" is not read`, async (t) => {
    const host = await serve(t, (_, response) =>
      response.writeHead(200, type === "" ? {} : { "content-type": type }).end("{}"),
    );
    assert.equal(whyFailed(await makeNetwork(t).get(host.url)), "not a JSON document");
  });
}

test("one host is asked by four at a time, some wait, the rest is turned away", async (t) => {
  let busy = 0;
  let busiest = 0;
  const host = await serve(t, (_, response) => {
    busiest = Math.max(busiest, ++busy);
    setImmediate(() => {
      busy--;
      response.writeHead(200, json).end("{}");
    });
  });
  const resolve = async () => ["127.0.0.1"];
  const network = makeNetwork(t, { allow: ["*.many.example"], resolve });
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, i) => network.get(`http://h${i}.many.example:${host.port}/`)),
  );
  assert.ok(busiest <= fetchesPerHostMax, `${busiest} at once, by subdomains`);
  const found = answers.filter(({ kind }) => kind === "found").length;
  assert.equal(found, fetchesPerHostMax + 32);
  assert.match(whyFailed(answers.at(-1) as FetchAnswer), /too many fetches from many.example/);
  assert.equal((await network.get(`http://h.many.example:${host.port}/`)).kind, "found");
});

test("those who wait behind a silent host are told in time, and leave room again", async (t) => {
  let isSilent = true;
  const host = await serve(t, (_, response) => {
    if (!isSilent) response.writeHead(200, json).end("{}");
  });
  const timeMs = 800;
  const network = makeNetwork(t, { timeMs });
  const started = performance.now();
  const answers = await Promise.all(Array.from({ length: 20 }, () => network.get(host.url)));
  assert.ok(answers.every(({ kind }) => kind === "failed"));
  const turns = answers.length / fetchesPerHostMax;
  assert.ok(performance.now() - started < (turns * timeMs) / 2, "not one after the other");
  isSilent = false;
  assert.equal((await network.get(host.url)).kind, "found");
});

test("a name that changes its address is caught at the socket, not before it", async (t) => {
  const honest = await serve(t, (_, response) => response.end());
  const answers = [["127.0.0.1"], ["127.0.0.2"], ["127.0.0.2", "127.0.0.1"]];
  const lookup = makeGuardedLookup(makeAllowList(["127.0.0.1"]), async () => answers.shift() ?? []);
  const reach = () =>
    new Promise<string | undefined>((resolve, reject) => {
      const socket = connect({ host: "moving.example", port: honest.port, lookup });
      socket.once("error", reject).once("connect", () => {
        resolve(socket.remoteAddress);
        socket.destroy();
      });
    });
  assert.equal(await reach(), "127.0.0.1");
  await assert.rejects(reach, { name: "ForbiddenAddress" });
  assert.equal(await reach(), "127.0.0.1", "of several addresses only the permitted are tried");
});

test("a dead host is its own affair; several unrelated ones in a row are our outage", async (t) => {
  const silent = Object.assign(new Error("name server is silent"), { code: "EAI_AGAIN" });
  let isUp = false;
  const host = await serve(t, (_, response) => response.writeHead(200, json).end("{}"));
  const resolve = () => (isUp ? Promise.resolve(["127.0.0.1"]) : Promise.reject(silent));
  const network = makeNetwork(t, { resolve, allow: ["*.example"] });
  const get = (name: string) => network.get(`http://${name}.example:${host.port}/`);
  for (const name of ["x.a", "y.a", "z.a", "b"]) assert.equal((await get(name)).kind, "failed");
  await assert.rejects(get("c"), NetworkDown);
  isUp = true;
  assert.equal((await get("c")).kind, "found");
  isUp = false;
  assert.equal((await get("d")).kind, "failed");
});

test("the machine's own names are looked up as they always are", async () => {
  assert.ok(
    (await resolveBySystem("localhost")).some((one) => one === "127.0.0.1" || one === "::1"),
  );
});

test("the allow list takes names, domains, addresses and ranges", () => {
  const allow = makeAllowList([
    "peer.example",
    "*.lab.example",
    "10.1.2.3",
    "fd00::/8",
    "172.16.0.0/12",
  ]);
  const hosts = ["peer.example", "PEER.example", "a.lab.example", "10.1.2.3", "172.20.1.1"];
  for (const host of hosts) assert.ok(allow.host(host), host);
  for (const host of ["lab.example", "xpeer.example", "10.1.2.4", "elab.example", "peer.example."])
    assert.ok(!allow.host(host), host);
  for (const address of ["10.1.2.3", "::ffff:10.1.2.3", "fd12::1", "172.31.255.255"])
    assert.ok(allow.address(address), address);
  for (const address of ["10.1.2.4", "fc00::1", "172.32.0.1", "peer.example", ""])
    assert.ok(!allow.address(address), address);
});

test("only addresses of the public internet are public", () => {
  for (const address of ["8.8.8.8", "2606:4700::1111"]) assert.ok(isPublic(address), address);
  const others = ["127.0.0.1", "0.0.0.0", "::", "192.168.0.1", "224.0.0.1", "2002:7f00:1::", "x"];
  for (const address of others) assert.ok(!isPublic(address), address);
});
