import { equal } from "node:assert/strict";
import { test } from "node:test";
import { ProcessOwnRecords } from "../adapters/process/own-records.ts";
import { after, day, epochMs } from "../base/units.ts";
import { appealSubjectIn } from "../model/appeal.ts";
import type { ActorId } from "../model/ids.ts";
import { allAppeals, fileAppeal } from "./appeals.ts";
import { audited, auditKeptMs, noteAudit } from "./audit.ts";
import { expireRecords, forgetInRecords } from "./record-keeping.ts";

const noon = epochMs(Date.UTC(2026, 10, 28, 12));

async function appealOf(handle: string, records: ProcessOwnRecords): Promise<void> {
  const subject = appealSubjectIn(handle);
  if (subject === undefined) throw new Error(`${handle} names nobody`);
  await fileAppeal(records, subject, "please look", noon);
}

test("what has stood its time goes, without anybody writing more of it", async () => {
  const records = new ProcessOwnRecords();
  const line = { by: "anna", at: noon, through: "desk", did: "signed in", about: "anna" } as const;
  await noteAudit(records, { ...line, details: "" });
  await appealOf("@bob@spam.example", records);
  equal(await expireRecords(records, after(noon, day)), 0);
  equal(await expireRecords(records, after(noon, 31 * day)), 1);
  equal((await allAppeals(records)).length, 0);
  equal(await expireRecords(records, after(noon, auditKeptMs + day)), 1);
  equal((await audited(records, { limit: 9 })).length, 0);
});

test("an actor's appeals go with it, and nobody else's", async () => {
  const records = new ProcessOwnRecords();
  await appealOf("@bob@spam.example", records);
  await appealOf("@una@spam.example", records);
  equal(await forgetInRecords(records, "https://spam.example/users/bob" as ActorId), 1);
  equal((await allAppeals(records))[0]?.subject.text, "@una@spam.example");
});
