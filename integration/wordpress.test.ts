// nginx with the two documented files for WordPress, which takes its inbox in the query as well.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import { after, test } from "node:test";
import { homeHost } from "./network.ts";
import { gatePort, homePort, startNginx } from "./nginx.ts";
import { isUnchanged, post } from "./post.ts";
import { startRecorder } from "./recorder.ts";
import { hearing, listen } from "./way-round.ts";

const home = await startRecorder(homePort);
const gate = await startRecorder();
let behave = gate.serve;
const listening = createServer((socket) => behave(socket));
await listen(listening, gatePort);
const nginx = await startNginx("wordpress");
after(async () => {
  await nginx.stop();
  listening.close();
  home.stop();
  gate.stop();
});

const route = "/?rest_route=/activitypub/1.0/inbox";
const oddly = "/index.php?a=b&%72est%5froute=%2Factivitypub%2F1.0%2F%69nbox";

test("an inbox in the query goes to the gate, as does every POST", async () => {
  for (const path of [route, oddly, "/wp-json/activitypub/1.0/inbox", "/wp-comments-post.php"]) {
    assert.equal(await post(path), 202);
    assert.deepEqual([gate.arrived(path).length, home.arrived(path).length], [1, 0], path);
  }
  const body = randomBytes(700 * 1024);
  assert.equal(await post(`${oddly}&big`, body), 202);
  isUnchanged(gate.arrived(`${oddly}&big`), body);
});

test("a GET that calls itself a POST is refused; one that only sounds so is not", async () => {
  const inbox = "/wp-json/activitypub/1.0/inbox";
  const answer = async (query: string, headers = {}) =>
    (await fetch(`https://${homeHost}${inbox}${query}`, { headers })).status;
  for (const query of [
    "?_method=POST",
    "?a=b&%5F%6Dethod=POST",
    "?.method=POST",
    "?+_method=PUT",
  ]) {
    assert.equal(await answer(query), 405, query);
  }
  assert.equal(await answer("", { "X-HTTP-Method-Override": "POST" }), 405);
  assert.equal(await answer("?payment_method=card&method=a&_methods=b"), 202);
});

test("mail to it does not go round a gate that breaks off", async () => {
  behave = hearing((socket) => socket.resetAndDestroy());
  assert.equal(await post(`${route}&broken`), 502);
  assert.deepEqual(home.arrived(`${route}&broken`), []);
});

test("mail to it goes round a gate whose socket refuses, unchanged", async () => {
  listening.close();
  const body = randomBytes(300 * 1024);
  for (const path of [`${oddly}&gone`, "/wp-json/activitypub/1.0/inbox?gone"]) {
    assert.equal(await post(path, body), 202);
    isUnchanged(home.arrived(path), body);
  }
});
