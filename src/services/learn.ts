// What rulings teach of words: one lesson a campaign, of hashed features, under salted names.
//
//   ruling ─▶ the text's features ─▶ lesson book ─▶ the classifier in mind
//             (remembered, or read    (on disk)      (learns on; anew where
//              from the kept bytes)                   something was taken back)
//
// The book is all there is: what a command writes there, or takes away, is seen a moment later.

import { day, type EpochMs, epochMs, hour, second } from "../base/units.ts";
import { read } from "../engine/read.ts";
import { packedTogether } from "../engine/words/pack-features.ts";
import type { ReadArrival } from "../model/arrival.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { ActorId, Receipt } from "../model/ids.ts";
import type { Kept } from "../model/kept.ts";
import type { Lesson } from "../model/lesson.ts";
import { parseActivity } from "../model/parse.ts";
import type { WordedContact } from "../model/worded.ts";
import type { LessonBook } from "../ports/lesson-book.ts";
import type { Ports } from "../ports/ports.ts";
import { arrivalOf } from "./receive.ts";
import { salted } from "./salted.ts";

/** Chosen by us: who runs `breakwater learn` looks at once whether it helped. */
export const learnEveryMs = 2 * second;

export const lessonsCleanedEveryMs = hour;

/** Chosen by us: spam changes its words within months, and what mail said is not kept for long. */
export const lessonsKeptMs = 365 * day;

/** A word on what a contact says, once it had its effect on memory. */
export interface RuledText {
  /** Undefined: on a campaign as a whole. */
  readonly receipt: Receipt | undefined;
  /** That it is a lesson of. */
  readonly campaign: CampaignId | undefined;
  /** It was ruled on as a part of that campaign, not by itself. */
  readonly isPart: boolean;
  readonly ruling: "spam" | "ham";
  readonly at: EpochMs;
}

export interface Learning {
  /** In the order of rulings. On disk once it returns. Throws LedgerDown. */
  teach(ruled: readonly RuledText[]): Promise<void>;
  /** Learns what the book has and the classifier does not know. Throws LedgerDown. */
  round(): Promise<void>;
  /** Removes lessons that are too old. Throws LedgerDown. */
  clean(): Promise<void>;
  /** What somebody's posts taught is gone from the book at once, and soon from mind. As above. */
  forget(actor: ActorId): Promise<void>;
}

export interface LearningParts {
  readonly ports: Pick<Ports, "ledger" | "words" | "clock" | "homeServer">;
  readonly book: LessonBook;
  /** Secret, and the installation's own. */
  readonly seed: string;
}

export function makeLearning({ ports, book, seed }: LearningParts): Learning {
  const { clock, words } = ports;
  /** Undefined: nothing yet, or not all that was begun. */
  let changes: number | undefined;
  let last = 0;
  let knowsSome = false;
  let under: Promise<void> | undefined;

  /** Those after the last, which this moves on. */
  async function* pages(): AsyncGenerator<readonly Lesson[]> {
    for (;;) {
      const page = await book.lessons(last, atOnceMax);
      last = page.at(-1)?.number ?? last;
      if (page.length === 0) return;
      knowsSome = true;
      yield page;
      if (page.length < atOnceMax) return;
    }
  }

  async function follow(): Promise<void> {
    const mark = await book.mark();
    if (mark.changes === changes && mark.last <= last) return;
    const wasTakenBack = mark.changes !== changes && knowsSome;
    changes = undefined;
    if (wasTakenBack) {
      last = 0;
      await words.learnAnew(pages());
    }
    for await (const page of pages()) words.learn(page);
    changes = mark.changes;
  }

  return {
    async teach(ruled) {
      for (const together of Map.groupBy(ruled, unitOf).values()) {
        const lesson = await lessonOf(together, { ports, book, seed });
        if (lesson !== undefined) await book.teach([lesson]);
      }
    },

    // Two at once would learn the same twice: who comes second waits, and looks again.
    async round() {
      while (under !== undefined) await under.catch(() => undefined);
      under = follow().finally(() => {
        under = undefined;
      });
      await under;
    },

    async clean() {
      await book.expireLessons(epochMs(clock.now() - lessonsKeptMs));
    },

    async forget(actor) {
      words.forget(actor);
      await book.unteach(salted(seed, actor));
    },
  };
}

