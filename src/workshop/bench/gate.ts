// A gate's requests per second and latencies, beside a bare gate and nginx, in one run: on a
// machine that does other work, only figures taken in turns can be compared.

import type { SocketAddress } from "../../base/socket-address.ts";
import { type Running, startBareGate, startHomeStub, startNginx } from "./beside.ts";
import { measureLoad, type Prepared, type Timed } from "./load.ts";
import type { Row } from "./main.ts";

export interface Load {
  readonly name: string;
  /** Each is sent once to each server: a repeat would not be judged like a first. */
  readonly requests: readonly Prepared[];
}

export interface GateComparison {
  readonly loads: readonly Load[];
  /** The gate to measure, in front of `upstream`; one for each load, best in its own process. */
  openGate(upstream: SocketAddress, load: Load): Promise<Running>;
  /** Public keys in PEM, by key id. */
  readonly keys: Readonly<Record<string, string>>;
  /** A load's requests are cut in so many parts, and some more to warm up. */
  readonly rounds: number;
  /** Until a server's code is compiled: it runs for weeks, not for a second. */
  readonly warmUps: number;
  readonly connections?: number;
  /** For what is not measured, and why. */
  say(sentence: string): void;
}

/** `cpu`: of the server, where the system tells. */
type Measured = Timed & { readonly cpu: number | undefined };

/** For each load a row of requests/s, p50, p99 and CPU for each server. */
export async function compareGates(comparison: GateComparison): Promise<Row[]> {
  const home = await startHomeStub();
  const rows: Row[] = [];
  try {
    for (const load of comparison.loads) {
      rows.push(...(await compareUnder(load, home.address, comparison)));
    }
  } finally {
    await home.stop();
  }
  return rows;
}

async function compareUnder(
  load: Load,
  home: SocketAddress,
  comparison: GateComparison,
): Promise<Row[]> {
  const servers = new Map<string, Running>();
  try {
    servers.set("gate", await comparison.openGate(home, load));
    servers.set("bare gate", await startBareGate(home, comparison.keys));
    const nginx = await startNginx(home);
    if (nginx === undefined) comparison.say("nginx is not installed: nothing measured beside it");
    else servers.set("nginx", nginx);
    const measured = await measureInTurns(load, servers, comparison);
    return rowsOf(load.name, measured);
  } finally {
    for (const server of servers.values()) await server.stop();
  }
}

async function measureInTurns(
  load: Load,
  servers: ReadonlyMap<string, Running>,
  { rounds, warmUps, connections = 32 }: GateComparison,
): Promise<Map<string, Measured[]>> {
  const measured = new Map<string, Measured[]>();
  const size = Math.floor(load.requests.length / (rounds + warmUps));
  for (let round = 0; round < rounds + warmUps; round++) {
    const part = load.requests.slice(round * size, (round + 1) * size);
    for (const [name, server] of servers) {
      const one = await measureOne(server, part, connections);
      if (round >= warmUps) measured.set(name, [...(measured.get(name) ?? []), one]);
    }
  }
  return measured;
}

async function measureOne(
  { address, cpuTime }: Running,
  part: readonly Prepared[],
  connections: number,
): Promise<Measured> {
  const before = cpuTime();
  const timed = await measureLoad(address, part, connections);
  const after = cpuTime();
  if (before === undefined || after === undefined) return { ...timed, cpu: undefined };
  return { ...timed, cpu: (after - before) / part.length };
}

const units: Readonly<Record<keyof Measured, string>> = {
  requestsPerSecond: "requests/s",
  p50: "ms, half of them",
  p99: "ms, 99 of 100",
  cpu: "µs CPU a request",
};

function rowsOf(load: string, measured: ReadonlyMap<string, readonly Measured[]>): Row[] {
  const reference = measured.get("bare gate") ?? [];
  return [...measured].flatMap(([server, ones]) =>
    (["requestsPerSecond", "p50", "p99", "cpu"] as const).flatMap((what): Row[] => {
      const values = figuresOf(ones, what);
      if (values.length === 0) return [];
      const row = { name: `${load}: ${server}`, unit: units[what], ...spread(values) };
      if (server === "bare gate") return [row];
      const value = row.median / spread(figuresOf(reference, what)).median;
      return [{ ...row, ratio: { to: "bare gate", value } }];
    }),
  );
}

function figuresOf(ones: readonly Measured[], what: keyof Measured): readonly number[] {
  return ones.map((one) => one[what]).filter((value) => value !== undefined);
}

function spread(values: readonly number[]): { median: number; min: number; max: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return { median, min: sorted[0] ?? 0, max: sorted.at(-1) ?? 0 };
}
