// What `cases list` says of reports: a wave of them on one line.

import { amount } from "../base/amount.ts";
import type { ReportCase } from "../model/report-case.ts";
import { shortTime } from "./moment.ts";
import { printable } from "./printable.ts";

/** Named in full; who reports a crowd means all of it. */
const namedMax = 3;

export function reportLine({ subjects, count, domains, firstAt, lastAt }: ReportCase): string {
  const reports = amount(count, "report");
  const from = amount(domains, "domain");
  const when =
    firstAt === lastAt ? shortTime(lastAt) : `${shortTime(firstAt)} to ${shortTime(lastAt)}`;
  return `${reports} on ${whom(subjects)}, from ${from}, ${when}; all were passed on`;
}

function whom(subjects: readonly string[]): string {
  if (subjects.length === 0) return "others";
  const named = subjects.slice(0, namedMax).map(printable).join(", ");
  const more = subjects.length - namedMax;
  return more > 0 ? `${named} and ${more} more` : named;
}

export function reportAsJson(one: ReportCase): object {
  const iso = (at: number): string => new Date(at).toISOString();
  const { subjects, count, domains } = one;
  const times = { firstAt: iso(one.firstAt), lastAt: iso(one.lastAt) };
  return { kind: "reports", subjects, count, domains, ...times };
}
