// What it is worth that hosts close their spammers' accounts, and what it costs others.

import assert from "node:assert/strict";
import { test } from "node:test";
import { after, day, type EpochMs, epochMs, hour } from "../../base/units.ts";
import { outcomesOf } from "../coordination/outcome.ts";
import { type Dice, dice as diceOf } from "../dice.ts";
import { home, person } from "../traffic/home.ts";
import { create, newId } from "../traffic/notes.ts";
import { actorOn, bare, page, type RemoteActor, someHost } from "../traffic/places.ts";
import { aside, type Scene } from "../traffic/scribe.ts";
import { smallTalk } from "../traffic/small-talk.ts";

const start = epochMs(Date.parse("2026-03-02T08:00:00.000Z"));
const letters = "abcdefghijklmnopqrstuvwxyz";

interface Drip {
  readonly gangs: number;
  /** Of each gang, one a day, each from a host of its own. */
  readonly accounts: number;
  /** Their hosts close them so long after they wrote. */
  readonly closedAfterMs?: number;
}

/** Slow gangs: each has something of its own to sell, and says it a little differently. */
function drip({ gangs, accounts, closedAfterMs }: Drip): readonly Scene[] {
  const dice = diceOf("closures");
  return Array.from({ length: gangs }, (_, gang) => {
    const goods = Array.from({ length: 9 }, () => dice.letters(letters, 6)).join(" ");
    return Array.from({ length: accounts }, (_, i) => {
      const at = after(start, i * 2 * day + dice.int(0, 20) * hour);
      const from = someoneOn(dice, `gang${gang}host${i}.example`, at);
      const own = Array.from({ length: 5 }, () => dice.letters(letters, 6)).join(" ");
      const closing = after(at, closedAfterMs ?? 0);
      const close = closedAfterMs === undefined ? [] : [aside(page(closing, from.id, null))];
      return [writing(dice, from, at, `${goods} ${own}`, "drip"), ...close];
    }).flat();
  }).flat();
}

function someoneOn(dice: Dice, host: string, at: EpochMs): RemoteActor {
  const profile = { ...bare(at), name: dice.letters(letters, 8), avatar: true };
  return actorOn(someHost(dice, host), dice.letters(letters, 9), profile);
}

function writing(
  dice: Dice,
  from: RemoteActor,
  at: EpochMs,
  text: string,
  what: "drip" | "chat",
): Scene {
  const whom = dice.pick(home.people);
  const say = { text, language: "en", mentions: [person(home, whom)] };
  const activity = create(from, newId(from, "statuses", at, dice), at, say);
  const nature =
    what === "drip"
      ? ({ truth: "spam", attack: "drip" } as const)
      : ({ truth: "ham", class: "chat", first: true } as const);
  return { kind: "sending", at, from, activity, reaches: [whom], nature };
}

async function reached(plan: Drip): Promise<number> {
  const { of } = await outcomesOf(start, drip(plan));
  const { reached = 0, notifications = 1 } = of.get("drip") ?? {};
  return reached / notifications;
}

test("a slow gang gets less past where its hosts close its accounts within a day", async () => {
  const slow = { gangs: 12, accounts: 4 };
  const open = await reached(slow);
  const closed = await reached({ ...slow, closedAfterMs: 6 * hour });
  assert.ok(closed <= open - 0.1, `${closed} of ${open}`);
});

test("nobody is held or late who only talks, though every third account ends", async () => {
  const dice = diceOf("leaving");
  const scenes = Array.from({ length: 60 }, (_, i): readonly Scene[] => {
    const at = after(start, i * 2 * hour);
    const from = someoneOn(dice, `town${i % 15}.example`, at);
    const leaves = i % 3 === 0 ? [aside(page(after(at, hour), from.id, null))] : [];
    return [writing(dice, from, at, smallTalk(dice, "en").text, "chat"), ...leaves];
  }).flat();
  const { of } = await outcomesOf(start, scenes);
  const { held, delayed } = of.get("chat") ?? {};
  assert.deepEqual([held, delayed], [0, 0]);
});
