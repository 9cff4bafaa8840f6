/**
 * Hosts that nobody looks after: anybody may sign up, reports change nothing, and most of what
 * their strangers bring is spam. Whom we can't tell from them waits; a ladder says how:
 *
 *   waits ─▶ holds ─▶ suggested        up: by rulings on several days, by several words
 *     ▲        │          │            down: by itself, days after the last spam
 *     └────────┴──────────┘
 *
 * Only strangers are on it. Whoever was ever heard here, or is followed here, flows at every rung.
 *
 * An innocent host is framed by signing up there and spamming. So what counts is the share of its
 * strangers, not their number: a large host's own people outweigh what somebody can sign up. One
 * day, one wave and one moderator's click count once, however many accounts they were. An account
 * that its host closed soon counts half: somebody looks after it, or says so, and never more than
 * that is to be had for it. No rung outlasts its cause by a week.
 */

import { day, dayNumber, type EpochMs } from "../base/units.ts";
import type { ActorId } from "../model/ids.ts";
import type { Neglect, NeglectRung } from "../model/neglect.ts";
import type { HostHistory } from "../model/observation.ts";
import { reason, type Verdict } from "../model/verdict.ts";
import { settlingLonger } from "./first-contact.ts";

/** One delivery of a host that a moderator ruled spam. */
export interface RuledSpam {
  readonly sender: ActorId;
  /** When it came. */
  readonly at: EpochMs;
  /** What it belongs to, itself where it stands alone. */
  readonly campaign: string;
  /** Who ruled and when: a word on a whole case is one, however many it was about. */
  readonly ruling: string;
}

/** All of them on one host, within the window. */
export interface HostRulings {
  readonly spammers: number;
  readonly days: number;
  readonly words: number;
  readonly lastAt: EpochMs;
}

/** What came before is forgotten, as everything that is written down of decisions. */
const windowMs = 14 * day;

interface Step {
  readonly rung: NeglectRung;
  readonly spammers: number;
  readonly days: number;
  readonly words: number;
  /** Of all its strangers, the least share that were ruled spam. */
  readonly share: number;
  /** So long after its last spam it stands. */
  readonly lastsMs: number;
}

/**
 * Highest first. Chosen by us. One bad evening is one day, and a bad weekend two: that may have
 * strangers wait half an hour, for a week. To have them held it takes as many days as no holiday
 * of a moderator's explains away, and more spammers than others; an account on a further open host
 * costs an attacker as much as three here, so a host that is held is no use to them, while framing
 * one takes fresh accounts on four days, again and again.
 */
const steps: readonly Step[] = [
  {
    ...{ rung: "suggested", spammers: 10, days: 7, words: 5, share: 2 / 3 },
    ...{ lastsMs: 4 * day },
  },
  {
    ...{ rung: "holds", spammers: 6, days: 4, words: 3, share: 1 / 2 },
    ...{ lastsMs: 4 * day },
  },
  {
    ...{ rung: "waits", spammers: 3, days: 2, words: 2, share: 1 / 4 },
    ...{ lastsMs: 7 * day },
  },
];

/** A spammer counts on the day it came first: one account makes no several days. */
export function rulingsOn(ruled: readonly RuledSpam[], now: EpochMs): HostRulings | undefined {
  const recent = ruled.filter(({ at }) => at <= now && now - at < windowMs);
  const [first] = recent;
  if (first === undefined) return undefined;
  const firstDays = new Map<ActorId, number>();
  let lastAt = first.at;
  for (const { sender, at } of recent) {
    firstDays.set(sender, Math.min(dayNumber(at), firstDays.get(sender) ?? dayNumber(at)));
    if (at > lastAt) lastAt = at;
  }
  const rulings = new Set(recent.map(({ ruling }) => ruling)).size;
  const words = Math.min(rulings, new Set(recent.map(({ campaign }) => campaign)).size);
  return { spammers: firstDays.size, days: new Set(firstDays.values()).size, words, lastAt };
}

/** Whether rulings alone allow a rung, whatever else its host sends: else it has fallen off. */
export function mayBeNeglected(
  rulings: HostRulings,
  open: boolean,
  now: EpochMs,
  rung: NeglectRung,
): boolean {
  return steps.some((step) => step.rung === rung && reaches(rulings, step, open, now));
}

/** Where a host stands; undefined where somebody looks after it, or nothing tells. */
export function neglectOf(
  rulings: HostRulings,
  host: HostHistory,
  open: boolean,
  now: EpochMs,
): Neglect | undefined {
  const { spammers, days, words, lastAt } = rulings;
  const { condemned, newContacts, welcomed } = host;
  const others = Math.max(0, newContacts.thirtyDays - Math.max(condemned, spammers)) + welcomed;
  const share = (spammers * leftOf(host)) / (spammers + others);
  const step = steps.find((one) => reaches(rulings, one, open, now) && share >= one.share);
  if (step === undefined) return undefined;
  return { rung: step.rung, spammers, others, days, words, lastAt, welcomed, open };
}

/** Of a host that says that anybody may sign up a day less is asked; no word of it saves it. */
function reaches(
  { spammers, days, words, lastAt }: HostRulings,
  step: Step,
  open: boolean,
  now: EpochMs,
): boolean {
  if (now - lastAt >= step.lastsMs) return false;
  const daysNeeded = step.days - Number(open && step.rung !== "waits");
  return spammers >= step.spammers && days >= daysNeeded && words >= step.words;
}

/** What its spammers still weigh, as far as it closed them soon: engine/host-record.ts counts. */
function leftOf({ bad, tended }: HostHistory): number {
  return bad > 0 ? 1 - Math.min(1, tended / bad) / 2 : 1;
}

/** What a stranger's contact comes to where its host stands on the ladder. */
export function underNeglect(verdict: Verdict, domain: string, neglect: Neglect): Verdict {
  if (verdict.action === "reject") return verdict;
  const { rung, spammers, others, days, open } = neglect;
  const all = spammers + others;
  const told =
    `nobody seems to look after ${domain}: of ${all} of its people who came here lately ` +
    `${spammers} were ruled spam, on ${days} days${open ? ", and anybody may sign up there" : ""}`;
  if (rung === "waits")
    return settlingLonger(verdict, reason("HOST_NEGLECTED", `${told}; its strangers wait longer`));
  const held = reason("HOST_NEGLECTED", `${told}; its strangers wait for a ruling`);
  if (verdict.action === "hold") return { ...verdict, evidence: [...verdict.evidence, held] };
  return { ...verdict, action: "hold", evidence: [held, ...verdict.evidence] };
}
