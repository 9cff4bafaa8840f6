// Whether there are hosts that nobody looks after, and what an admin may do about them.

import type { Ledger } from "../../ports/ledger.ts";
import { neglectedHosts, ruleOn } from "../../services/host-ladder.ts";
import { neglectedInLine, suggested } from "../neglect-words.ts";
import { type Finding, ok, warn } from "./finding.ts";

/** Throws LedgerDown. */
export async function lookAtHosts(ledger: Pick<Ledger, "setting">): Promise<Finding[]> {
  const hosts = await neglectedHosts(ledger);
  const line = neglectedInLine(hosts);
  if (line === undefined) return [];
  const [first] = suggested(hosts);
  if (first === undefined) return [ok("hosts", line)];
  const friends = first.welcomed === 0 ? "" : `, allowing first the ${first.welcomed} known here`;
  return [warn("hosts", line, `${ruleOn(first.domain)}${friends}`)];
}
