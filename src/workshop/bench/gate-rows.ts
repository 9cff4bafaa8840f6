// The real house under three loads, beside a bare gate and nginx.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SocketAddress } from "../../base/socket-address.ts";
import { makeKeys } from "../../lab/sign.ts";
import type { KeptState } from "../../model/kept.ts";
import type { CachedDocument } from "../../ports/documents.ts";
import { openStore } from "../../wire/store.ts";
import { type Running, startGateHouse } from "./beside.ts";
import { compareGates } from "./gate.ts";
import { calmLoad, type GateLoad, knownLoad, strangersLoad } from "./gate-loads.ts";
import type { BenchOptions, Row } from "./main.ts";

/** Short rounds in turns: on a busy machine a slow second then hits all servers alike. */
const rounds = 9;
const warmUps = 6;
const requestsARound = 600;

/** Key pairs that all senders share: making one costs 100 ms. */
const keysMade = 4;

/** How many deliveries a gate kept back, by where they stand. */
export type Tally = ReadonlyMap<KeptState, number>;

/** Rejects if a load was not what its name says: its figures would be quoted. */
export async function benchGate({ smoke }: BenchOptions): Promise<readonly Row[]> {
  const [times, warming, size] = smoke ? [1, 1, 40] : [rounds, warmUps, requestsARound];
  const count = size * (times + warming);
  const settling = (expected: number) => (kept: Tally) => expectSettling(kept, expected);
  const keys = await makeKeys(keysMade);
  return [
    ...(await compare(calmLoad(count, keys), times, warming, () => undefined)),
    ...(await compare(strangersLoad(count, keys), times, warming, settling(count))),
    ...(await compare(knownLoad(count, keys), times, warming, settling(0))),
  ];
}

/** One load at a time, just signed: a signature's date is part of what is judged. */
async function compare(
  load: GateLoad,
  times: number,
  warming: number,
  inspect: (kept: Tally) => void,
): Promise<readonly Row[]> {
  const { name, keys, requests } = load;
  if (process.stderr.isTTY) say(`${name}: ${requests.length} requests, ${times} rounds`);
  let kept: Tally = new Map();
  const rows = await compareGates({
    loads: [load],
    keys,
    rounds: times,
    warmUps: warming,
    say,
    openGate: (upstream) =>
      openGate(upstream, load, (tally) => {
        kept = tally;
      }),
  });
  inspect(kept);
  return rows;
}

/** The house with all it must know of the load's senders. Its stores go when it stops. */
export async function openGate(
  upstream: SocketAddress,
  { documents, acts }: GateLoad,
  tell: (kept: Tally) => void,
): Promise<Running> {
  const state = await mkdtemp(join(tmpdir(), "breakwater-bench-"));
  await shelve(documents, state);
  const gate = await startGateHouse(upstream, { state, acts });
  return {
    address: gate.address,
    cpuTime: gate.cpuTime,
    async stop() {
      await gate.stop();
      tell(await tallyIn(state));
      await rm(state, { recursive: true, force: true });
    },
  };
}

/** How many documents are put at once: a ledger lets only so many calls wait. */
const putAtOnce = 500;

async function shelve(documents: readonly CachedDocument[], state: string): Promise<void> {
  const store = await openStore(state);
  for (let from = 0; from < documents.length; from += putAtOnce) {
    const some = documents.slice(from, from + putAtOnce);
    await Promise.all(some.map((document) => store.documents.put(document)));
  }
  await store.close();
}

const everyState: readonly KeptState[] = [
  "settling",
  "held",
  "releasing",
  "delivered",
  "refused",
  "rejected",
  "withdrawn",
  "expired",
];

async function tallyIn(state: string): Promise<Tally> {
  const { ledger, close } = await openStore(state);
  const tally = new Map<KeptState, number>();
  for (const { state: stands } of await ledger.list(everyState, 1_000_000)) {
    tally.set(stands, (tally.get(stands) ?? 0) + 1);
  }
  await close();
  return tally;
}

function expectSettling(kept: Tally, count: number): void {
  const all = [...kept.values()].reduce((sum, one) => sum + one, 0);
  if ((kept.get("settling") ?? 0) === count && all === count) return;
  const found = [...kept].map(([state, number]) => `${number} ${state}`).join(", ");
  throw new Error(`${count} deliveries should settle; there are: ${found || "none"}`);
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
