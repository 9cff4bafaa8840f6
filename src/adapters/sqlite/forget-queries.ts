// All that is kept of one actor, found and removed, as queries. Whole walks through a table:
// they are asked by a person, rarely.

import { type Kysely, sql } from "kysely";
import type { ActorId } from "../../model/ids.ts";
import type { KeptSummary } from "../../model/kept.ts";
import type { CachedDocument } from "../../ports/documents.ts";
import type { Errand } from "../../ports/ledger.ts";
import { belowActor, spellingsOf } from "../names-actor.ts";
import { documentOf, summaryOf } from "./rows.ts";
import type { Tables } from "./tables.ts";

type Db = Kysely<Tables>;

export async function keptOf(db: Db, sender: ActorId): Promise<readonly KeptSummary[]> {
  const rows = await db
    .selectFrom("kept")
    .selectAll()
    .where((its) => its.or([its("sender", "=", sender), its("author", "=", sender)]))
    .orderBy("seq")
    .execute();
  return rows.map((row) => summaryOf(row));
}

export async function forgetSender(db: Db, sender: ActorId): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("kept")
    .where((its) => its.or([its("sender", "=", sender), its("author", "=", sender)]))
    .executeTakeFirst();
  await db.deleteFrom("rulings").where("sender", "=", sender).execute();
  await db.deleteFrom("recalls").where("sender", "=", sender).execute();
  const name = JSON.stringify(sender);
  await db.deleteFrom("reports").where(sql<boolean>`instr(subjects, ${name}) > 0`).execute();
  return Number(numDeletedRows);
}

export async function ask(db: Db, errand: Errand): Promise<void> {
  await db
    .replaceInto("errands")
    .values({ kind: errand.kind, actor: errand.about, answer: null })
    .execute();
}

export async function errands(db: Db): Promise<readonly Errand[]> {
  const rows = await db
    .selectFrom("errands")
    .select(["kind", "actor"])
    .where("answer", "is", null)
    .orderBy("kind")
    .orderBy("actor")
    .execute();
  return rows.map(({ kind, actor }) => ({ kind, about: actor as ActorId }));
}

export async function answerErrand(
  db: Db,
  { kind, about }: Errand,
  answer: string | undefined,
): Promise<void> {
  if (answer === undefined) return dropErrand(db, { kind, about });
  const its = db.updateTable("errands").set({ answer }).where("kind", "=", kind);
  await its.where("actor", "=", about).execute();
}

export async function takeAnswer(db: Db, errand: Errand): Promise<string | undefined> {
  const { kind, about } = errand;
  const row = await db
    .selectFrom("errands")
    .select("answer")
    .where("kind", "=", kind)
    .where("actor", "=", about)
    .executeTakeFirst();
  if (row?.answer == null) return undefined;
  await dropErrand(db, errand);
  return row.answer;
}

async function dropErrand(db: Db, { kind, about }: Errand): Promise<void> {
  await db.deleteFrom("errands").where("kind", "=", kind).where("actor", "=", about).execute();
}

/** `namesActor` as a condition. */
function naming(actor: ActorId) {
  const { length } = actor;
  const below = belowActor.map((mark) => actor + mark);
  const [plain, escaped] = spellingsOf(actor);
  return sql<boolean>`(
    url = ${actor} or substr(url, 1, ${length + 1}) in (${sql.join(below)})
    or instr(content, ${plain}) > 0 or instr(content, ${escaped}) > 0
  )`;
}

export async function documentsAbout(db: Db, actor: ActorId): Promise<readonly CachedDocument[]> {
  const query = db.selectFrom("documents").selectAll().where(naming(actor)).orderBy("url");
  return (await query.execute()).map(documentOf);
}

export async function forgetDocuments(db: Db, actor: ActorId): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("documents")
    .where(naming(actor))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** The code point above all others stands behind every address that begins so. */
const last = "\u{10ffff}";

export async function documentsBelow(
  db: Db,
  prefix: string,
  limit: number,
): Promise<readonly CachedDocument[]> {
  const rows = await db
    .selectFrom("documents")
    .selectAll()
    .where("url", ">=", prefix)
    .where("url", "<", prefix + last)
    .orderBy("url")
    .limit(limit)
    .execute();
  return rows.map(documentOf);
}
