// Is what must not be lost in good hands?

import { stat } from "node:fs/promises";
import { minute } from "../../base/units.ts";
import { type KeptSummary, keptStates, provenSenderOf } from "../../model/kept.ts";
import type { Ledger } from "../../ports/ledger.ts";
import { diskOf } from "../status.ts";
import { showBytes } from "../status-table.ts";
import { bad, type Finding, ok, warn } from "./finding.ts";
import { roundedMinutes } from "./look-at-home.ts";

const gib = 1024 ** 3;
/** Chosen by us: a wave's worth of kept mail, and what SQLite needs to go on at all. */
const freeWarnBytes = gib;
const freeBadBytes = gib / 10;

export async function lookAtStore(
  folder: string,
  ledger: Pick<Ledger, "putSetting">,
  troubleIn: (folder: string) => string | undefined,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const disk = await diskOf(folder);
  if (disk !== undefined) findings.push(room(disk.freeBytes, disk.usedBytes));
  findings.push(await writable(ledger));
  const trouble = troubleIn(folder);
  findings.push(
    trouble === undefined
      ? ok("ledger", "its file is whole")
      : bad("ledger", `its file: ${trouble}`, "stop the gate and restore the last backup"),
  );
  const { mode } = await stat(folder);
  if ((mode & 0o077) !== 0)
    findings.push(warn("folder", "others than its owner can look into it", `chmod 700 ${folder}`));
  return findings;
}

function room(freeBytes: number, usedBytes: number): Finding {
  const says = `${showBytes(freeBytes)} free, ${showBytes(usedBytes)} used`;
  const todo = "make room: with a full disk nothing can be kept, and mail is let in";
  if (freeBytes < freeBadBytes) return bad("disk", says, todo);
  return freeBytes < freeWarnBytes ? warn("disk", says, todo) : ok("disk", says);
}

async function writable(ledger: Pick<Ledger, "putSetting">): Promise<Finding> {
  try {
    await ledger.putSetting("doctor", "was here");
    return ok("state", "can be written");
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return bad("state", says, "let this user, and the gate's, write there");
  }
}

/** Fewer say nothing about a clock. */
const datedMin = 5;

/** Deliveries are signed as they are sent: half of them too old or too new is a wrong clock. */
export async function lookAtDates(ledger: Pick<Ledger, "list">): Promise<Finding[]> {
  const recent = await ledger.list(keptStates, 100);
  const agesMs = recent.flatMap(ageOf).sort((a, b) => a - b);
  if (agesMs.length < datedMin) return [];
  const median = agesMs[Math.floor(agesMs.length / 2)] ?? 0;
  if (Math.abs(median) < minute) return [ok("dates", "other servers' clocks agree with ours")];
  const way = median > 0 ? "ahead of" : "behind";
  const says = `this machine's clock is ${roundedMinutes(Math.abs(median))} ${way} other servers'`;
  return [bad("dates", says, "let it keep time: chrony or systemd-timesyncd")];
}

function ageOf({ authenticity, arrivedAt }: KeptSummary): number[] {
  if (authenticity.kind !== "proven" || authenticity.signedAt === undefined) return [];
  return [arrivedAt - authenticity.signedAt];
}

/** What of late could not be verified, as far as it was kept. */
export async function lookAtProofs(ledger: Pick<Ledger, "list">): Promise<Finding[]> {
  const recent = await ledger.list(keptStates, 100);
  const unproven = recent.filter((one) => provenSenderOf(one) === undefined).length;
  if (recent.length < 10 || unproven < recent.length / 2) return [];
  const says = `of the last ${recent.length} kept, ${unproven} had no key that could be fetched`;
  return [
    warn("keys", says, "see whether this machine reaches other servers: DNS, firewall, IPv6"),
  ];
}
