// What an acknowledged delivery costs: keep() with its fsync, beside bare inserts into the same
// kind of file on the same disk in the same run.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openSqliteLedger } from "../../adapters/sqlite/store.ts";
import { bytes, someKept } from "../../ports/kept.fixture.ts";
import type { Ledger } from "../../ports/ledger.ts";
import type { BenchOptions, Row } from "./main.ts";

/** Of a Create of a short note by Mastodon, with its context. */
const bodyBytes = 2500;

/** A fresh worker is slow until its code is compiled: what it keeps first is not counted. */
const warmUpFrom = 1_000_000;

/** What one round measured: how long each acknowledged call took, in milliseconds. */
type Took = readonly number[];
type Round = (path: string, runMs: number) => Promise<Took>;

const bareName = "bare node:sqlite, FULL, one by one";

export async function benchLedger({ smoke }: BenchOptions): Promise<readonly Row[]> {
  const [rounds, runMs] = smoke ? [1, 50] : [5, 500];
  const folder = mkdtempSync(join(tmpdir(), "breakwater-bench-"));
  try {
    const bare = await measure(folder, rounds, runMs, insertBare);
    const alone = await measure(folder, rounds, runMs, (path, ms) => keepAll(path, 1, ms));
    const together = await measure(folder, rounds, runMs, (path, ms) => keepAll(path, 64, ms));
    const reference = rateOf(bareName, bare, runMs);
    return [
      reference,
      ...rowsOf("keep(), one at a time", alone, runMs, reference),
      ...rowsOf("keep(), 64 at a time", together, runMs, reference),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  folder: string,
  rounds: number,
  runMs: number,
  round: Round,
): Promise<readonly Took[]> {
  const all: Took[] = [];
  for (let number = 0; number < rounds; number += 1) {
    const place = mkdtempSync(join(folder, "round-"));
    all.push(await round(join(place, "ledger.sqlite"), runMs));
  }
  return all;
}

/** The floor under every keep: one row, one commit, one fsync, on the thread that waits. */
async function insertBare(path: string, runMs: number): Promise<Took> {
  const database = new DatabaseSync(path);
  database.exec("pragma journal_mode = wal; pragma synchronous = full");
  database.exec("create table kept (receipt text primary key, body blob not null) strict");
  const insert = database.prepare("insert into kept values (?, ?)");
  const took: number[] = [];
  const start = performance.now();
  for (let number = 0; performance.now() - start < runMs; number += 1) {
    const from = performance.now();
    insert.run(`r${number}`, bodyOf(number));
    took.push(performance.now() - from);
  }
  database.close();
  return took;
}

async function keepAll(path: string, concurrent: number, runMs: number): Promise<Took> {
  const ledger = await openSqliteLedger(path);
  await keepUntil(performance.now() + runMs / 2, ledger, warmUpFrom, 1, []);
  const took: number[] = [];
  const end = performance.now() + runMs;
  const keepers = Array.from({ length: concurrent }, (_, keeper) =>
    keepUntil(end, ledger, keeper, concurrent, took),
  );
  await Promise.all(keepers);
  await ledger.close();
  return took;
}

async function keepUntil(
  end: number,
  ledger: Ledger,
  first: number,
  step: number,
  took: number[],
): Promise<void> {
  for (let number = first; performance.now() < end; number += step) {
    const from = performance.now();
    await ledger.keep(someKept(number, { body: bodyOf(number) }));
    took.push(performance.now() - from);
  }
}

function bodyOf(number: number): Uint8Array {
  return bytes(`${number} `.padEnd(bodyBytes, "x"));
}

function rowsOf(name: string, rounds: readonly Took[], runMs: number, reference: Row): Row[] {
  const rate = rateOf(name, rounds, runMs);
  const ratio = { to: reference.name, value: rate.median / reference.median };
  const latency = (share: number): Row =>
    rowOf(
      `${name}, p${share * 100}`,
      rounds.map((took) => quantile(took, share)),
      "ms",
    );
  return [{ ...rate, ratio }, latency(0.5), latency(0.99)];
}

function rateOf(name: string, rounds: readonly Took[], runMs: number): Row {
  return rowOf(
    name,
    rounds.map((took) => (took.length * 1000) / runMs),
    "per second",
  );
}

function rowOf(name: string, values: readonly number[], unit: string): Row {
  return {
    name,
    median: quantile(values, 0.5),
    min: Math.min(...values),
    max: Math.max(...values),
    unit,
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}
