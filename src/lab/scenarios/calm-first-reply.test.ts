import assert from "node:assert/strict";
import { minute } from "../../base/units.ts";
import { homeActor, post, someone } from "../people.ts";
import { scenario } from "../scenario.ts";

scenario("a stranger's calm first reply arrives at once", ["1", "2"], async (stage) => {
  const { cast, clock, dice, home } = stage;
  await stage.pass(minute);
  const at = clock.now();
  const stranger = someone(stage.world, dice, dice.pick(cast.hosts), at);
  const text = "We have not met, but that is the very lamp my aunt had. Where did you find it?";
  const replyTo = `${homeActor("ada").id}/statuses/1700`;
  const line = { text, language: "en" };
  const heard = await stage.send(post(cast, at, stranger, line, ["ada"], { replyTo }));
  assert.equal(heard.kind === "answered" && heard.status, 202);
  const told = home.notifications().filter(({ from }) => from === stranger.id);
  assert.deepEqual(
    told.map(({ person, at: toldAt }) => [person, toldAt]),
    [["ada", at]],
  );
});
