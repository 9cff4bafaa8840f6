import assert from "node:assert/strict";
import { hour, minute } from "../../base/units.ts";
import type { KeptSummary } from "../../model/kept.ts";
import { post } from "../people.ts";
import type { Contact } from "../plan.ts";
import { type Stage, scenario } from "../scenario.ts";
import { doubtful } from "./doubtful.ts";

scenario("the home server goes down in mid-settle and comes back", ["1", "2"], async (stage) => {
  const { cast, clock, home } = stage;
  const contact = doubtful(stage, "lone-cabin.example");
  await stage.send(contact);
  const kept = await keptAs(stage, contact);
  assert.equal(kept?.state, "settling");
  assert.ok(kept.dueAt);

  await home.stop();
  await stage.passTo(kept.dueAt);
  await stage.pass(3 * minute);
  const during = await keptAs(stage, contact);
  assert.equal(during?.state, "settling", "nothing is lost, nothing is given up");
  const [friend] = cast.friends;
  assert.ok(friend);
  const line = { text: "Are you there?", language: "en" };
  const asks = post(cast, clock.now(), friend.actor, line, friend.followers);
  const refused = await stage.send(asks);
  assert.ok(refused.kind === "answered" && refused.status >= 500, "so that the sender retries");

  await home.start();
  await stage.pass(2 * minute);
  const retried = await stage.send(asks);
  assert.equal(retried.kind === "answered" && retried.status, 202);
  assert.deepEqual(told(stage, asks.activity.id), [...friend.followers].sort());
  assert.equal((await keptAs(stage, contact))?.state, "delivered");
  assert.deepEqual(told(stage, contact.activity.id), [...contact.reaches].sort());

  await stage.pass(hour);
  assert.equal(home.repeats(), 0, "it was delivered once");
});

async function keptAs({ gate }: Stage, contact: Contact): Promise<KeptSummary | undefined> {
  const kept = await gate.kept();
  return kept.find(({ activityId }) => activityId === contact.activity.id);
}

function told({ home }: Stage, activity: string): string[] {
  const about = home.notifications().filter((one) => one.activity === activity);
  return about.map(({ person }) => person).sort();
}
