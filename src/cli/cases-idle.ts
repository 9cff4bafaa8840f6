// What `cases list` says where it is empty because the gate does not act on its verdicts.

import type { Mode } from "../model/mode.ts";
import type { Ledger } from "../ports/ledger.ts";
import { modeInForce } from "./mode.ts";
import type { Output } from "./output.ts";

/** Says nothing where an empty list is good news. */
export async function tellIdle(configured: Mode, ledger: Ledger, output: Output): Promise<void> {
  const line = idleLine(await modeInForce(configured, ledger));
  if (line !== undefined) output.aside(line);
}

/** Undefined where an empty list is good news. */
export function idleLine(mode: Mode): string | undefined {
  if (mode === "guard") return undefined;
  const does = mode === "watch" ? "judged and passed on" : "passed on unread";
  return `The mode is ${mode}: all mail is ${does}. "breakwater mode guard" acts on verdicts.`;
}
