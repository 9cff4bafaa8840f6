// What rules are tried on from the command line.

import { asFarAsReadable, recordedHere } from "../services/recorded-here.ts";
import type { TriedSources } from "../services/tried-texts.ts";
import type { Context } from "./context.ts";
import type { Store } from "./parts.ts";
import { readLines } from "./read-input.ts";

/** `on`: a log that somebody named; else what the gate recorded last, if it did. */
export async function rulesSources(
  { ledger, documents, chronicle }: Pick<Store, "ledger" | "documents" | "chronicle">,
  on: string | undefined,
  place: Pick<Context, "input" | "directory">,
): Promise<TriedSources> {
  const own = on === undefined ? await recordedHere(ledger) : undefined;
  const log = on ?? own;
  const lines = log === undefined ? undefined : readLines(log, place);
  const recorded = lines && (on === undefined ? asFarAsReadable(lines) : lines);
  return { ledger, documents, chronicle, recorded };
}
