// What was reported to our moderators: a wave of reports is one thing to look at.

import { type EpochMs, epochMs } from "../base/units.ts";

/** One report as it came; of what it says nothing is kept. */
export interface Report {
  readonly at: EpochMs;
  /** Whom it is about, or, where it names nobody of ours, what: sorted, each once. */
  readonly subjects: readonly string[];
  /** Registrable domain of the proven reporter. */
  readonly domain: string;
}

/** All reports on the same people that came on one day (UTC). */
export interface ReportCase {
  readonly subjects: readonly string[];
  readonly count: number;
  /** Distinct domains that reported; counted up to `domainsMax`. */
  readonly domains: number;
  readonly firstAt: EpochMs;
  readonly lastAt: EpochMs;
}

/** More domains than this say no more. */
export const domainsMax = 64;

/** Cases a day; who makes up more names than that is counted together. */
export const casesPerDayMax = 1000;

/** Where the rest of a day is counted. */
export const othersOfTheDay: readonly string[] = [];

/** A case as ledgers keep it: with the domains by name, to tell them apart. */
export interface OpenCase extends Omit<ReportCase, "domains"> {
  readonly domains: readonly string[];
}

export function caseAfter(
  before: OpenCase | undefined,
  { at, subjects, domain }: Report,
): OpenCase {
  if (before === undefined)
    return { subjects, count: 1, domains: [domain], firstAt: at, lastAt: at };
  const { domains } = before;
  const isNew = !domains.includes(domain) && domains.length < domainsMax;
  return {
    subjects: before.subjects,
    count: before.count + 1,
    domains: isNew ? [...domains, domain] : domains,
    firstAt: epochMs(Math.min(before.firstAt, at)),
    lastAt: epochMs(Math.max(before.lastAt, at)),
  };
}

export function shownCase(open: OpenCase): ReportCase {
  return { ...open, domains: open.domains.length };
}
