import assert from "node:assert/strict";
import { hour, minute, second } from "../../base/units.ts";
import type { ContactMode } from "../../model/contact-mode.ts";
import { orderContact } from "../../services/orders.ts";
import { homePeople, post, someone } from "../people.ts";
import type { Contact } from "../plan.ts";
import { type Stage, scenario } from "../scenario.ts";
import { spoken } from "../texts.ts";
import type { LabActor } from "../world.ts";
import { keptAs, newcomer, told, writes } from "./strangers.ts";

/** As `breakwater contact` does it, and the second or two in which the gate follows. */
async function order({ clock, gate, pass }: Stage, contact: ContactMode): Promise<void> {
  await orderContact(gate.ledger, { contact, by: "mona", at: clock.now() });
  await pass(2 * second);
}

function stranger({ cast, clock, dice, world }: Stage): LabActor {
  return someone(world, dice, dice.pick(cast.hosts), clock.now());
}

/** In words that nobody else used: strangers who say the same are kin. */
async function says(stage: Stage, from: LabActor, person: string): Promise<Contact> {
  const { cast, clock, dice } = stage;
  const line = spoken(cast.nextReply(), dice.pick);
  const contact = post(cast, clock.now(), from, line, [person]);
  await stage.send(contact);
  return contact;
}

scenario(
  "with consent a stranger waits for one ruling, and for no second one",
  ["1"],
  async (stage) => {
    const { clock, gate } = stage;
    await order(stage, "consent");
    const author = stranger(stage);
    const first = await says(stage, author, "bruno");
    const kept = await keptAs(stage, first);
    assert.equal(kept?.state, "held");
    await stage.pass(minute);
    await gate.ledger.rule({ receipt: kept.receipt, ruling: "ham", by: "mona", at: clock.now() });
    await stage.pass(2 * second);
    assert.deepEqual(told(stage, first.activity.id), ["bruno"]);
    const again = await says(stage, author, "chiyo");
    assert.deepEqual(told(stage, again.activity.id), ["chiyo"], "known by now, also to others");

    const other = await says(stage, stranger(stage), "ada");
    await order(stage, "open");
    const third = await says(stage, stranger(stage), "ada");
    assert.deepEqual(told(stage, third.activity.id), ["ada"]);
    await stage.pass(2 * hour);
    assert.deepEqual(told(stage, other.activity.id), ["ada"], "before its way closes");
  },
  { daysLivedIn: 0 },
);

const offer =
  "Free coins at the Lantern Club tonight, the first hundred who join get double, knock now";

scenario(
  "while a wave is under way strangers wait longer where an admin wants it, and get in",
  ["1"],
  async (stage) => {
    await order(stage, "wave");
    const before = await says(stage, stranger(stage), "ada");
    assert.deepEqual(told(stage, before.activity.id), ["ada"], "there is no wave yet");
    for (let i = 0; i < 8; i++) {
      const to = stage.dice.sample(homePeople, 2);
      const from = newcomer(stage, `quiet-hill${i}.example`);
      await stage.send(writes(stage, from, { text: offer, to, visibility: "public" }));
      await stage.pass(20 * second);
    }
    const during = await says(stage, stranger(stage), "bruno");
    const kept = await keptAs(stage, during);
    assert.equal(kept?.state, "settling");
    assert.equal(kept.verdict.evidence[0]?.symbol, "WAVE_UNDER_WAY");
    await stage.pass(20 * minute);
    assert.deepEqual(told(stage, during.activity.id), []);
    await stage.pass(31 * minute);
    assert.deepEqual(told(stage, during.activity.id), ["bruno"]);
    await stage.pass(7 * hour);
    const after = await says(stage, stranger(stage), "chiyo");
    assert.deepEqual(told(stage, after.activity.id), ["chiyo"], "it has ended by itself");
  },
  { daysLivedIn: 0 },
);
