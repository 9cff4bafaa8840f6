// What it takes to open a case of thousands, and to say what a ruling on it would do, beside a
// plain read of the same rows from the same file in the same run.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { ProcessMemory } from "../../adapters/process/memory.ts";
import { openSqliteStore, type Store } from "../../adapters/sqlite/store.ts";
import { hour, second } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { Host, Receipt, ViewKey } from "../../model/ids.ts";
import type { Kept } from "../../model/kept.ts";
import type { Evidence, Verdict } from "../../model/verdict.ts";
import { actor, bytes, doubt, later, provenBy, someKept } from "../../ports/kept.fixture.ts";
import { gathered } from "../../ports/memory-contract/campaigns.ts";
import { remote } from "../../ports/memory-contract/contacts.ts";
import { caseView } from "../../services/cases/case-view.ts";
import { inMind } from "../../services/cases/knowing.ts";
import { previewRuling } from "../../services/cases/preview.ts";
import type { BenchOptions, Row } from "./main.ts";

const plainName = "a plain read of its rows, node:sqlite and JSON";

export async function benchCase({ smoke }: BenchOptions): Promise<readonly Row[]> {
  const [size, rounds] = smoke ? [50, 1] : [5000, 9];
  const folder = mkdtempSync(join(tmpdir(), "breakwater-bench-"));
  try {
    return await measureAll(folder, size, rounds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureAll(folder: string, size: number, rounds: number): Promise<readonly Row[]> {
  const path = join(folder, "breakwater.sqlite");
  const store = await openSqliteStore(path);
  const { memory, campaign } = await filled(store, size);
  const now = later(hour);
  const campaigns = inMind(memory, { now: () => now });
  const parts = { ...store, records: store.ownRecords, campaigns };
  const asked = { word: "refuse", cases: [campaign], receipts: [] } as const;
  const plain = await measured(plainName, rounds, async () => readPlainly(path, campaign));
  const beside = (row: Row): Row => {
    return { ...row, ratio: { to: plainName, value: row.median / plain.median } };
  };
  const view = await measured(`a case of ${size}, all that its page shows`, rounds, () =>
    caseView({ campaign, alsoPrivate: false, now }, parts),
  );
  const preview = await measured(`what refusing all ${size} would do`, rounds, () =>
    previewRuling(asked, parts, now),
  );
  await store.ledger.close();
  return [plain, beside(view), beside(preview)];
}

export async function measured(
  name: string,
  rounds: number,
  work: () => Promise<unknown>,
): Promise<Row> {
  await work();
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    await work();
    took.push(performance.now() - from);
  }
  took.sort((a, b) => a - b);
  const median = took[Math.floor(took.length / 2)] ?? 0;
  return { name, median, min: took[0] ?? 0, max: took.at(-1) ?? 0, unit: "ms" };
}

export function readPlainly(path: string, campaign: string): number {
  const database = new DatabaseSync(path, { readOnly: true });
  const query = database.prepare("select * from kept where campaign = ? order by arrived_at, seq");
  let evidence = 0;
  for (const row of query.all(campaign)) {
    const { verdict, authenticity, recipients } = row as Record<string, string>;
    for (const json of [authenticity, recipients]) JSON.parse(json ?? "");
    evidence += (JSON.parse(verdict ?? "") as Verdict).evidence.length;
  }
  database.close();
  return evidence;
}

/** Every one of another account on one of two hundred hosts, in memory and in the ledger. */
async function filled({ ledger }: Store, size: number) {
  const memory = new ProcessMemory();
  let campaign = "c1" as CampaignId;
  for (let number = 0; number < size; number += 1) {
    const from = `s${number}@h${number % 200}.example`;
    const at = later(number * second);
    campaign = (await gathered(memory, { from, receipt: `r${number}`, at })).id ?? campaign;
  }
  for (let from = 0; from < size; from += keptAtOnce)
    await Promise.all(
      Array.from({ length: Math.min(keptAtOnce, size - from) }, (_, index) =>
        ledger.keep(member(from + index, campaign)),
      ),
    );
  return { memory, campaign };
}

const keptAtOnce = 64;

function member(number: number, campaign: CampaignId): Kept {
  const host = `h${number % 200}.example`;
  const sender = remote(`s${number}@${host}`);
  const object = {
    ...{ type: "Note", id: `${sender}/1`, attributedTo: sender, to: everybody },
    content: `<p>Buy ${number} now from <a href="https://shop.example/${number}">us</a></p>`,
  };
  const create = { type: "Create", id: `${sender}/2`, actor: sender, to: everybody, object };
  return someKept(number, {
    ...{ receipt: `r${number}` as Receipt, at: later(number * second), state: "held", sender },
    dueAt: undefined,
    authenticity: { ...provenBy(sender), signerHost: host as Host } as Kept["authenticity"],
    body: bytes(JSON.stringify({ ...create, padding: "x".repeat(1800) })),
    recipients: [actor(number % 30), actor((number * 7) % 30)],
    keys: [`text:${number}`, "link:shop", `profile:${number % 9}`] as ViewKey[],
    verdict: { ...doubt, campaign, score: 20, evidence },
  });
}

const everybody = "https://www.w3.org/ns/activitystreams#Public";

/** About as many as a verdict on a wave has. */
const evidence = Array.from({ length: 9 }, (_, index): Evidence => {
  const because = "40 others sent nearly the same within an hour, from 31 hosts, to 22 people here";
  return { symbol: `SYMBOL_${index}`, group: "reach", strength: 0.7, decibans: 2.5, because };
});
