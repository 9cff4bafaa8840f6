// Whom a post names: the people it writes to, and words spelled in names.

import type { ReadArrival } from "../../model/arrival.ts";
import type { ActorId } from "../../model/ids.ts";
import { isAnswer } from "../../model/reading.ts";
import type { Sight } from "./sight.ts";

/** Chosen by us: people of one post that are compared. */
const recipientsMax = 8;

const usual = { spelled: 0.0005, here: 0.02, elsewhere: 0.002 } as const;

/** Fewer names spell nothing. */
const spelledMin = 3;

/**
 * The names in their order, without their hosts: a text written in handles keeps its words
 * wherever the accounts stand. Whom it reaches here is left out, for that is another in each copy.
 * In answers the names come with the thread.
 */
export function handleTraits({ audience, reading }: ReadArrival): readonly Sight[] {
  const names = namesSpelled({ audience, reading });
  if (names.length < spelledMin) return [];
  return [{ view: "handles", content: names.join(" "), usual: usual.spelled }];
}

/**
 * Its words, for who compares texts: where it says next to nothing and names many, the names are
 * its words, and can be exchanged as words are.
 */
export function wordsOf(arrival: Pick<ReadArrival, "audience" | "reading">): string {
  const { comparable } = arrival.reading;
  if (comparable.replace(mentionSigns, "").length > wordlessMax) return comparable;
  const names = namesSpelled(arrival);
  return names.length < sentenceMin ? comparable : `${comparable} ${names.join(" ")}`;
}

/** Chosen by us: fewer names are no sentence, and more letters are one. */
const [sentenceMin, wordlessMax] = [6, 20];

/** What stands in comparable text for whom it mentions. */
const mentionSigns = /[@\s]+/g;

function namesSpelled({
  audience,
  reading,
}: Pick<ReadArrival, "audience" | "reading">): readonly string[] {
  if (isAnswer(reading)) return [];
  return mentionsElsewhere({ audience, reading }).map(nameOf);
}

function mentionsElsewhere({
  audience,
  reading,
}: Pick<ReadArrival, "audience" | "reading">): readonly string[] {
  const here = new Set(audience.notified.map(({ actor }) => lastOf(actor)));
  return reading.mentions.filter((mention) => !here.has(nameOf(mention)));
}

/** Most servers end an actor's id with its name. */
function lastOf(actor: ActorId): string {
  return actor
    .slice(actor.lastIndexOf("/") + 1)
    .replace(/^@/, "")
    .toLowerCase();
}

function nameOf(mention: string): string {
  const [name = ""] = mention.replace(/^@/, "").split("@", 1);
  return name.toLowerCase();
}

/** Those here by actor, as they are reached; those elsewhere by handle, as they are named. */
export function recipientTraits({ audience, reading }: ReadArrival): readonly Sight[] {
  if (isAnswer(reading)) return [];
  const here = audience.notified.slice(0, recipientsMax).map(({ actor }): Sight => {
    return { view: "recipients", content: actor, usual: usual.here };
  });
  const elsewhere = mentionsElsewhere({ audience, reading })
    .slice(0, recipientsMax)
    .map((mention): Sight => {
      return { view: "recipients", content: mention.toLowerCase(), usual: usual.elsewhere };
    });
  return [...here, ...elsewhere];
}
