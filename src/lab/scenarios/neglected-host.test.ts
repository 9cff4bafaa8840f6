import assert from "node:assert/strict";
import { day, hour, second } from "../../base/units.ts";
import type { ActorId } from "../../model/ids.ts";
import { neglectedHosts } from "../../services/host-ladder.ts";
import { homeActor, post, someone } from "../people.ts";
import type { Contact } from "../plan.ts";
import { type Stage, scenario } from "../scenario.ts";
import type { LabActor, RemoteHost } from "../world.ts";
import { keptAs, told, writes } from "./strangers.ts";

const line = { text: "Thank you for that recipe, it worked a treat.", language: "en" };

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

/** Somebody new of that host says thank you to one of us. */
async function thanks(stage: Drift, from?: LabActor): Promise<Contact> {
  const { cast, clock, dice, host, world } = stage;
  const author = from ?? someone(world, dice, host, clock.now());
  const contact = post(cast, clock.now(), author, line, [from === undefined ? "bruno" : "ada"]);
  await stage.send(contact);
  return contact;
}

/** Two new accounts a day, each with an offer of its own, each ruled on by itself. */
async function spam(stage: Drift, days: number): Promise<void> {
  const { clock, dice, gate, host, world } = stage;
  for (let i = 0; i < 2 * days; i++) {
    const name = dice.letters("abcdefghjkmnpqrstuvwxyz", 10);
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
    const first = await thanks(stage);
    assert.deepEqual(told(stage, first.activity.id), ["bruno"]);

    await spam(stage, 2);
    const second = await thanks(stage);
    assert.equal((await keptAs(stage, second))?.state, "settling");
    assert.deepEqual(told(stage, (await thanks(stage, stage.frida)).activity.id), ["ada"]);
    await stage.pass(hour);
    assert.deepEqual(told(stage, second.activity.id), ["bruno"], "it only waited");

    await spam(stage, 3);
    const third = await thanks(stage);
    const held = await keptAs(stage, third);
    assert.equal(held?.state, "held");
    assert.equal(held.verdict.evidence[0]?.symbol, "HOST_NEGLECTED");
    assert.deepEqual(told(stage, (await thanks(stage, stage.frida)).activity.id), ["ada"]);
    await stage.pass(2 * hour);
    assert.deepEqual(await rungs(), ["holds"]);

    await stage.pass(8 * day);
    const last = await thanks(stage);
    assert.deepEqual(told(stage, last.activity.id), ["bruno"], "it has healed");
    await stage.pass(2 * hour);
    assert.deepEqual(await rungs(), []);
  },
  { daysLivedIn: 0 },
);
