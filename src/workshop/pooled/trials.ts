// Replays whose results are put together: ordinary days, and each class of wanted mail that
// looks like an attack, under one seed after the other; and the attacks that
// nothing was fitted or set on.

import { epochMs } from "../../base/units.ts";
import type { Counted } from "../../base/wilson.ts";
import { familyLog, laterFamilies } from "../../lab/families/families.ts";
import { lookAlikes } from "../../lab/lookalikes/list.ts";
import { lookAlikeLog, seenBy } from "../../lab/lookalikes/replayed.ts";
import { hamOf } from "../../lab/traffic/ham.ts";
import { home } from "../../lab/traffic/home.ts";
import type { Truth } from "../../lab/traffic/lines.ts";
import { logOf, type TrafficLog } from "../../lab/traffic/scribe.ts";
import { type Trait, type Traits, traitsOf } from "./contacts.ts";

export interface Trial {
  readonly kind: "ordinary" | "look-alike" | "later";
  /** The class of look-alikes, the later family; of ordinary days there is one kind only. */
  readonly code: string;
  readonly seed: string;
  /** Whether the log tells what our own people do: follows, answers. */
  readonly told: boolean;
}

/** First contacts, and how many of them did not arrive; the same by each trait. */
export interface Result extends Trial {
  readonly firsts: Counted;
  readonly by: Readonly<Record<Trait, Readonly<Record<string, Counted>>>>;
  /** Of the notifications that spam was out for, those that people got, by what it was. */
  readonly reached: Readonly<Record<string, Counted>>;
}

/** Each seed whole before the next, so that what is there at any time is an even sample. */
export function trialsOf(seeds: number): readonly Trial[] {
  return eachSeed(seeds, (seed, told) => [
    { kind: "ordinary", code: "days", seed, told },
    ...lookAlikes.map(({ code }): Trial => ({ kind: "look-alike", code, seed, told })),
  ]);
}

export function laterTrialsOf(seeds: number): readonly Trial[] {
  return eachSeed(seeds, (seed, told) =>
    laterFamilies.map(({ id }): Trial => ({ kind: "later", code: id, seed, told })),
  );
}

function eachSeed(seeds: number, trials: (seed: string, told: boolean) => Trial[]): Trial[] {
  return Array.from({ length: seeds }, (_, turn) => `pooled ${turn + 1}`).flatMap((seed) =>
    [true, false].flatMap((told) => trials(seed, told)),
  );
}

export function nameOf({ kind, code, seed, told }: Trial): string {
  return `${kind} ${code}, ${seed}, ${told ? "ties known" : "bare"}`;
}

export async function resultOf(trial: Trial): Promise<Result> {
  const log = logFor(trial);
  const seen = await seenBy(log.lines);
  const traits = traitsOf(log.lines);
  const contacts = log.truths
    .filter((one) => isAsked(one, trial))
    .map(({ delivery }) => {
      const sent = seen.sent.get(delivery);
      if (sent === undefined) throw new Error(`${delivery} of ${nameOf(trial)} was never sent`);
      return { traits: traits(sent), isHeld: seen.fateOf(delivery)?.outcome !== "delivered" };
    });
  const reached = reachedIn(log.truths, ({ delivery }) => {
    const outcome = seen.fateOf(delivery)?.outcome;
    return outcome === "delivered" || outcome === "recalled";
  });
  return { ...trial, firsts: countOf(contacts), by: countedBy(contacts), reached };
}

/** What was recalled afterwards had been seen. */
function reachedIn(
  truths: readonly Truth[],
  arrived: (one: Truth) => boolean,
): Record<string, Counted> {
  const attacks = Map.groupBy(truths.filter(isSpam), ({ attack }) => attack);
  const sum = (some: readonly Truth[]): number =>
    some.reduce((all, { recipients }) => all + recipients, 0);
  return Object.fromEntries(
    [...attacks].map(([attack, some]) => [
      attack,
      { of: sum(some), part: sum(some.filter(arrived)) },
    ]),
  );
}

function isSpam(one: Truth): one is Truth & { truth: "spam" } {
  return one.truth === "spam";
}

const start = epochMs(Date.parse("2026-09-07T00:00:00.000Z"));

function logFor({ kind, code, seed, told: localActs }: Trial): TrafficLog {
  if (kind === "ordinary") {
    const plan = { seed, start, days: ordinaryDays, deliveriesPerDay: 150, localActs };
    return logOf(home, start, hamOf(plan));
  }
  const family = laterFamilies.find(({ id }) => id === code);
  if (kind === "later" && family !== undefined) {
    return familyLog(family, { seed, start, days: 4, hamPerDay: 130, localActs });
  }
  const lookAlike = lookAlikes.find((one) => one.code === code);
  if (lookAlike === undefined) throw new Error(`there is no class ${code}`);
  return lookAlikeLog(lookAlike, { seed, beside: "calm", localActs });
}

/** A week and a half: most of it on a memory that has seen some days. */
const ordinaryDays = 10;

function isAsked(truth: Truth, { kind, code }: Trial): boolean {
  if (truth.truth !== "ham" || truth.first !== true) return false;
  return kind !== "look-alike" || truth.class === code;
}

interface Contact {
  readonly traits: Traits;
  readonly isHeld: boolean;
}

function countOf(contacts: readonly Contact[]): Counted {
  return { of: contacts.length, part: contacts.filter(({ isHeld }) => isHeld).length };
}

function countedBy(contacts: readonly Contact[]): Result["by"] {
  const by = (trait: Trait): Record<string, Counted> => {
    const groups = Map.groupBy(contacts, ({ traits }) => traits[trait]);
    return Object.fromEntries([...groups].map(([value, some]) => [value, countOf(some)]));
  };
  return {
    language: by("language"),
    script: by("script"),
    people: by("people"),
    software: by("software"),
  };
}
