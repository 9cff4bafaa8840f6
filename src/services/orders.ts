// What an admin orders while the gate runs. Orders lie in the ledger's settings, where the gate
// looks every second as it does for rulings: no port, no token, and they stand over a restart.

import { type EpochMs, epochMs } from "../base/units.ts";
import { type Mode, modes } from "../model/mode.ts";
import type { Ledger } from "../ports/ledger.ts";

type Settings = Pick<Ledger, "setting" | "putSetting">;

/** Who ordered it, and when. */
interface Order {
  readonly by: string;
  readonly at: EpochMs;
}

/** Wins over the configuration's mode until it is taken back. */
export interface ModeOrder extends Order {
  readonly mode: Mode;
}

/** Read the configuration again. Each asking has an id of its own. */
export interface ReloadOrder extends Order {
  readonly id: string;
}

/** What became of a reload; settings by their names. */
export interface ReloadAnswer {
  readonly id: string;
  /** Sentences, each with its place. Not empty: nothing was changed. */
  readonly problems: readonly string[];
  readonly changed: readonly string[];
  /** Changed in the file, and waiting for a restart. */
  readonly restart: readonly string[];
}

const names = { mode: "order-mode", reload: "order-reload", answer: "reload-answer" } as const;

/** All throw LedgerDown. What is not ours to read, such as a newer version's, counts as none. */
export async function modeOrdered(ledger: Settings): Promise<ModeOrder | undefined> {
  const read = fieldsOf(await ledger.setting(names.mode));
  const mode = modes.find((one) => one === read["mode"]);
  return mode && { mode, ...orderOf(read) };
}

/** `undefined` takes it back: the configuration's mode counts again. */
export function orderMode(ledger: Settings, order: ModeOrder | undefined): Promise<void> {
  return ledger.putSetting(names.mode, order === undefined ? "" : JSON.stringify(order));
}

export async function reloadOrdered(ledger: Settings): Promise<ReloadOrder | undefined> {
  const read = fieldsOf(await ledger.setting(names.reload));
  const { id } = read;
  return typeof id === "string" ? { id, ...orderOf(read) } : undefined;
}

export function orderReload(ledger: Settings, order: ReloadOrder): Promise<void> {
  return ledger.putSetting(names.reload, JSON.stringify(order));
}

/** Undefined until the gate has answered this very order. */
export async function reloadAnswered(
  ledger: Settings,
  id: string,
): Promise<ReloadAnswer | undefined> {
  const read = fieldsOf(await ledger.setting(names.answer));
  if (read["id"] !== id) return undefined;
  const list = (name: string) => textsIn(read[name]);
  return { id, problems: list("problems"), changed: list("changed"), restart: list("restart") };
}

export function answerReload(ledger: Settings, answer: ReloadAnswer): Promise<void> {
  return ledger.putSetting(names.answer, JSON.stringify(answer));
}

function orderOf({ by, at }: Readonly<Record<string, unknown>>): Order {
  return {
    by: typeof by === "string" ? by : "",
    at: epochMs(typeof at === "number" ? at : 0),
  };
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

function fieldsOf(text: string | undefined): Readonly<Record<string, unknown>> {
  if (text === undefined || text === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {}; // Written by somebody else: no order of ours.
  }
}
