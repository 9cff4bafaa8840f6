// What the words of a post show: a classifier that is shipped knowing something, and learns here.

import type { ReadArrival } from "../model/arrival.ts";
import type { ActorId, Receipt } from "../model/ids.ts";
import type { Lesson } from "../model/lesson.ts";
import type { WordedContact } from "../model/worded.ts";
import type { WordsOpinion } from "../model/words.ts";

/**
 * In mind, so that it answers at once and is never down. What it learned lies in the lesson book,
 * and this can be made of that again. Every adapter must pass words.contract.ts.
 */
export interface Words {
  /** Undefined where the contact says nothing. Remembered for a while: see `contact`. */
  weigh(arrival: ReadArrival): WordsOpinion | undefined;

  /**
   * What `weigh` saw under this receipt, as long as it is remembered: hashed, bounded, and in this
   * process only. A ruling may come when the text is gone.
   */
  contact(receipt: Receipt): WordedContact | undefined;

  /** The same of a contact at hand. */
  worded(arrival: ReadArrival): WordedContact;

  /** Learns on, in this order. What another version packed is left out. */
  learn(lessons: readonly Lesson[]): void;

  /** Learns these instead of all that it learned here; until then it goes by what it knew. */
  learnAnew(lessons: AsyncIterable<readonly Lesson[]>): Promise<void>;

  /** Forgets the contacts of an actor. */
  forget(actor: ActorId): void;
}
