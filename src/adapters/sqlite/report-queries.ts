// Cases of reports, as queries.

import type { Kysely } from "kysely";
import { day, type EpochMs, epochMs, startOf } from "../../base/units.ts";
import {
  caseAfter,
  casesPerDayMax,
  type OpenCase,
  othersOfTheDay,
  type Report,
  type ReportCase,
  shownCase,
} from "../../model/report-case.ts";
import type { ReportsTable, Tables } from "./tables.ts";

type Db = Kysely<Tables>;

export async function noteReport(db: Db, report: Report): Promise<ReportCase> {
  const before = await openCase(db, report);
  const fits =
    before !== undefined || (await casesOn(db, startOf(day, report.at))) < casesPerDayMax;
  const placed = fits ? report : { ...report, subjects: othersOfTheDay };
  const next = caseAfter(fits ? before : await openCase(db, placed), placed);
  await db.replaceInto("reports").values(rowOf(next)).execute();
  return shownCase(next);
}

export async function reports(
  db: Db,
  since: EpochMs,
  limit: number,
): Promise<readonly ReportCase[]> {
  const rows = await db
    .selectFrom("reports")
    .selectAll()
    .where("last_at", ">=", since)
    .orderBy("last_at", "desc")
    .orderBy("subjects")
    .limit(limit)
    .execute();
  return rows.map((row) => shownCase(caseOf(row)));
}

export async function forgetReports(db: Db, before: EpochMs): Promise<void> {
  await db.deleteFrom("reports").where("last_at", "<", before).execute();
}

async function casesOn(db: Db, day: EpochMs): Promise<number> {
  const { count } = await db
    .selectFrom("reports")
    .select((its) => its.fn.countAll<number>().as("count"))
    .where("day", "=", day)
    .executeTakeFirstOrThrow();
  return count;
}

async function openCase(db: Db, { at, subjects }: Report): Promise<OpenCase | undefined> {
  const row = await db
    .selectFrom("reports")
    .selectAll()
    .where("day", "=", startOf(day, at))
    .where("subjects", "=", JSON.stringify(subjects))
    .executeTakeFirst();
  return row && caseOf(row);
}

function rowOf({ subjects, count, domains, firstAt, lastAt }: OpenCase): ReportsTable {
  return {
    day: startOf(day, firstAt),
    subjects: JSON.stringify(subjects),
    count,
    domains: JSON.stringify(domains),
    first_at: Math.floor(firstAt),
    last_at: Math.floor(lastAt),
  };
}

function caseOf(row: ReportsTable): OpenCase {
  return {
    subjects: JSON.parse(row.subjects) as string[],
    count: row.count,
    domains: JSON.parse(row.domains) as string[],
    firstAt: epochMs(row.first_at),
    lastAt: epochMs(row.last_at),
  };
}
