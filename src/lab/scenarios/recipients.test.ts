import assert from "node:assert/strict";
import { hour, second } from "../../base/units.ts";
import type { ActorId } from "../../model/ids.ts";
import type { RecipientRule } from "../../model/rule.ts";
import { homeActor, post, someone } from "../people.ts";
import { type Stage, scenario } from "../scenario.ts";

async function choose(stage: Stage, person: string, mode: RecipientRule["mode"]): Promise<void> {
  const recipient = homeActor(person).id as ActorId;
  const by = { by: "admin", why: "asked for it", madeAt: stage.clock.now() };
  await stage.gate.ledger.setRecipient({ recipient, mode, ...by });
}

scenario(
  "one hears only from whom she knows, one everything, and nobody else notices",
  ["1"],
  async (stage) => {
    const { cast, clock, dice, home, world } = stage;
    await choose(stage, "ada", "consent");
    await choose(stage, "bruno", "off");
    await stage.pass(2 * second);
    const at = clock.now();
    const stranger = someone(world, dice, dice.pick(cast.hosts), at);
    const line = { text: "Thank you for that recipe, it worked a treat.", language: "en" };
    const to = (person: string) => post(cast, at, stranger, line, [person]);
    const sent = { ada: to("ada"), bruno: to("bruno"), chiyo: to("chiyo") };
    for (const one of Object.values(sent)) await stage.send(one);
    const toldOf = (id: string) =>
      home
        .notifications()
        .filter(({ activity }) => activity === id)
        .map(({ person }) => person);
    assert.deepEqual(toldOf(sent.ada.activity.id), [], "she does not know them");
    assert.deepEqual(toldOf(sent.bruno.activity.id), ["bruno"]);
    assert.deepEqual(toldOf(sent.chiyo.activity.id), ["chiyo"]);

    const by = homeActor("ada").id as ActorId;
    const actor = stranger.id as ActorId;
    await stage.gate.notice({ at: clock.now(), action: "follow", by, actor });
    await stage.pass(2 * hour);
    assert.deepEqual(toldOf(sent.ada.activity.id), ["ada"], "now she does");
    const again = post(cast, clock.now(), stranger, line, ["ada"]);
    await stage.send(again);
    assert.deepEqual(toldOf(again.activity.id), ["ada"], "at once");
  },
  { daysLivedIn: 0 },
);
