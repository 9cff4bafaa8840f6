// Cases of reports, as long as the process lives.

import { day, type EpochMs, startOf } from "../../base/units.ts";
import {
  caseAfter,
  casesPerDayMax,
  type OpenCase,
  othersOfTheDay,
  type Report,
  type ReportCase,
  shownCase,
} from "../../model/report-case.ts";

export class Reports {
  readonly #days = new Map<EpochMs, Map<string, OpenCase>>();

  note(report: Report): ReportCase {
    const today = startOf(day, report.at);
    const cases = this.#days.get(today) ?? new Map<string, OpenCase>();
    this.#days.set(today, cases);
    const fits = cases.has(nameOf(report)) || cases.size < casesPerDayMax;
    const placed = fits ? report : { ...report, subjects: othersOfTheDay };
    const next = caseAfter(cases.get(nameOf(placed)), placed);
    cases.set(nameOf(placed), next);
    return shownCase(next);
  }

  since(since: EpochMs, limit: number): readonly ReportCase[] {
    return [...this.#days.values()]
      .flatMap((cases) => [...cases.values()])
      .filter(({ lastAt }) => lastAt >= since)
      .sort((a, b) => b.lastAt - a.lastAt || (nameOf(a) < nameOf(b) ? -1 : 1))
      .slice(0, limit)
      .map(shownCase);
  }

  forgetOn(subject: string): void {
    for (const cases of this.#days.values()) {
      for (const [name, { subjects }] of cases) if (subjects.includes(subject)) cases.delete(name);
    }
  }

  forget(before: EpochMs): void {
    for (const [start, cases] of this.#days) {
      for (const [name, { lastAt }] of cases) if (lastAt < before) cases.delete(name);
      if (cases.size === 0) this.#days.delete(start);
    }
  }
}

function nameOf({ subjects }: Pick<Report, "subjects">): string {
  return JSON.stringify(subjects);
}
