import assert from "node:assert/strict";
import { second } from "../../base/units.ts";
import type { Outgoing } from "../activities.ts";
import { homeActor, post, someone } from "../people.ts";
import { scenario } from "../scenario.ts";

scenario(
  "a wave of reports reaches the moderators whole, and is one case here",
  ["1"],
  async (stage) => {
    const { cast, clock, dice, home, world } = stage;
    const ada = homeActor("ada").id;
    const sent: string[] = [];
    for (let i = 0; i < 8; i++) {
      await stage.pass(second);
      const from = someone(world, dice, dice.pick(cast.hosts), clock.now());
      const id = world.newId(from, "flags", clock.now());
      const about = [ada, `${ada}/statuses/${i}`];
      const what = { type: "Flag", actor: from.id, object: about, content: "look at this" };
      const activity: Outgoing = {
        "@context": "https://www.w3.org/ns/activitystreams",
        id,
        ...what,
      };
      const at = clock.now();
      const meant = { kind: "contact", at, truth: "spam", what: "flag", says: "" } as const;
      const heard = await stage.send({ ...meant, from, activity, reaches: [] });
      assert.equal(heard.kind === "answered" && heard.status, 202);
      sent.push(id);
    }
    assert.deepEqual(
      sent.filter((id) => !home.taken().includes(id)),
      [],
      "all of them passed",
    );
    const cases = await stage.gate.ledger.reports(clock.now(), 9);
    const all = await stage.gate.ledger.reports((clock.now() - 60 * second) as never, 9);
    assert.ok(cases.length <= 1);
    assert.deepEqual(
      all.map(({ subjects, count }) => [subjects, count]),
      [[[ada], 8]],
    );
    const [friend] = cast.friends;
    assert.ok(friend);
    const line = { text: "Is the kettle on?", language: "en" };
    const asks = post(cast, clock.now(), friend.actor, line, friend.followers);
    await stage.send(asks);
    const told = home.notifications().filter(({ activity }) => activity === asks.activity.id);
    assert.equal(told.length, friend.followers.length);
  },
  { daysLivedIn: 0 },
);
