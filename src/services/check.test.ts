import assert from "node:assert/strict";
import { test } from "node:test";
import { activity, proven, start, testHouse } from "./house.fixture.ts";

const eve = "https://harbor.example/users/eve";

async function heardFrom(object: object, signer = eve): Promise<readonly string[]> {
  const heard: string[] = [];
  const house = testHouse({
    mood: "trusting",
    heard: ({ id, name }) => heard.push(`${id} ${name}`),
    authenticity: (delivery) => proven(delivery, signer as never),
  });
  const body = { id: `${eve}#updates/1`, type: "Update", actor: eve, object };
  await house.send(activity("update", start, body));
  return heard;
}

test("what an actor says of itself is heard, though it passes unread", async () => {
  const shown = { id: eve, type: "Person", name: "Buy Here" };
  assert.deepEqual(await heardFrom(shown), [`${eve} Buy Here`]);
});

test("what is said of somebody else, or by somebody else, is not", async () => {
  assert.deepEqual(await heardFrom({ id: "https://b.example/users/bob", type: "Person" }), []);
  const mallory = "https://evil.example/users/mallory";
  assert.deepEqual(await heardFrom({ id: eve, type: "Person", name: "x" }, mallory), []);
  assert.deepEqual(await heardFrom({ id: `${eve}/1`, type: "Note", content: "hi" }), []);
});
