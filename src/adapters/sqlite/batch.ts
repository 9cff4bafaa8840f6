// Group commit: calls that wait together share one transaction, and so one fsync.

import type { DatabaseSync } from "node:sqlite";
import type { Kysely } from "kysely";
import * as caseListQueries from "./case-list-queries.ts";
import * as caseQueries from "./case-queries.ts";
import { census } from "./census-query.ts";
import * as partyQueries from "./chronicle-parties.ts";
import * as chronicleQueries from "./chronicle-queries.ts";
import * as forgetQueries from "./forget-queries.ts";
import * as keptQueries from "./kept-queries.ts";
import { kin, otherBodies, standingSenders } from "./kin-queries.ts";
import * as lessonQueries from "./lesson-queries.ts";
import * as otherQueries from "./other-queries.ts";
import * as ownRecordQueries from "./own-record-queries.ts";
import { dropRecalls, listRecalls, recalled, recalls } from "./recall-queries.ts";
import { noteReport, reports } from "./report-queries.ts";
import { learned, rule, ruled, unlearned } from "./ruling-queries.ts";
import type { Tables } from "./tables.ts";
import { sentenceFor } from "./trouble.ts";
import { room, usage } from "./usage-queries.ts";

export interface OpenDatabase {
  readonly sqlite: DatabaseSync;
  readonly db: Kysely<Tables>;
  readonly path: string;
}

const overviews = { kin, otherBodies, standingSenders, census, usage, room, noteReport, reports };
const recalling = { listRecalls, recalled, dropRecalls, recalls };
const asked = {
  ...lessonQueries,
  ...ownRecordQueries,
  ...partyQueries,
  ...overviews,
  ...forgetQueries,
  ...caseQueries,
  ...caseListQueries,
  ...recalling,
  rule,
  ruled,
  unlearned,
  learned,
};
const queries = { ...keptQueries, ...asked, ...otherQueries, ...chronicleQueries };
const reading: ReadonlySet<string> = new Set([
  "due",
  "nextDueAt",
  "settling",
  "find",
  "list",
  "census",
  "signers",
  "kin",
  "otherBodies",
  "standingSenders",
  "usage",
  "reports",
  "ruled",
  "unlearned",
  "caseIds",
  "cases",
  "single",
  "caseRecord",
  "ofCase",
  "ruledCases",
  "listCases",
  "countCases",
  "room",
  "rules",
  "recipients",
  "setting",
  "getDocument",
  "findDecision",
  "findDecisions",
  "recalls",
  "doubted",
  "judged",
  "chronicleTotals",
  "chronicleAbout",
  "parties",
  "decisionsOfHost",
  "doubtedSenders",
  "toLookUp",
  "keptOf",
  "errands",
  "documentsAbout",
  "documentsBelow",
  "lessonAbout",
  "lessonMark",
  "lessons",
  "lessonDays",
  "taughtBy",
  "ownRecord",
  "ownRecords",
  "countRecords",
] satisfies (keyof Queries)[]);

/** After these, text that must be gone may still lie in the write-ahead log. */
const erasing: ReadonlySet<string> = new Set([
  "finish",
  "withdraw",
  "expire",
  "forget",
  "forgetChronicled",
  "expireChronicled",
  "forgetSender",
  "forgetDocuments",
  "answerErrand",
  "takeAnswer",
  "learned",
  "teach",
  "unteach",
  "expireLessons",
  "takeRecord",
  "dropRecordsBefore",
  "dropRecordsAbout",
] satisfies (keyof Queries)[]);

export type Queries = typeof queries;

/** One query with its arguments, as it travels between threads. */
export interface Call {
  readonly name: keyof Queries;
  readonly args: readonly unknown[];
}

export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly because: string };

export function erases(calls: readonly Call[]): boolean {
  return calls.some((call) => erasing.has(call.name));
}

/** Whether another connection committed anything since it was last asked. */
export function watchOthers({ sqlite }: Pick<OpenDatabase, "sqlite">): () => boolean {
  const look = sqlite.prepare("pragma data_version");
  const version = (): unknown => look.get()?.["data_version"];
  let seen = version();
  return () => {
    const before = seen;
    seen = version();
    return seen !== before;
  };
}

/**
 * Answers in the order of the calls; what they wrote is on disk by then. A call that fails is
 * undone alone. When the transaction itself fails, all of them failed.
 */
export async function runBatch(
  database: OpenDatabase,
  calls: readonly Call[],
): Promise<readonly Answer[]> {
  const { sqlite, path } = database;
  try {
    // Reading waits for nobody, and sees one moment whatever another process writes meanwhile.
    const onlyReads = calls.every((call) => reading.has(call.name));
    sqlite.exec(onlyReads ? "begin" : "begin immediate");
    const answers: Answer[] = [];
    for (const call of calls) answers.push(await runApart(database, call));
    sqlite.exec("commit");
    return answers;
  } catch (error) {
    if (sqlite.isTransaction) sqlite.exec("rollback");
    const because = sentenceFor(error, path);
    return calls.map(() => ({ ok: false, because }));
  }
}

/** Some errors (a full disk, for one) end the whole transaction: then nothing is left to undo. */
async function runApart({ sqlite, db, path }: OpenDatabase, call: Call): Promise<Answer> {
  sqlite.exec("savepoint this_call");
  try {
    const value = await run(db, call);
    sqlite.exec("release this_call");
    return { ok: true, value };
  } catch (error) {
    if (!sqlite.isTransaction) throw error;
    sqlite.exec("rollback to this_call; release this_call");
    return { ok: false, because: sentenceFor(error, path) };
  }
}

async function run(db: Kysely<Tables>, { name, args }: Call): Promise<unknown> {
  const query = queries[name] as (db: Kysely<Tables>, ...args: readonly unknown[]) => unknown;
  return query(db, ...args);
}
