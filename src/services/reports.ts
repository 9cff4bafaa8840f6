// Reports go to the home server's moderators, always; here a wave of them becomes one case.

import { amount } from "../base/amount.ts";
import { namedIds } from "../engine/named-objects.ts";
import type { Arrival } from "../model/arrival.ts";
import { headerOf } from "../model/delivery.ts";
import { localActorOf } from "../model/home.ts";
import type { Report, ReportCase } from "../model/report-case.ts";
import { reason, type Verdict } from "../model/verdict.ts";
import type { Ports } from "../ports/ports.ts";

/** More people than this in one report are not told apart. */
const subjectsMax = 16;

/** From so many on the same people in one day on, a moderator should see them together. */
const waveFrom = 3;

/**
 * Counts a report by somebody proven; undefined for anything else. A report by nobody knows whom
 * is the home server's to refuse.
 */
export async function noteReport(
  arrival: Arrival,
  { homeServer, ledger }: Pick<Ports, "homeServer" | "ledger">,
): Promise<ReportCase | undefined> {
  const { activity, delivery, sender } = arrival;
  if (activity.kind !== "flag" || !sender.proven) return undefined;
  const home = homeServer.home(headerOf(delivery, "host"));
  const named = namedIds(activity);
  const ours = named.flatMap((id) => localActorOf(home, id) ?? []);
  const report: Report = {
    at: delivery.at,
    domain: sender.domain,
    subjects: distinct(ours.length > 0 ? ours : named),
  };
  return ledger.noteReport(report);
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort().slice(0, subjectsMax);
}

/** It passes whatever it says; that it is one of many is said with it. */
export function judgedReport(verdict: Verdict, { count, domains }: ReportCase): Verdict {
  if (verdict.action !== "accept" || count < waveFrom) return verdict;
  const because = `report ${count} of today on the same people, from ${amount(domains, "domain")}`;
  const evidence = reason("REPORT_WAVE", because);
  return { ...verdict, action: "flag", evidence: [evidence, ...verdict.evidence] };
}
