// Verdicts from files: what `check --json` printed, or lines of a replay's answer.

import { z } from "zod";
import { signals } from "../engine/signals/index.ts";
import type { Explained } from "./explain-table.ts";

const evidenceSchema = z.object({
  symbol: z.string().max(200),
  group: z.string().max(200).optional(),
  strength: z.number(),
  decibans: z.number(),
  because: z.string(),
});

const verdictSchema = z.object({
  delivery: z.string().optional(),
  action: z.enum(["accept", "flag", "settle", "hold", "reject"]),
  score: z.number(),
  probability: z.number(),
  path: z.enum(["fast", "judged"]),
  evidence: z.array(evidenceSchema).max(1000),
});

/** The verdict in a JSON document, or of `delivery` in JSON Lines; undefined if there is none. */
export function verdictIn(text: string, delivery: string | undefined): Explained | undefined {
  const candidates = [parseJson(text), ...text.split("\n").map(parseJson)];
  for (const candidate of candidates) {
    const parsed = verdictSchema.safeParse(candidate);
    if (!parsed.success) continue;
    if (delivery !== undefined && parsed.data.delivery !== delivery) continue;
    return withGroups(parsed.data);
  }
  return undefined;
}

/** How many verdicts there are to choose from; counts no further than 2. */
export function verdictsIn(text: string): number {
  let found = 0;
  for (const line of text.split("\n")) {
    if (verdictSchema.safeParse(parseJson(line)).success) found += 1;
    if (found > 1) break;
  }
  return found;
}

/** A replay's answer leaves the groups out: they belong to the signals. */
function withGroups(verdict: z.infer<typeof verdictSchema>): Explained {
  const evidence = verdict.evidence.map((one) => {
    const group = one.group ?? signals.find((signal) => signal.symbol === one.symbol)?.group ?? "";
    return { ...one, group };
  });
  return { ...verdict, evidence };
}

function parseJson(text: string): unknown {
  if (!text.trimStart().startsWith("{")) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
