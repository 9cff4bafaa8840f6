// What an operator must hear of: a home server that is down, a disk that is nearly full, a ledger
// that fails, a tuning alarm, a host that climbs its ladder. Each is told when it begins.

import { z } from "zod";
import { after, day, type EpochMs, epochMs, hour, minute, startOf } from "../../base/units.ts";
import type { Clock } from "../../ports/clock.ts";
import { deaf, type Journal } from "../../ports/journal.ts";
import { type Ledger, LedgerBusy, LedgerDown } from "../../ports/ledger.ts";
import type { OwnRecords } from "../../ports/own-records.ts";
import { neglectedHosts } from "../host-ladder.ts";
import { ownValue } from "../own-value.ts";
import type { QuotaState } from "../quotas.ts";
import { tuningIn } from "../tuning.ts";
import { noteNotice, type Occasion } from "./notices.ts";

export interface TroubleWatchParts {
  readonly records: OwnRecords;
  readonly ledger: Pick<Ledger, "room" | "setting" | "putSetting">;
  readonly clock: Pick<Clock, "now">;
  readonly homeIsDown: (at: EpochMs) => boolean;
  readonly quotas: () => QuotaState;
}

export interface TroubleWatch {
  /** Hears of a ledger that fails now and then. */
  readonly journal: Journal;
  /** Throws LedgerDown. */
  round(): Promise<void>;
}

/** Begun and not over, so that a restart does not tell it anew. */
const standingShape = z.record(z.string(), z.number().transform(epochMs));
const standing = ownValue("troubles told", standingShape);

/** A restart takes seconds, an upgrade a minute or two. Chosen by us. */
const downForMs = 5 * minute;

/** Of the reserve: told while there is time to make room; over only well above. */
const [nearlyFullAt, fullOverAt] = [2, 3];

/** Of what may be kept in all. */
const [nearlyAllAt, allOverAt] = [0.9, 0.7];

/** What is older was told of before this was running, or to nobody. */
const newsMs = day;

/** A ledger that is slow once is not in trouble. Chosen by us. */
const failuresFrom = 3;

export function makeTroubleWatch(parts: TroubleWatchParts): TroubleWatch {
  const { records, ledger, clock } = parts;
  let downSince: EpochMs | undefined;
  let failures: EpochMs[] = [];

  /** `undefined`: as it was; it neither begins nor is over. */
  async function watch(
    name: string,
    isOn: boolean | undefined,
    known: Record<string, EpochMs>,
    occasion: Occasion,
    at: EpochMs,
  ): Promise<void> {
    if (isOn === undefined || isOn === name in known) return;
    if (!isOn) {
      delete known[name];
    } else {
      await noteNotice(records, `${name} ${at}`, occasion, at);
      known[name] = at;
    }
    await standing.write(ledger, known);
  }

  async function troubles(at: EpochMs): Promise<void> {
    const known = { ...(await standing.read(ledger)) };
    downSince = parts.homeIsDown(at) ? (downSince ?? at) : undefined;
    const since = downSince ?? at;
    const isDown = downSince === undefined ? false : at - since >= downForMs || undefined;
    await watch("home server down", isDown, known, { kind: "home server down", since }, at);
    const { all, bounds } = parts.quotas();
    const freeBytes = await ledger.room();
    const reserveBytes = bounds.diskReserveBytes;
    const disk = { kind: "disk nearly full", freeBytes, reserveBytes } as const;
    const room = freeBytes / reserveBytes;
    await watch(disk.kind, between(room, nearlyFullAt, fullOverAt), known, disk, at);
    const most = bounds.all.deliveries;
    const full = { kind: "nearly all kept", kept: all.deliveries, most } as const;
    const left = 1 - Math.max(all.deliveries / most, all.bytes / bounds.all.bytes);
    await watch(full.kind, between(left, 1 - nearlyAllAt, 1 - allOverAt), known, full, at);
  }

  async function hosts(at: EpochMs): Promise<void> {
    for (const { domain, rung, spammers, days, since } of await neglectedHosts(ledger)) {
      if (at - since > newsMs) continue;
      const step = { kind: "host", domain, rung, spammers, days } as const;
      await noteNotice(records, `host ${domain} ${rung} ${since}`, step, at);
    }
  }

  async function tuning(at: EpochMs): Promise<void> {
    const { history } = await tuningIn(ledger);
    const alarm = history.findLast(({ did }) => did === "alarm");
    if (alarm === undefined || at - alarm.at > newsMs) return;
    await noteNotice(records, `tuning alarm ${alarm.at}`, { kind: "tuning alarm" }, at);
  }

  /** Once a day at most: it may flicker for hours. */
  async function ledgerTrouble(at: EpochMs): Promise<void> {
    failures = failures.filter((one) => one > after(at, -hour));
    if (failures.length < failuresFrom) return;
    const failed = { kind: "ledger failed", times: failures.length } as const;
    await noteNotice(records, `ledger failed ${startOf(day, at)}`, failed, at);
    failures = [];
  }

  return {
    journal: {
      ...deaf,
      failed(_what, error) {
        const isTrouble = error instanceof LedgerDown && !(error instanceof LedgerBusy);
        if (isTrouble) failures = [...failures.slice(-999), clock.now()];
      },
    },
    async round() {
      const at = clock.now();
      await troubles(at);
      await hosts(at);
      await tuning(at);
      await ledgerTrouble(at);
    },
  };
}

/** On below the one, off above the other, and between them as it was. */
function between(value: number, on: number, off: number): boolean | undefined {
  if (value < on) return true;
  return value > off ? false : undefined;
}
