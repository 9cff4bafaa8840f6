// The first contacts that a threshold is set by. The chronicle forgets a decision after fourteen
// days, which is when silence begins to say something: what is about to go leaves its symbols,
// strengths and fate here, and nobody's name.

import { z } from "zod";
import { day, dayNumber, type EpochMs, epochMs } from "../base/units.ts";
import { type FirstContact, groupOf, isDrawn, type Word } from "../engine/calibrate/ham.ts";
import type { Lesson } from "../engine/calibrate/refit.ts";
import { decidedBeside, type RememberedEvidence, rescored } from "../engine/calibrate/rescore.ts";
import type { PolicySettings } from "../engine/policy.ts";
import type { Chronicle, Decision, Place, Remembered, Stretch } from "../ports/chronicle.ts";
import type { Ledger } from "../ports/ledger.ts";
import { ownValue } from "./own-value.ts";
import { type Rulings, rulingsIn } from "./ruled.ts";

/** Symbol, group, strength: short, as there are thousands. */
const foundShape = z.tuple([z.string(), z.string(), z.number()]);

const rememberedShape = z.object({
  day: z.int(),
  word: z.enum(["silent", "ham", "spam", "unruled"]),
  found: z.array(foundShape).readonly(),
  drawn: z.boolean(),
  group: z.int(),
});

type OldContact = Readonly<z.infer<typeof rememberedShape>>;

const shelf = ownValue("first-contacts", z.array(rememberedShape).readonly());

/** Enough for five times the usual budget; about a megabyte. Chosen by us. */
export const firstContactsMax = 5000;
/** Older mail says little of today's. Chosen by us. */
export const firstContactsKeptMs = 90 * day;

/** Read at once from the chronicle; some megabytes. */
const pageSize = 1000;

interface Stores {
  readonly chronicle: Pick<Chronicle, "judged">;
  readonly ledger: Pick<Ledger, "ruled" | "setting" | "putSetting">;
}

/** Takes up what was decided before `before`; it must be gone from the chronicle afterwards. */
export async function takeUp(
  { chronicle, ledger }: Stores,
  seed: string,
  before: EpochMs,
): Promise<void> {
  const all = await firstIn({ since: epochMs(0), until: before }, chronicle);
  if (all.length === 0) return;
  const rulings = await rulingsIn(ledger);
  const kept = await shelved(ledger);
  const oldest = dayNumber(before) - firstContactsKeptMs / day;
  const fresh = all.flatMap((one) => oldContactOf(one, rulings, seed) ?? []);
  if (fresh.length === 0) return;
  const whole = [...kept, ...fresh].filter((one) => one.day >= oldest).slice(-firstContactsMax);
  await shelf.write(ledger, whole);
}

/** Where what is counted of what. */
export interface FirstContacts {
  readonly contacts: readonly FirstContact[];
  /** Undefined: there are none. */
  readonly since: EpochMs | undefined;
}

/**
 * All that may be counted by now, scored as these settings score: what is old enough for silence
 * to count, and of younger ones what was ruled on. `since`: what came before is not counted.
 */
export async function firstContactsIn(
  stores: Stores,
  seed: string,
  settings: PolicySettings,
  stretch: Stretch,
): Promise<FirstContacts> {
  const counted = await countedIn(stores, seed, stretch);
  const days = counted.map((one) => one.day);
  return {
    contacts: counted.map((one) => contactOf(one, settings)),
    since: days.length === 0 ? undefined : epochMs(days.reduce((a, b) => Math.min(a, b)) * day),
  };
}

/** Of the same what somebody ruled on, for a refit of weights. */
export async function lessonsIn(
  stores: Stores,
  seed: string,
  stretch: Stretch,
): Promise<readonly Lesson[]> {
  const counted = await countedIn(stores, seed, stretch);
  return counted.filter(isRuled).map(({ word, found, group }) => {
    const spoke = found.map(([symbol, , strength]) => ({ symbol, strength }));
    return { found: spoke, isSpam: word === "spam", group };
  });
}

