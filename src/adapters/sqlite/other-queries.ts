// What a ledger does with rules and settings, and the documents beside it, as queries.

import type { Kysely } from "kysely";
import type { ActorId } from "../../model/ids.ts";
import type { RecipientRule, Rule } from "../../model/rule.ts";
import type { CachedDocument } from "../../ports/documents.ts";
import {
  documentOf,
  documentRow,
  recipientOf,
  recipientRow,
  ruleOf,
  ruleRow,
  subjectColumns,
} from "./rows.ts";
import type { Tables } from "./tables.ts";

type Db = Kysely<Tables>;

export async function addRule(db: Db, rule: Rule): Promise<void> {
  await db.replaceInto("rules").values(ruleRow(rule)).execute();
}

export async function dropRule(db: Db, subject: Rule["subject"]): Promise<boolean> {
  const columns = subjectColumns(subject);
  const { numDeletedRows } = await db
    .deleteFrom("rules")
    .where("kind", "=", columns.kind)
    .where("subject", "=", columns.subject)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function rules(db: Db): Promise<readonly Rule[]> {
  const rows = await db
    .selectFrom("rules")
    .selectAll()
    .where("kind", "!=", "recipient")
    .orderBy("kind")
    .orderBy("subject")
    .execute();
  return rows.map(ruleOf);
}

export async function setRecipient(db: Db, rule: RecipientRule): Promise<void> {
  await db.replaceInto("rules").values(recipientRow(rule)).execute();
}

export async function dropRecipient(db: Db, recipient: ActorId): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("rules")
    .where("kind", "=", "recipient")
    .where("subject", "=", recipient)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function recipients(db: Db): Promise<readonly RecipientRule[]> {
  const rows = await db
    .selectFrom("rules")
    .selectAll()
    .where("kind", "=", "recipient")
    .orderBy("subject")
    .execute();
  return rows.map(recipientOf);
}

export async function setting(db: Db, name: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("settings")
    .select("value")
    .where("name", "=", name)
    .executeTakeFirst();
  return row?.value;
}

export async function putSetting(db: Db, name: string, value: string): Promise<void> {
  await db.replaceInto("settings").values({ name, value }).execute();
}

export async function getDocument(db: Db, url: string): Promise<CachedDocument | undefined> {
  const row = await db
    .selectFrom("documents")
    .selectAll()
    .where("url", "=", url)
    .executeTakeFirst();
  return row && documentOf(row);
}

export async function putDocument(db: Db, document: CachedDocument): Promise<void> {
  await db.replaceInto("documents").values(documentRow(document)).execute();
}

/** Keeps the `documentsMax` that were written last. Walks as many index entries. */
export async function pruneDocuments(db: Db, documentsMax: number): Promise<void> {
  const oldestToGo = db
    .selectFrom("documents")
    .select("seq")
    .orderBy("seq", "desc")
    .limit(1)
    .offset(documentsMax);
  await db.deleteFrom("documents").where("seq", "<=", oldestToGo).execute();
}
