// Who did what here, at the desk and on the command line.

import { randomUUID } from "node:crypto";
import { z } from "zod";
import { day } from "../base/units.ts";
import { type Audited, auditedActs } from "../model/audited.ts";
import type { OwnRecords, RecordQuery } from "../ports/own-records.ts";
import { recordsOf } from "./own-records.ts";

const shape = z.object({
  by: z.string(),
  through: z.enum(["desk", "command", "gate"]),
  did: z.enum(auditedActs),
  details: z.string(),
});

const audit = recordsOf("audit", shape);

/** How long a line stands. A year covers what people ask about later; chosen by us. */
export const auditKeptMs = 365 * day;

const [aboutMax, detailsMax] = [500, 1000];

export interface AuditLine extends Audited {
  readonly number: number;
}

/** On disk once it returns. Throws LedgerDown. */
export async function noteAudit(records: OwnRecords, line: Audited): Promise<void> {
  const { by, through, did, at } = line;
  const details = line.details.slice(0, detailsMax);
  const place = { id: randomUUID(), about: line.about.slice(0, aboutMax), at };
  await audit.put(records, place, { by, through, did, details });
}

/** The last first. Throws LedgerDown. */
export async function audited(
  records: OwnRecords,
  query: RecordQuery,
): Promise<readonly AuditLine[]> {
  const found = await audit.list(records, query);
  return found.map(({ number, about, at, value }) => ({ number, about, at, ...value }));
}
