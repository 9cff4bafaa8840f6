// Stories of reports: many on the same people on one day are one case.

import { deepEqual, equal } from "node:assert/strict";
import { day, type EpochMs, hour } from "../../base/units.ts";
import { casesPerDayMax, type Report, type ReportCase } from "../../model/report-case.ts";
import { later, start } from "../kept.fixture.ts";
import type { Tell } from "./telling.ts";

const alice = "https://home.example/users/alice";
const bruno = "https://home.example/users/bruno";

function report(at: EpochMs, domain: string, ...subjects: string[]): Report {
  return { at, domain, subjects };
}

export function reportStories(tell: Tell): void {
  tell("reports on the same people on one day are one case", async (ledger) => {
    await ledger.noteReport(report(start, "one.example", alice));
    await ledger.noteReport(report(later(hour), "two.example", alice));
    const third = await ledger.noteReport(report(later(2 * hour), "one.example", alice));
    const expected: ReportCase = {
      subjects: [alice],
      count: 3,
      domains: 2,
      firstAt: start,
      lastAt: later(2 * hour),
    };
    deepEqual(third, expected);
    deepEqual(await ledger.reports(start, 9), [expected]);
  });

  tell("other people and another day are other cases, the last first", async (ledger) => {
    await ledger.noteReport(report(start, "one.example", alice));
    await ledger.noteReport(report(later(1), "one.example", alice, bruno));
    await ledger.noteReport(report(later(day), "one.example", alice));
    const cases = await ledger.reports(start, 9);
    deepEqual(
      cases.map(({ subjects, count }) => [subjects, count]),
      [
        [[alice], 1],
        [[alice, bruno], 1],
        [[alice], 1],
      ],
    );
    equal((await ledger.reports(later(2), 9)).length, 1);
    equal((await ledger.reports(start, 2)).length, 2);
  });

  tell("who makes up names fills a day's cases, and is counted together then", async (ledger) => {
    const made = Array.from({ length: casesPerDayMax + 5 }, (_, i) => `${alice}${i}`);
    await Promise.all(made.map((one) => ledger.noteReport(report(start, "wild.example", one))));
    const cases = await ledger.reports(start, 2 * casesPerDayMax);
    equal(cases.length, casesPerDayMax + 1);
    equal(cases.find(({ subjects }) => subjects.length === 0)?.count, 5);
  });

  tell("old cases are forgotten", async (ledger) => {
    await ledger.noteReport(report(start, "one.example", alice));
    await ledger.noteReport(report(later(day), "one.example", alice));
    await ledger.forget(later(day));
    equal((await ledger.reports(start, 9)).length, 1);
  });
}
