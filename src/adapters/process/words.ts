// The classifier of words in this process: what it weighed lately, and what it learned.

import type { Features } from "../../engine/words/features.ts";
import { featuresOf } from "../../engine/words/features.ts";
import { learnLesson, wordsAfter } from "../../engine/words/learn-lesson.ts";
import { newWords, weigh } from "../../engine/words/model.ts";
import { packFeatures } from "../../engine/words/pack-features.ts";
import type { ReadArrival } from "../../model/arrival.ts";
import type { ActorId, Receipt } from "../../model/ids.ts";
import type { Lesson } from "../../model/lesson.ts";
import type { WordedContact } from "../../model/worded.ts";
import type { WordsOpinion } from "../../model/words.ts";
import type { Words } from "../../ports/words.ts";

type Model = ReturnType<typeof newWords>;

interface Weighed {
  readonly features: Features;
  readonly contact: Omit<WordedContact, "features">;
}

/** Four bytes each: four megabytes, which is a thousand posts. Chosen by us. */
const rememberedMax = 1_000_000;

export class ProcessWords implements Words {
  #model: Model = newWords();
  /** What was weighed longest ago first. */
  readonly #weighed = new Map<Receipt, Weighed>();
  #remembered = 0;

  weigh(arrival: ReadArrival): WordsOpinion | undefined {
    const features = featuresOf(arrival.reading);
    if (features.ends.length === 0) return undefined;
    const { receipt } = arrival.delivery;
    if (arrival.sender.proven) this.#remember(receipt, { features, contact: contactOf(arrival) });
    return weigh(this.#model, features);
  }

  contact(receipt: Receipt): WordedContact | undefined {
    const weighed = this.#weighed.get(receipt);
    return weighed && { ...weighed.contact, features: packFeatures([weighed.features]) };
  }

  worded(arrival: ReadArrival): WordedContact {
    return { ...contactOf(arrival), features: packFeatures([featuresOf(arrival.reading)]) };
  }

  learn(lessons: readonly Lesson[]): void {
    for (const lesson of lessons) learnLesson(this.#model, lesson);
  }

  async learnAnew(lessons: AsyncIterable<readonly Lesson[]>): Promise<void> {
    this.#model = await wordsAfter(lessons);
  }

  forget(actor: ActorId): void {
    for (const [receipt, { contact }] of this.#weighed)
      if (contact.sender === actor) this.#drop(receipt);
  }

  #remember(receipt: Receipt, weighed: Weighed): void {
    this.#drop(receipt);
    this.#weighed.set(receipt, weighed);
    this.#remembered += weighed.features.hashes.length;
    for (const oldest of this.#weighed.keys()) {
      if (this.#remembered <= rememberedMax) break;
      this.#drop(oldest);
    }
  }

  #drop(receipt: Receipt): void {
    this.#remembered -= this.#weighed.get(receipt)?.features.hashes.length ?? 0;
    this.#weighed.delete(receipt);
  }
}

function contactOf({ sender, reading }: ReadArrival): Omit<WordedContact, "features"> {
  const { actor, domain } = sender;
  const { visibility } = reading;
  const isPublic = visibility === "public" || visibility === "unlisted";
  return { sender: actor, domain, isPublic };
}
