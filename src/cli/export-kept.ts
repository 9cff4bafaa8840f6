// What is kept as JSON lines, with the bytes as they came: for other tools, or for safekeeping.

import { link, open, rm } from "node:fs/promises";
import { isoTime } from "../base/units.ts";
import type { Kept, KeptState } from "../model/kept.ts";
import type { Ledger } from "../ports/ledger.ts";
import { Complaint } from "./exit-code.ts";
import { printable } from "./printable.ts";
import { whyNot } from "./read-config.ts";

/** Whatever still has bytes. */
const withBytes: readonly KeptState[] = ["settling", "held", "releasing", "refused", "rejected"];

/** Answers how many. Whole or not at all, readable by its owner alone; replaces no file. */
export async function exportKept(
  ledger: Pick<Ledger, "list" | "find">,
  path: string,
): Promise<number> {
  const part = `${path}.part`;
  try {
    await rm(part, { force: true });
    const file = await open(part, "wx", 0o600);
    let count = 0;
    try {
      for (const { receipt } of await ledger.list(withBytes, 100_000)) {
        const kept = await ledger.find(receipt);
        if (kept === undefined) continue;
        await file.write(`${JSON.stringify(lineOf(kept))}\n`);
        count++;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await link(part, path);
    return count;
  } catch (error) {
    throw isSystemError(error)
      ? new Complaint(`can't write ${printable(path)}: ${whyNot(error)}; name another file.`)
      : error;
  } finally {
    await rm(part, { force: true });
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

function lineOf({ delivery, state, sender, verdict, activityId, replayUntil }: Kept): object {
  const { receipt, at, path, scheme, client, headers, body } = delivery;
  return {
    receipt,
    arrivedAt: isoTime(at),
    state,
    sender,
    activity: activityId ?? null,
    letInUntil: isoTime(replayUntil),
    verdict: { action: verdict.action, score: verdict.score },
    path,
    scheme,
    client,
    headers,
    bodyBase64: Buffer.from(body).toString("base64"),
  };
}
