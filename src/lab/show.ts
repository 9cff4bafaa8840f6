// The demonstration: some quiet days that nobody watches, a calm hour, a wave, and the
// hour after it. What happens in it is real, only its people and its time are not.

import { setTimeout as sleep } from "node:timers/promises";
import { after, day, type EpochMs, epochMs, hour, minute, second } from "../base/units.ts";
import type { Receipt } from "../model/ids.ts";
import type { KeptState } from "../model/kept.ts";
import type { Verdict } from "../model/verdict.ts";
import { type Done, deaf, type Journal } from "../ports/journal.ts";
import { mentionWave } from "./attackers/mention-wave.ts";
import { dice } from "./dice.ts";
import { type Lab, openLab, play } from "./lab.ts";
import { type Cast, castOf, lookAlikes, oldTies, ordinaryMail } from "./people.ts";
import { type Contact, inOrder, type Planned } from "./plan.ts";
import type { Report } from "./report.ts";

export type ShowEvent =
  | { readonly kind: "chapter"; readonly at: EpochMs; readonly chapter: Chapter["name"] }
  | {
      readonly kind: "judged";
      readonly at: EpochMs;
      readonly contact: Contact;
      readonly done: Done;
      readonly score: number;
      readonly because: string;
    }
  | {
      readonly kind: "moved";
      readonly at: EpochMs;
      readonly contact: Contact;
      readonly state: KeptState;
      readonly waitedMs: number;
      readonly because: string;
    };

export interface ShowOptions {
  readonly seed: string;
  /** Without, everything happens as fast as it can. */
  readonly paced: boolean;
  tell(event: ShowEvent): void;
  /** Aborted when whoever watches has seen enough. */
  readonly signal: AbortSignal;
}

interface Chapter {
  readonly name: "before" | "calm" | "wave" | "after";
  readonly from: EpochMs;
  readonly until: EpochMs;
  /** Of real time, when paced. */
  readonly lastsMs: number;
  readonly mail: readonly Planned[];
}

/** A Saturday evening, the same one every time. */
const opening = epochMs(Date.UTC(2026, 1, 14, 19));
const daysBefore = 9;
/** Contacts an hour: some twenty a day before, and more than a small server has in the show. */
const quiet = 0.9;
const lively = 52;

/** Plays the show; what was counted when it ended, or was ended. */
export async function runShow({ seed, paced, tell, signal }: ShowOptions): Promise<Report> {
  const start = after(opening, -daysBefore * day);
  const teller = makeTeller(tell);
  const lab = await openLab({ seed, start, journal: teller.journal });
  try {
    for (const chapter of chaptersOf(lab, seed)) {
      if (signal.aborted) break;
      teller.open(chapter);
      const before = paced ? paceOf(chapter, signal) : undefined;
      await play(lab, chapter.mail, { before, signal });
      if (!signal.aborted) await lab.passTo(chapter.until);
    }
    teller.assertSound();
    return await lab.report(opening);
  } finally {
    await lab.stop();
  }
}

function chaptersOf(lab: Lab, seed: string): Chapter[] {
  const began = lab.clock.now();
  const wave = after(opening, hour);
  const ebb = after(wave, 25 * minute);
  const end = after(ebb, 65 * minute);
  const mail = allMail(castOf(lab.world, dice(seed), began), [began, opening, wave, ebb, end]);
  const chapter = (
    name: Chapter["name"],
    from: EpochMs,
    until: EpochMs,
    lastsMs: number,
  ): Chapter => {
    return {
      name,
      from,
      until,
      lastsMs,
      mail: mail.filter((one) => from <= one.at && one.at < until),
    };
  };
  return [
    chapter("before", began, opening, 0),
    chapter("calm", opening, wave, 12 * second),
    chapter("wave", wave, ebb, 11 * second),
    chapter("after", ebb, end, 5 * second),
  ];
}

type Moments = readonly [began: EpochMs, calm: EpochMs, wave: EpochMs, ebb: EpochMs, end: EpochMs];

function allMail(cast: Cast, [began, calm, wave, ebb, end]: Moments): Planned[] {
  return inOrder([
    ...oldTies(cast, began),
    ...ordinaryMail(cast, began, calm, quiet),
    ...ordinaryMail(cast, calm, ebb, lively),
    ...lookAlikes(cast, calm),
    ...waveOn(cast, wave, ebb),
    ...ordinaryMail(cast, ebb, end, lively / 2),
  ]);
}

/** Most of it from hosts that nobody knows, some from a large one where friends live too. */
function waveOn(cast: Cast, from: EpochMs, until: EpochMs): Contact[] {
  const large = cast.hosts.reduce((a, b) => (b.people > a.people ? b : a));
  const shape = { from, until, posts: 90, hosts: 45, guests: { host: large, accounts: 6 } };
  return mentionWave(cast.world, cast.dice, shape);
}

/** Real time passes in step with the chapter's, and not at all once somebody has seen enough. */
function paceOf(chapter: Chapter, signal: AbortSignal): (at: EpochMs) => Promise<void> {
  const begun = performance.now();
  const speed = chapter.lastsMs / (chapter.until - chapter.from);
  return async (at) => {
    const left = begun + (at - chapter.from) * speed - performance.now();
    if (left > 0) await sleep(left, undefined, { signal }).catch(() => undefined);
  };
}

/** From the gate's own journal to what a person can follow. Quiet about the days before. */
function makeTeller(tell: ShowOptions["tell"]) {
  const contacts = new Map<string, Contact>();
  const kept = new Map<Receipt, { readonly contact: Contact; readonly since: EpochMs }>();
  let shown = false;
  let failure: Error | undefined;
  const journal: Journal = {
    ...deaf,
    judged(arrival, verdict, done) {
      const contact = contacts.get(arrival.activity.id ?? "");
      const { receipt, at } = arrival.delivery;
      if (contact === undefined || !shown) return;
      if (done !== "passed") kept.set(receipt, { contact, since: at });
      const { score } = verdict;
      tell({ kind: "judged", at, contact, done, score, because: strongest(verdict) });
    },
    moved(receipt, state, verdict, at) {
      const found = kept.get(receipt);
      if (found === undefined) return;
      const { contact, since } = found;
      const because = verdict === undefined ? noNews : strongest(verdict);
      tell({ kind: "moved", at, contact, state, waitedMs: at - since, because });
    },
    failed: (what, error) => {
      failure ??= new Error(`the gate failed while ${what}`, { cause: error });
    },
  };
  return {
    journal,
    open(chapter: Chapter): void {
      shown = chapter.name !== "before";
      for (const one of chapter.mail)
        if (one.kind === "contact") contacts.set(one.activity.id, one);
      tell({ kind: "chapter", at: chapter.from, chapter: chapter.name });
    },
    /** A show in which the gate itself failed has no report. */
    assertSound(): void {
      if (failure !== undefined) throw failure;
    },
  };
}

/** Said of what settled and was then let in. */
const noNews = "nothing more spoke against it";

/** Why, in a sentence: what weighed most for what was done. */
function strongest({ score, evidence }: Verdict): string {
  const sided = evidence.find(({ decibans }) => decibans > 0 === score > 0);
  return (sided ?? evidence[0])?.because ?? "nothing speaks against it";
}
