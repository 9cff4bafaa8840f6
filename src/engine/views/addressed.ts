// Whom a post names: the people it writes to, and words spelled in names.

import type { ReadArrival } from "../../model/arrival.ts";
import type { Sight } from "./likeness.ts";

/** Chosen by us: people of one post that are compared. */
const recipientsMax = 8;

const usual = { spelled: 0.0005, here: 0.02, elsewhere: 0.002 } as const;

/** Fewer names spell nothing. */
const spelledMin = 3;

/**
 * The names in their order, without their hosts: a text written in handles keeps its words
 * wherever the accounts stand. In answers the names come with the thread.
 */
export function handleTraits({ reading }: ReadArrival): readonly Sight[] {
  if (reading.replyTo.kind !== "none") return [];
  const names = reading.mentions.map(nameOf);
  if (names.length < spelledMin) return [];
  return [{ view: "handles", content: names.join(" "), usual: usual.spelled }];
}

function nameOf(mention: string): string {
  const [name = ""] = mention.replace(/^@/, "").split("@", 1);
  return name.toLowerCase();
}

export function recipientTraits({ audience, reading }: ReadArrival): readonly Sight[] {
  if (reading.replyTo.kind !== "none") return [];
  const here = audience.notified.slice(0, recipientsMax).map(({ actor }): Sight => {
    return { view: "recipients", content: actor, usual: usual.here };
  });
  const elsewhere = reading.mentions.slice(0, recipientsMax).map((mention): Sight => {
    return { view: "recipients", content: mention.toLowerCase(), usual: usual.elsewhere };
  });
  return [...here, ...elsewhere];
}
