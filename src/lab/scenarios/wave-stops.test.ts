import assert from "node:assert/strict";
import { hour, minute, second } from "../../base/units.ts";
import { post } from "../people.ts";
import { scenario } from "../scenario.ts";
import { doubtful } from "./doubtful.ts";

scenario("copies of a wave stop at the wall, the first included", ["1", "2"], async (stage) => {
  const { cast, clock, home } = stage;
  const began = clock.now();
  const [friend] = cast.friends;
  assert.ok(friend);
  for (let copy = 0; copy < 12; copy++) {
    await stage.pass(15 * second);
    const heard = await stage.send(doubtful(stage, `quiet-hill${copy % 6}.example`));
    assert.equal(heard.kind === "answered" && heard.status, 202, "the sender learns nothing");
  }
  const line = { text: "Is the kettle on?", language: "en" };
  const asks = post(cast, clock.now(), friend.actor, line, friend.followers);
  await stage.send(asks);
  await stage.pass(hour + 5 * minute);

  const { spam, ordinary } = await stage.report(began);
  assert.deepEqual([spam.sent, spam.reached, spam.held], [12, 0, 12]);
  assert.deepEqual([ordinary.sent, ordinary.atOnce], [1, 1]);
  const told = home.notifications().filter(({ activity }) => activity === asks.activity.id);
  assert.equal(told.length, friend.followers.length);
});
