import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessOwnRecords } from "../../adapters/process/own-records.ts";
import { epochMs } from "../../base/units.ts";
import type { Address, Subscription } from "../../model/subscription.ts";
import { audited } from "../audit.ts";
import { subscription } from "./notifiers.fixture.ts";
import {
  addSubscription,
  changeSubscription,
  newWebhookSecret,
  shownAddress,
  subscriptionsIn,
} from "./subscriptions.ts";

const hand = { by: "alice", at: epochMs(1), through: "desk" } as const;

async function added(more: Partial<Subscription>, records = new ProcessOwnRecords()) {
  const answer = await addSubscription(records, subscription(more), hand);
  return answer.ok ? "added" : answer.error;
}

test("what makes no sense is refused in words", async () => {
  assert.equal(await added({}), "added");
  assert.match(await added({ zone: "Mars/Olympus" }), /no time zone "Mars\/Olympus"/);
  assert.match(await added({ what: [], digestAt: [] }), /neither a topic nor a digest/);
  assert.match(await added({ what: ["wave"], urgent: ["alarm"] }), /alarm can't be urgent/);
  assert.match(await added({ digestAt: [10, 1430] }), /more than two hours apart/);
  assert.match(await added({ digestAt: [480, 1080] }), /added/);
  assert.match(
    await added({ to: { channel: "email", address: "a@b.example, c@d.example" } }),
    /to/,
  );
  const newline = { channel: "email", address: "a@b.example\r\nBcc: c@d.example" } as const;
  assert.match(await added({ to: newline }), /to\.address is not as it should be/);
  const topic = { channel: "ntfy", server: undefined, topic: "a/b" } as const;
  assert.match(await added({ to: topic }), /to\.topic/);
});

test("one person has twenty at most", async () => {
  const records = new ProcessOwnRecords();
  for (let i = 0; i < 20; i++) assert.equal(await added({}, records), "added");
  assert.match(await added({}, records), /alice has 20 already/);
  assert.equal(await added({ by: "bob" }, records), "added");
  assert.equal((await subscriptionsIn(records, "bob")).length, 1);
});

test("what it is about may change, whose it is and where it goes may not", async () => {
  const records = new ProcessOwnRecords();
  await added({}, records);
  const [one = assert.fail()] = await subscriptionsIn(records);
  const wanted = { ...subscription({ what: ["alarm"] }), by: "mallory" };
  assert.equal((await changeSubscription(records, one, wanted, hand)).ok, true);
  const [after = assert.fail()] = await subscriptionsIn(records, "alice");
  assert.deepEqual([after.value.by, after.value.what], ["alice", ["alarm"]]);
  const acts = (await audited(records, { limit: 9 })).map(({ did, about }) => `${did} ${about}`);
  assert.deepEqual(acts, [`changed a subscription ${one.id}`, `subscribed ${one.id}`]);
});

test("what is shown of an address, and audited, lets nobody send in its place", async () => {
  const secret = newWebhookSecret();
  const hook: Address = { channel: "webhook", url: "https://chat.example/h-4f1c", secret };
  const own: Address = { channel: "ntfy", server: undefined, topic: "wall-4f1c" };
  const ntfy: Address = { channel: "ntfy", server: "https://ntfy.example", topic: "wall-4f1c" };
  const push: Address = {
    ...{ channel: "push", endpoint: "https://push.example/secret-path" },
    ...{ p256dh: "key", auth: "auth" },
  };
  assert.deepEqual([hook, push].map(shownAddress), ["https://chat.example/h-4f1c", "push.example"]);
  const records = new ProcessOwnRecords();
  for (const to of [hook, own, ntfy, push]) await added({ to }, records);
  const lines = (await audited(records, { limit: 9 })).map(({ details }) => details);
  assert.doesNotMatch(lines.join(), /4f1c|whsec|secret-path/);
  assert.match(lines.at(-1) ?? "", /webhook chat\.example/);
  assert.match(secret, /^whsec_[\w+/]{32}$/);
});