async function countedIn(
  { chronicle, ledger }: Stores,
  seed: string,
  stretch: Stretch,
): Promise<readonly OldContact[]> {
  const rulings = await rulingsIn(ledger);
  const first = dayNumber(stretch.since);
  const old = (await shelved(ledger)).filter((one) => one.day >= first);
  const young = await firstIn(stretch, chronicle);
  const fresh = young.flatMap((one) => oldContactOf(one, rulings, seed) ?? []);
  return [...old, ...fresh.filter(isRuled)];
}

function isRuled({ word }: OldContact): boolean {
  return word === "ham" || word === "spam";
}

async function shelved(ledger: Pick<Ledger, "setting">): Promise<readonly OldContact[]> {
  return (await shelf.read(ledger)) ?? [];
}

/** Oldest first, a page at a time: of a flood there is more than memory should hold at once. */
export async function* judgedIn(
  stretch: Stretch,
  chronicle: Pick<Chronicle, "judged">,
  after?: Place,
): AsyncGenerator<readonly Remembered[]> {
  let last = after;
  for (;;) {
    const page = await chronicle.judged(stretch, pageSize, last);
    if (page.length > 0) yield page;
    if (page.length < pageSize) return;
    last = page.at(-1)?.decision;
  }
}

/** First contacts of a stretch, oldest first; of more than can be counted the latest. */
export async function firstIn(
  stretch: Stretch,
  chronicle: Pick<Chronicle, "judged">,
): Promise<readonly Remembered[]> {
  let all: Remembered[] = [];
  for await (const page of judgedIn(stretch, chronicle)) {
    all = [...all, ...page.filter(isFirst)].slice(-firstContactsMax);
  }
  return all;
}

/**
 * The first of a proven sender's that was judged, where its score decided: nobody counts twice by
 * writing much.
 */
export function isFirst({ decision, since }: Remembered): boolean {
  const { at, proven, path, action } = decision;
  const decided = path === "judged" && action !== "reject";
  return proven && decided && at === since.firstAt && !decidedBeside(foundOf(decision));
}

/** What was found last: of what settled, what it was let in or held by. */
function foundOf({ last, evidence }: Decision): readonly RememberedEvidence[] {
  return last?.evidence ?? evidence;
}

/** By what a contact goes in the lot, and counts once: its campaign, else itself. */
export function keyOf({ campaign, receipt }: Pick<Decision, "campaign" | "receipt">): string {
  return campaign ?? receipt;
}

function oldContactOf(one: Remembered, rulings: Rulings, seed: string): OldContact | undefined {
  const { decision } = one;
  const word = wordOn(one, rulings);
  if (word === undefined) return undefined;
  const key = keyOf(decision);
  return {
    day: dayNumber(decision.at),
    word,
    found: foundOf(decision).map(({ symbol, group, strength }) => [symbol, group, strength]),
    drawn: isDrawn(seed, key),
    group: groupOf(seed, key),
  };
}

/** Of who was complained of, or is no more, silence is no word; a ruling is. */
function wordOn({ decision, since }: Remembered, rulings: Rulings): Word | undefined {
  const ruled = rulings.get(decision.receipt);
  if (ruled !== undefined) return ruled;
  if (since.end !== undefined || since.complaints > 0) return undefined;
  const { done, state } = decision;
  if (state === "delivered" || (done === "passed" && state === undefined)) return "silent";
  return state === "held" || state === "expired" || done === "held" ? "unruled" : undefined;
}

function contactOf({ word, found, drawn, group }: OldContact, settings: PolicySettings) {
  const evidence = found.map(([symbol, itsGroup, strength]) => {
    return { symbol, group: itsGroup, strength };
  });
  return { word, score: rescored(evidence, settings), drawn, group };
}
