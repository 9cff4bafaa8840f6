// Accounts that earn what lets mail pass unread, and then turn: posts that come here for days, a
// harmless answer a day, and only then what they sell (CM3, CM20).

import { after, day, type EpochMs, hour, minute } from "../../base/units.ts";
import { like } from "../activities.ts";
import { type Dice, dice as diceOf } from "../dice.ts";
import { home, person, postBy } from "../traffic/home.ts";
import { create, newId, type Say } from "../traffic/notes.ts";
import { actorOn, bare, type RemoteActor, someHost } from "../traffic/places.ts";
import type { Sending } from "../traffic/scribe.ts";
import { smallTalk } from "../traffic/small-talk.ts";

export interface WarmUp {
  readonly seed: string;
  readonly at: EpochMs;
  readonly accounts: number;
  /** Hosts that they are spread over. */
  readonly hosts: number;
  /** Days on which each posts for everybody; who owns the host sends it anywhere. */
  readonly streams: number;
  /** Days after those, on each of which it answers somebody here harmlessly. */
  readonly answers: number;
  /** Days of silence before they turn. */
  readonly rests?: number;
}

/** What comes when they are warm. */
export interface Turn {
  /** People whom each account then reaches within an hour. */
  readonly each: number;
  readonly does: "sells" | "likes";
}

const handle = "abcdefghijklmnopqrstuvwxyz0123456789";
const openers = [
  "I doubled what I put in",
  "I earned twice what I put in",
  "My money came back twice",
];
const middles = [
  "within a week, they paid out",
  "in a week and they paid me out",
  "by last week, paid in full",
];

function offer(dice: Dice): string {
  const end = `every single time, here is where to start: https://${dice.letters(handle, 8)}.test/`;
  return `${dice.pick(openers)} ${dice.pick(middles)} ${end}`;
}

/** Truths: `warm-up` for what is harmless by itself, `turn` for what it was for. */
export function warmedUp(plan: WarmUp, turn: Turn): readonly Sending[] {
  const dice = diceOf(`${plan.seed}/warm-up`);
  const hosts = Array.from({ length: plan.hosts }, (_, i) => someHost(dice, `warm${i}.example`));
  return Array.from({ length: plan.accounts }, () => {
    const profile = { ...bare(plan.at), name: dice.letters(handle, 8), avatar: true };
    const from = actorOn(dice.pick(hosts), dice.letters(handle, 9), profile);
    return [...warming(dice, plan, from), ...turning(dice, plan, turn, from)];
  }).flat();
}

function warming(dice: Dice, plan: WarmUp, from: RemoteActor): readonly Sending[] {
  const sent: Sending[] = [];
  for (let i = 0; i < plan.streams + plan.answers; i++) {
    const at = after(plan.at, i * day + dice.int(0, 20 * 60) * minute);
    const answers = i >= plan.streams;
    const whom = dice.pick(home.people);
    const said = { ...smallTalk(dice, "en") };
    const say: Say = answers
      ? { ...said, mentions: [person(home, whom)], replyTo: postBy(home, whom, dice) }
      : said;
    sent.push(posting(dice, from, at, say, answers ? [whom] : [], "warm-up"));
  }
  return sent;
}

function turning(dice: Dice, plan: WarmUp, turn: Turn, from: RemoteActor): readonly Sending[] {
  const days = plan.streams + plan.answers + (plan.rests ?? 0);
  const begins = after(plan.at, days * day + dice.int(0, 10) * hour);
  return dice.sample(home.people, turn.each).map((whom, i): Sending => {
    const at = after(begins, i * 5 * minute);
    if (turn.does === "sells") {
      const say = { text: offer(dice), language: "en", mentions: [person(home, whom)] };
      return posting(dice, from, at, say, [whom], "turn");
    }
    const activity = like(from, newId(from, "likes", at, dice), postBy(home, whom, dice));
    const nature = { truth: "spam", attack: "turn" } as const;
    return { kind: "sending", at, from, activity, reaches: [whom], nature };
  });
}

function posting(
  dice: Dice,
  from: RemoteActor,
  at: EpochMs,
  say: Say,
  reaches: readonly string[],
  attack: string,
): Sending {
  const activity = create(from, newId(from, "statuses", at, dice), at, say);
  return { kind: "sending", at, from, activity, reaches, nature: { truth: "spam", attack } };
}
