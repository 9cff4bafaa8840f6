// What was learned of words, as queries.

import { type Kysely, type Selectable, sql } from "kysely";
import { day, type EpochMs, epochMs } from "../../base/units.ts";
import type { Receipt } from "../../model/ids.ts";
import { wholeMoment } from "../../model/kept-moves.ts";
import {
  type Lesson,
  type LessonDay,
  type LessonSource,
  lessonSources,
  lessonsLeft,
  type NumberedLesson,
} from "../../model/lesson.ts";
import type { LessonMark } from "../../ports/lesson-book.ts";
import type { LessonsTable, Tables } from "./tables.ts";

type Db = Kysely<Tables>;

export async function teach(db: Db, lessons: readonly Lesson[]): Promise<void> {
  let changed = false;
  for (const lesson of lessons) changed = (await put(db, lesson)) || changed;
  for (const from of lessonSources) changed = (await makeRoom(db, from)) || changed;
  if (changed) await noteChange(db);
}

/** True if another had to go. */
async function put(db: Db, lesson: Lesson): Promise<boolean> {
  const { about, label, features } = lesson;
  const its = db.selectFrom("lessons").selectAll().where("about", "=", about);
  const before = await its.executeTakeFirst();
  if (before !== undefined) {
    const same = before.label === label && Buffer.compare(before.features, features) === 0;
    if (same && before.aside === 0) return false;
    await db.deleteFrom("lessons").where("about", "=", about).execute();
  }
  await db.insertInto("lessons").values(rowOf(lesson)).execute();
  return before !== undefined;
}

async function makeRoom(db: Db, from: LessonSource): Promise<boolean> {
  const count = db.selectFrom("lessons").select((its) => its.fn.countAll<number>().as("count"));
  const found = await count.where("source", "=", from).executeTakeFirstOrThrow();
  const surplus = found.count - lessonsLeft(from, found.count);
  if (surplus === 0) return false;
  const oldest = db.selectFrom("lessons").select("number").where("source", "=", from);
  const gone = oldest.orderBy("number").limit(surplus);
  await db.deleteFrom("lessons").where("number", "in", gone).execute();
  return true;
}

export async function lessonAbout(db: Db, about: string): Promise<Lesson | undefined> {
  const its = db.selectFrom("lessons").selectAll().where("about", "=", about);
  const row = await its.executeTakeFirst();
  if (row === undefined) return undefined;
  const { number: _number, ...lesson } = lessonOf(row);
  return lesson;
}

export async function lessonMark(db: Db): Promise<LessonMark> {
  const newest = db.selectFrom("lessons").select((its) => its.fn.max("number").as("last"));
  const last = (await newest.executeTakeFirst())?.last ?? 0;
  return { last, changes: await changesIn(db) };
}

export async function lessons(
  db: Db,
  after: number,
  limit: number,
): Promise<readonly NumberedLesson[]> {
  const inForce = db.selectFrom("lessons").selectAll().where("aside", "=", 0);
  const rows = await inForce.where("number", ">", after).orderBy("number").limit(limit).execute();
  return rows.map(lessonOf);
}

export async function lessonDays(db: Db): Promise<readonly LessonDay[]> {
  const startsAt = sql<number>`at - at % ${sql.lit(day)}`;
  const rows = await db
    .selectFrom("lessons")
    .select([
      startsAt.as("startsAt"),
      sql<number>`sum(label = 'spam')`.as("spam"),
      sql<number>`sum(label = 'ham')`.as("ham"),
      sql<number>`sum(aside)`.as("aside"),
    ])
    .groupBy(startsAt)
    .orderBy("startsAt", "desc")
    .execute();
  return rows.map((row) => ({ ...row, startsAt: epochMs(row.startsAt) }));
}

export async function goBackTo(db: Db, before: EpochMs | undefined): Promise<number> {
  const aside = before === undefined ? 0 : sql<number>`at >= ${before}`;
  await db.updateTable("lessons").set({ aside }).execute();
  await noteChange(db);
  const count = db.selectFrom("lessons").select((its) => its.fn.countAll<number>().as("count"));
  return (await count.where("aside", "=", 1).executeTakeFirstOrThrow()).count;
}

export async function taughtBy(db: Db, sender: string): Promise<readonly NumberedLesson[]> {
  const its = db.selectFrom("lessons").selectAll().where("sender", "=", sender);
  return (await its.orderBy("number").execute()).map(lessonOf);
}

export async function unteach(db: Db, sender: string): Promise<number> {
  const done = await db.deleteFrom("lessons").where("sender", "=", sender).executeTakeFirst();
  return noteGone(db, done.numDeletedRows);
}

export async function expireLessons(db: Db, before: EpochMs): Promise<number> {
  const old = db.deleteFrom("lessons").where("source", "=", "ruling").where("at", "<", before);
  return noteGone(db, (await old.executeTakeFirst()).numDeletedRows);
}

async function noteGone(db: Db, count: bigint): Promise<number> {
  if (count > 0n) await noteChange(db);
  return Number(count);
}

/** Beside the lessons, so that it outlives the one that was changed. */
const changesName = "lesson-changes";

async function changesIn(db: Db): Promise<number> {
  const its = db.selectFrom("settings").select("value").where("name", "=", changesName);
  return Number((await its.executeTakeFirst())?.value ?? 0);
}

async function noteChange(db: Db): Promise<void> {
  const value = String((await changesIn(db)) + 1);
  await db.replaceInto("settings").values({ name: changesName, value }).execute();
}

function rowOf(lesson: Lesson): Omit<Selectable<LessonsTable>, "number"> {
  const { about, label, author, from, features } = lesson;
  return {
    ...{ about, label, author, source: from, features },
    sender: lesson.sender ?? null,
    is_public: lesson.isPublic ? 1 : 0,
    at: wholeMoment(lesson.at),
    receipt: lesson.receipt ?? null,
    aside: 0,
  };
}

function lessonOf(row: Selectable<LessonsTable>): NumberedLesson {
  const { number, about, label, author, source, features } = row;
  return {
    ...{ number, about, label, author, from: source, features: Uint8Array.from(features) },
    sender: row.sender ?? undefined,
    isPublic: row.is_public === 1,
    at: epochMs(row.at),
    receipt: (row.receipt ?? undefined) as Receipt | undefined,
  };
}
