// How far a ruling of ham reaches.

import type { Likeness, Trace, ViewName } from "../../model/likeness.ts";

/** Where a post would have its reader go. Pictures vary in every meme. */
const leading: ReadonlySet<ViewName> = new Set(["link", "payload"]);

/**
 * Leads where the other does not. Words that were found harmless excuse nothing that is put
 * beside them: else a wave would begin with them.
 */
export function leadsElsewhere({ traits }: Likeness, { keys }: Trace): boolean {
  return traits.some(({ view, key }) => leading.has(view) && !keys.includes(key));
}
