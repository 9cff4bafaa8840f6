import assert from "node:assert/strict";
import { hour, minute } from "../../base/units.ts";
import type { Receipt } from "../../model/ids.ts";
import { erase, update } from "../activities.ts";
import { homeActor, homeHost, post } from "../people.ts";
import type { Contact } from "../plan.ts";
import { type Stage, scenario } from "../scenario.ts";
import { doubtful } from "./doubtful.ts";

/** What came before plays no part in who waits for whom. */
function tell(name: string, body: (stage: Stage) => Promise<void>): void {
  scenario(name, ["1"], body, { daysLivedIn: 0 });
}

/** Its author corrects a typo, a few minutes later. */
async function edited(stage: Stage, contact: Contact): Promise<string> {
  await stage.pass(2 * minute);
  const words = {
    text: `${contact.says}!`,
    mentions: contact.reaches.map(homeActor),
    replyTo: undefined,
    visibility: "public",
    language: "en",
    hashtags: [],
  } as const;
  const activity = update(contact.from, contact.activity, stage.clock.now(), words);
  const heard = await stage.send({ ...contact, at: stage.clock.now(), activity, reaches: [] });
  assert.equal(heard.kind === "answered" && heard.status, 202);
  return activity.id;
}

function postOf({ activity }: Contact): string {
  return (activity["object"] as { id: string }).id;
}

function takenOf({ home }: Stage, { from }: Contact): readonly string[] {
  return home.taken().filter((id) => id.startsWith(from.id));
}

tell("an edit does not overtake its settling post", async (stage) => {
  const contact = doubtful(stage, "lone-cabin.example");
  await stage.send(contact);
  const edit = await edited(stage, contact);
  assert.deepEqual(takenOf(stage, contact), []);
  await stage.pass(2 * hour);
  assert.deepEqual(takenOf(stage, contact), [contact.activity.id, edit]);
  assert.equal(stage.home.repeats(), 0);
});

tell("a friend's edit is nobody's to delay", async (stage) => {
  const { cast, clock } = stage;
  const [friend] = cast.friends;
  assert.ok(friend);
  await stage.send(doubtful(stage, "lone-cabin.example"));
  const line = { text: "Is the kettle on?", language: "en" };
  const asks = post(cast, clock.now(), friend.actor, line, friend.followers);
  await stage.send(asks);
  const edit = await edited(stage, asks);
  assert.deepEqual(takenOf(stage, asks).slice(-2), [asks.activity.id, edit]);
});

tell("who deletes their post here is rid of it here", async (stage) => {
  const contact = doubtful(stage, "lone-cabin.example");
  await stage.send(contact);
  await edited(stage, contact);
  const { from } = contact;
  const gone = erase(from, postOf(contact), postOf(contact));
  await stage.send({ ...contact, at: stage.clock.now(), activity: gone, reaches: [] });
  assert.deepEqual(takenOf(stage, contact), [gone.id], "the Delete is not delayed");
  await stage.pass(2 * hour);
  assert.deepEqual(takenOf(stage, contact), [gone.id]);
  const kept = (await stage.gate.kept()).filter(({ sender }) => sender === from.id);
  assert.deepEqual(
    kept.map(({ state }) => state),
    ["withdrawn", "withdrawn"],
  );
  for (const { receipt, keys } of kept) {
    assert.equal((await stage.gate.ledger.find(receipt))?.delivery.body.length, 0);
    assert.ok(keys.length > 0, "what it looked like stays, for its copies");
  }
});

tell("an account that goes takes along what is kept of it", async (stage) => {
  const contact = doubtful(stage, "lone-cabin.example");
  await stage.send(contact);
  const { from } = contact;
  stage.world.trouble(from.host.name, { kind: "answers", status: 410 });
  const gone = erase(from, from.id, from.id);
  await stage.send({ ...contact, at: stage.clock.now(), activity: gone, reaches: [] });
  const kept = (await stage.gate.kept()).filter(({ sender }) => sender === from.id);
  assert.deepEqual(
    kept.map(({ state }) => state),
    ["withdrawn"],
    "its key was here before its host forgot it",
  );
});

tell("one post at three people's own inboxes has one fate", async (stage) => {
  const { home, world } = stage;
  const contact = doubtful(stage, "lone-cabin.example");
  for (const person of contact.reaches) {
    const inbox = `http://${homeHost}/users/${person}/inbox`;
    const heard = await world.send(contact.from, contact.activity, inbox);
    assert.equal(heard.kind === "answered" && heard.status, 202);
  }
  const mine = async () =>
    (await stage.gate.kept()).filter(({ sender }) => sender === contact.from.id);
  const kept = await mine();
  assert.deepEqual(
    kept.map(({ state }) => state),
    ["settling", "settling", "settling"],
  );
  assert.equal(new Set(kept.map(({ dueAt }) => dueAt)).size, 1, "one moment");
  const [first] = kept;
  const at = stage.clock.now();
  await stage.gate.ledger.rule({
    receipt: first?.receipt as Receipt,
    ruling: "ham",
    by: "mod",
    at,
  });
  await stage.pass(minute);
  assert.deepEqual(
    (await mine()).map(({ state }) => state),
    ["delivered", "delivered", "delivered"],
  );
  assert.deepEqual(takenOf(stage, contact), [contact.activity.id]);
  assert.equal(home.repeats(), 2, "each inbox got it once; the home server knows it by its id");
});
