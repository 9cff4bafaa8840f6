// `cases list`: what is kept back, most urgent first, as far as somebody asks for it.

import type { EpochMs } from "../base/units.ts";
import { after, day } from "../base/units.ts";
import type { CaseFilter } from "../model/case-list.ts";
import { type KeptState, keptStates } from "../model/kept.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import { assigned } from "../services/cases/assignment.ts";
import { appealedIn, raisedIn } from "../services/cases/list.ts";
import { reportAsJson, reportLine } from "./cases-reports.ts";
import { caseAsJson, keptAsJson, type Listed, listTable } from "./cases-table.ts";
import { Complaint, type ExitCode, exitCodes } from "./exit-code.ts";
import type { CommonOptions } from "./frame.ts";
import { type Output, printJson } from "./output.ts";
import { printable } from "./printable.ts";

export interface ListOptions extends CommonOptions {
  readonly each?: boolean;
  readonly states?: string;
  readonly limit?: string;
  readonly waves?: boolean;
  readonly singles?: boolean;
  readonly symbol?: string;
  readonly host?: string;
  readonly text?: string;
  /** A name, or true: one's own. */
  readonly assigned?: string | true;
  readonly unassigned?: boolean;
}

/** Cases of reports that are shown beside what is kept: of the last days, the newest. */
const [week, reportsMax] = [7 * day, 20];

/** Whose is what, for those who ask for some of it. */
export interface Whose extends Pick<CaseFilter, "only" | "without"> {
  /** Appealed: these stand above the rest. */
  readonly appealed?: readonly string[];
}

/** Throws LedgerDown. */
export async function whoseIn(
  { assigned: to, unassigned }: Pick<ListOptions, "assigned" | "unassigned">,
  by: string,
  records: OwnRecords,
): Promise<Whose> {
  const appealed = await appealedIn(records);
  if (to === undefined && !unassigned) return { appealed };
  const all = await assigned(records);
  if (unassigned) return { appealed, without: [...all.keys()] };
  const whom = to === true ? by : to;
  return { appealed, only: [...all].filter(([, one]) => one === whom).map(([id]) => id) };
}

/** Exit code 1 if there are none. */
export async function runList(
  ledger: Pick<Ledger, "listCases" | "list" | "reports">,
  options: ListOptions,
  now: EpochMs,
  output: Output,
  whose: Whose = {},
): Promise<ExitCode> {
  const found = await listed(ledger, options, now, whose);
  const reports = isNarrow(options) ? [] : await ledger.reports(after(now, -week), reportsMax);
  if (options.json) printJson(output, [...found.map(listedAsJson), ...reports.map(reportAsJson)]);
  else if (found.length === 0)
    output.line(isNarrow(options) ? "Nothing kept is as you asked." : "Nothing is kept back.");
  else for (const line of listTable(found, now, output)) output.line(line);
  if (!options.json) for (const one of reports) output.line(reportLine(one));
  return found.length + reports.length === 0 ? exitCodes.no : exitCodes.done;
}

async function listed(
  ledger: Pick<Ledger, "listCases" | "list">,
  options: ListOptions,
  now: EpochMs,
  whose: Whose,
): Promise<readonly Listed[]> {
  const [states, limit] = [statesIn(options.states), limitIn(options.limit)];
  if (options.each) {
    if (isNarrow(options)) throw new Complaint("--each shows all: give it without other filters.");
    return (await ledger.list(states, limit)).map((kept): Listed => ({ kind: "single", kept }));
  }
  const { symbol, host, text } = options;
  const { appealed = [], only } = whose;
  const asked = {
    states,
    symbol,
    host,
    text,
    shape: shapeIn(options),
    only,
    without: whose.without,
  };
  const query = { ...asked, asOf: now };
  const first = await raisedIn(query, appealed, { limit }, ledger);
  const without = [...(whose.without ?? []), ...first.map(({ id }) => id)];
  const rest = await ledger.listCases({ ...query, without, limit: limit - first.length });
  return [...first, ...rest].map((one): Listed => {
    return one.kind === "case"
      ? { kind: "case", found: one.found }
      : { kind: "single", kept: one.delivery };
  });
}

function isNarrow(options: ListOptions): boolean {
  const { waves, singles, symbol, host, text, assigned: to, unassigned } = options;
  return [waves, singles, symbol, host, text, to, unassigned].some((one) => one !== undefined);
}

function shapeIn({ waves, singles }: ListOptions): CaseFilter["shape"] {
  if (waves && singles)
    throw new Complaint("--waves and --singles exclude each other: give one of them.");
  if (waves) return "wave";
  return singles ? "single" : undefined;
}

export function statesIn(text = "settling,held,releasing"): KeptState[] {
  return text.split(",").map((name) => {
    const state = keptStates.find((one) => one === name.trim());
    if (state !== undefined) return state;
    throw new Complaint(`"${printable(name)}" is no state; known are ${keptStates.join(", ")}.`);
  });
}

export function limitIn(text = "50"): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new Complaint("--limit must be a number from 1 to 99999.");
}

function listedAsJson(one: Listed): object {
  return one.kind === "single" ? keptAsJson(one.kept) : caseAsJson(one.found);
}
