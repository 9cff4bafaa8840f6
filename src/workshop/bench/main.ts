// `npm run bench -- NAME [--json] [--smoke]`: speed and memory, side by side with a reference.

import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { Misused } from "../misused.ts";

/** One measured thing. Figures are medians; `unit` says of what. */
export interface Row {
  readonly name: string;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  /** How it stands to the reference of the same run, where there is one. */
  readonly ratio?: { readonly to: string; readonly value: number };
}

export interface BenchOptions {
  /** Only shows that it runs: few rounds, no figures to quote. */
  readonly smoke: boolean;
  /** A folder of activities, for `waves` of texts, instead of the project's own. */
  readonly corpus: string | undefined;
  /** How many contacts are remembered, for `memory`. */
  readonly sizes?: readonly number[] | undefined;
  /** Of each source so many texts, for `words`. */
  readonly posts?: number | undefined;
  /** Only filters with one of these in their names, for `words`. */
  readonly filters?: readonly string[] | undefined;
  /** Only these sources are scored, for `words`. */
  readonly sources?: readonly string[] | undefined;
  /** Scored, but never taught beside others, for `words`. */
  readonly untaught?: readonly string[] | undefined;
  /** Of online, halves, left out: for `words`. */
  readonly ways?: readonly string[] | undefined;
}

/** For what has more than one figure to a row: tables of its own. */
export interface Tables {
  readonly json: object;
  readonly text: string;
  /** Somebody asked it to end before it was done; programs of its own may still run. */
  readonly isCut: boolean;
}

type Bench = (options: BenchOptions) => Promise<readonly Row[] | Tables>;

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  case: async () => (await import("./case.ts")).benchCase,
  desk: async () => (await import("./desk.ts")).benchDesk,
  decision: async () => (await import("./decision.ts")).benchDecision,
  gate: async () => (await import("./gate-rows.ts")).benchGate,
  ledger: async () => (await import("./ledger.ts")).benchLedger,
  memory: async () => (await import("./memory.ts")).benchMemory,
  reading: async () => (await import("./reading.ts")).benchReading,
  rules: async () => (await import("./rules.ts")).benchRules,
  siege: async () => (await import("./siege.ts")).benchSiege,
  signatures: async () => (await import("./signatures.ts")).benchSignatures,
  thresholds: async () => (await import("./thresholds.ts")).benchThresholds,
  waves: async () => (await import("./waves.ts")).benchWaves,
  words: async () => (await import("./words/words.ts")).benchWords,
  week: async () => (await import("./week.ts")).benchWeek,
};

const names = Object.keys(benches).join("|");
const usage = `usage: npm run bench -- ${names}
         [--json] [--smoke] [--corpus DIR] [--sizes N,N]
       words: [--posts N] [--only FILTER,FILTER] [--sources NAME,NAME]
         [--untaught NAME,NAME] [--ways online,halves,left-out]`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    smoke: { type: "boolean", default: false },
    corpus: { type: "string" },
    sizes: { type: "string" },
    posts: { type: "string" },
    only: { type: "string" },
    sources: { type: "string" },
    untaught: { type: "string" },
    ways: { type: "string" },
  },
});

const load = benches[positionals[0] ?? ""];
if (load === undefined) {
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}
const bench = await load();
const found = await measured(bench, {
  smoke: values.smoke,
  corpus: values.corpus,
  sizes: listed(values.sizes)?.map(Number),
  posts: values.posts === undefined ? undefined : Number(values.posts),
  filters: listed(values.only),
  sources: listed(values.sources),
  untaught: listed(values.untaught),
  ways: listed(values.ways)?.map((way) => way.replace("-", " ")),
});
const whole = values.json ? `${JSON.stringify(report(found), null, 2)}\n` : told(found);
process.stdout.write(whole, () => {
  if ("isCut" in found && found.isCut) process.exit(1);
});

/** What was asked for wrongly is told without a stack. */
async function measured(bench: Bench, options: BenchOptions): Promise<readonly Row[] | Tables> {
  try {
    return await bench(options);
  } catch (error) {
    if (!(error instanceof Misused)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}

function listed(value: string | undefined): readonly string[] | undefined {
  return value?.split(",");
}

function told(found: readonly Row[] | Tables): string {
  return "text" in found ? found.text : table(found);
}

function report(found: readonly Row[] | Tables): object {
  const machine = `${cpus().length} x ${cpus()[0]?.model ?? "unknown"}`;
  const figures = "text" in found ? found.json : { rows: found };
  return { bench: positionals[0], node: process.version, machine, smoke: values.smoke, ...figures };
}

function table(rows: readonly Row[]): string {
  const cells = rows.map(({ name, median, min, max, unit, ratio }) => [
    name,
    format(median),
    `${format(min)} … ${format(max)}`,
    unit,
    ratio === undefined ? "" : `${ratio.value.toFixed(2)} x ${ratio.to}`,
  ]);
  const all = [["", "median", "min … max", "unit", "beside the reference"], ...cells];
  const widths = [0, 1, 2, 3].map((i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
  return all
    .map((row) => `${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ")}`.trimEnd())
    .join("\n")
    .concat("\n");
}

function format(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString("en");
  return value.toPrecision(3);
}
