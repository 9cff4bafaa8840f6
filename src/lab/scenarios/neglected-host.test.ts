import assert from "node:assert/strict";
import { after, day, type EpochMs, hour, second } from "../../base/units.ts";
import type { ActorId } from "../../model/ids.ts";
import { neglectedHosts } from "../../services/host-ladder.ts";
import { homeActor, post, someone } from "../people.ts";
import type { Contact } from "../plan.ts";
import { type Stage, scenario } from "../scenario.ts";
import { spoken } from "../texts.ts";
import type { LabActor, Profile, RemoteHost } from "../world.ts";
import { keptAs, told, writes } from "./strangers.ts";

interface Drift extends Stage {
  readonly host: RemoteHost;
  /** Ada follows her. */
  readonly frida: LabActor;
}

async function drifting(stage: Stage): Promise<Drift> {
  const { clock, dice, gate, world } = stage;
  const software = "mastodon" as const;
  const place = { name: "drift.example", software, openRegistrations: true, people: 40 };
  const host = world.addHost(place);
  const frida = someone(world, dice, host, clock.now());
  const by = homeActor("ada").id as ActorId;
  await gate.notice({ at: clock.now(), action: "follow", by, actor: frida.id as ActorId });
  return { ...stage, host, frida };
}

const letters = "abcdefghjkmnpqrstuvwxyz";

/** Of a host with that record, a stranger who does not show who they are is doubtful for longer. */
function profileOf(now: EpochMs): Profile {
  const joined = after(now, -90 * day);
  return { name: "Mira", summary: "Bread, boats and bad puns.", avatar: true, joined, bot: false };
}

/** Somebody new of that host says something ordinary to one of us, in words of their own. */
async function says(stage: Drift, from?: LabActor): Promise<Contact> {
  const { cast, clock, dice, host, world } = stage;
  const line = spoken(cast.nextReply(), dice.pick);
  const author = from ?? world.addActor(host, dice.letters(letters, 10), profileOf(clock.now()));
  const contact = post(cast, clock.now(), author, line, [from === undefined ? "bruno" : "ada"]);
  await stage.send(contact);
  return contact;
}

/** Two new accounts a day, each with an offer of its own, each ruled on by itself. */
async function spam(stage: Drift, days: number): Promise<void> {
  const { clock, dice, gate, host, world } = stage;
  for (let i = 0; i < 2 * days; i++) {
    const name = dice.letters(letters, 10);
    const profile = { name, summary: "", avatar: false, joined: clock.now(), bot: false };
    const words = Array.from({ length: 6 }, () => dice.letters("aeioulmnrst", 7)).join(" ");
    const text = `${words}: free coins tonight at http://${name}.example/join`;
    const to = ["ada", "bruno", "chiyo"];
    const contact = writes(stage, world.addActor(host, name, profile), {
      ...{ text, to, visibility: "public" },
    });
    await stage.send(contact);
    const kept = await keptAs(stage, contact);
    assert.ok(kept !== undefined, "it is doubtful at least");
    await gate.ledger.rule({ receipt: kept.receipt, ruling: "spam", by: "mona", at: clock.now() });
    await stage.pass(10 * second);
    await stage.pass(day / 2 - 10 * second);
  }
  await stage.pass(hour);
}

scenario(
  "strangers of a host that sends nothing but spam wait, then are held, until days after it",
  ["1"],
  async (bare) => {
    const stage = await drifting(bare);
    const rungs = async () => (await neglectedHosts(stage.gate.ledger)).map(({ rung }) => rung);
    const first = await says(stage);
    assert.deepEqual(told(stage, first.activity.id), ["bruno"]);

    await spam(stage, 2);
    const second = await says(stage);
    assert.equal((await keptAs(stage, second))?.state, "settling");
    assert.deepEqual(told(stage, (await says(stage, stage.frida)).activity.id), ["ada"]);
    await stage.pass(hour);
    assert.deepEqual(told(stage, second.activity.id), ["bruno"], "it only waited");

    await spam(stage, 3);
    const third = await says(stage);
    const held = await keptAs(stage, third);
    assert.equal(held?.state, "held");
    assert.equal(held.verdict.evidence[0]?.symbol, "HOST_NEGLECTED");
    assert.deepEqual(told(stage, (await says(stage, stage.frida)).activity.id), ["ada"]);
    await stage.pass(2 * hour);
    assert.deepEqual(await rungs(), ["holds"]);

    await stage.pass(8 * day);
    const last = await says(stage);
    assert.deepEqual(told(stage, last.activity.id), ["bruno"], "it has healed");
    await stage.pass(2 * hour);
    assert.deepEqual(await rungs(), []);
  },
  { daysLivedIn: 0 },
);