/** Learned without a pause: some milliseconds. Chosen by us. */
const atOnceMax = 8;

/** A word on a whole campaign and on its parts is one. */
function unitOf({ receipt, campaign, isPart }: RuledText): string {
  return isPart || receipt === undefined ? `campaign:${campaign ?? ""}` : `delivery:${receipt}`;
}

/** Undefined where nothing is to be learned, or it is known already. */
async function lessonOf(
  ruled: readonly RuledText[],
  { ports, book, seed }: LearningParts,
): Promise<Lesson | undefined> {
  const latest = ruled.at(-1);
  if (latest === undefined) return undefined;
  const { ruling: label, at } = latest;
  const before = await lessonBefore(latest, book);
  if (before.lesson?.label === label) return undefined;
  const those = ruled.filter(({ ruling }) => ruling === label).slice(0, membersMax);
  const found = await Promise.all(those.map(({ receipt }) => contactOf(receipt, ports)));
  const contacts = found.filter((one) => one !== undefined);
  const [first] = contacts;
  // Its text is gone: it is what it was, the other way round.
  if (first === undefined) return before.lesson && keepable({ ...before.lesson, label, at });
  const lesson = keepable({
    ...{ about: before.about, label, at, from: "ruling" },
    author: salted(seed, first.domain),
    sender: salted(seed, first.sender),
    isPublic: contacts.every(({ isPublic }) => isPublic),
    receipt: those[0]?.receipt ?? before.lesson?.receipt,
    features: packedTogether(contacts.map((one) => one.features)),
  });
  // What teaches nothing is only to take the place of what did.
  return lesson.features.length === 0 && before.lesson === undefined ? undefined : lesson;
}

/** As many as the classifier takes of one lesson. */
const membersMax = 16;

/** What was said of the same before, and the name under which it is said now. */
async function lessonBefore(
  { receipt, campaign, isPart, ruling }: RuledText,
  book: LessonBook,
): Promise<{ readonly about: string; readonly lesson: Lesson | undefined }> {
  const find = async (about: string) => ({ about, lesson: await book.lessonAbout(about) });
  const own = (): ReturnType<typeof find> => find(`delivery:${receipt ?? ""}`);
  if (campaign === undefined) return own();
  const all = await find(`campaign:${campaign}`);
  const contradicts = all.lesson !== undefined && all.lesson.label !== ruling;
  const isWhole = isPart || receipt === undefined || all.lesson?.receipt === receipt;
  // Who warns of a wave is alike to it: that is a lesson of its own.
  return contradicts && !isWhole ? own() : all;
}

/** Words that were let in and were not for everybody are not kept, however hashed. */
function keepable(lesson: Lesson): Lesson {
  const isKept = lesson.isPublic || lesson.label === "spam";
  return isKept ? lesson : { ...lesson, features: new Uint8Array() };
}

/** What a delivery says: as remembered, or read again. Undefined where nobody is proven. */
async function contactOf(
  receipt: Receipt | undefined,
  ports: LearningParts["ports"],
): Promise<WordedContact | undefined> {
  if (receipt === undefined) return undefined;
  const remembered = ports.words.contact(receipt);
  if (remembered !== undefined) return remembered;
  const kept = await ports.ledger.find(receipt);
  const arrival = kept && readAgain(kept, ports);
  return arrival?.sender.proven ? ports.words.worded(arrival) : undefined;
}

function readAgain(
  { delivery, authenticity }: Pick<Kept, "delivery" | "authenticity">,
  ports: Pick<Ports, "homeServer">,
): ReadArrival | undefined {
  const parsed = parseActivity(delivery.body);
  if (!parsed.ok) return undefined;
  const arrival = arrivalOf(delivery, parsed.value, authenticity, ports);
  return { ...arrival, reading: read(arrival) };
}

/** It was ruled on, and its bytes are about to go. */
export function rememberWords(kept: Kept, ports: Pick<Ports, "words" | "homeServer">): void {
  if (ports.words.contact(kept.delivery.receipt) !== undefined) return;
  const arrival = readAgain(kept, ports);
  if (arrival !== undefined) ports.words.weigh(arrival);
}
