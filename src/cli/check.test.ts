import assert from "node:assert/strict";
import { test } from "node:test";
import { replayHouse } from "../wire/replay-house.ts";
import { type QuestionOptions, runCheck } from "./check.ts";
import { exitCodes } from "./exit-code.ts";
import { fakeOutput, shippedConfig, testMoment } from "./testing.ts";

const alice = "https://home.example/users/alice";
const bob = "https://remote.example/users/bob";

function note(to: string, content: string): Uint8Array {
  const object = {
    type: "Note",
    id: "https://remote.example/n/1",
    attributedTo: bob,
    to: [to],
    content,
    tag: [{ type: "Mention", href: to, name: "@alice@home.example" }],
  };
  const id = "https://remote.example/a/1";
  return encoded(JSON.stringify({ type: "Create", id, actor: bob, to: [to], object }));
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function ask(activity: Uint8Array, more: QuestionOptions = {}) {
  const config = shippedConfig();
  const output = fakeOutput();
  const options = { inbox: "https://home.example/inbox", ...more };
  const code = await runCheck(activity, options, config, replayHouse(config), testMoment, output);
  return { code, text: output.text() };
}

test("what concerns nobody here is let in", async () => {
  const { code, text } = await ask(note("https://other.example/users/eve", "hello"));
  assert.equal(code, exitCodes.done);
  assert.match(text, /^accept · decided without weighing anything/);
});

test("a stranger's contact is weighed on the gate's own path", async () => {
  const content = '<a href="https://cheap.example/pills">@alice cheap pills</a>';
  const { text } = await ask(note(alice, content), { json: true });
  const verdict = JSON.parse(text) as { path: string; evidence: unknown[]; policy: string };
  assert.equal(verdict.path, "judged");
  assert.ok(verdict.evidence.length > 0);
  assert.match(verdict.policy, /^[0-9a-f]{16}$/);
});

test("the same question has the same answer", async () => {
  const activity = note(alice, "hello");
  assert.deepEqual(await ask(activity, { json: true }), await ask(activity, { json: true }));
});

test("what is no activity, or comes nowhere, says so", async () => {
  await assert.rejects(ask(encoded("{")), /this is no activity that can be judged/);
  await assert.rejects(ask(encoded("[1]")), /this is no activity that can be judged/);
  await assert.rejects(ask(note(alice, ""), { inbox: "/inbox" }), /name the inbox's whole URL/);
  await assert.rejects(ask(note(alice, ""), { inbox: "inbox" }), /must be a URL or begin with/);
  await assert.rejects(ask(note(alice, ""), { at: "noon" }), /--at must be a time/);
});
