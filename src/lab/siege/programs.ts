// In what order an attacker tries things: down the ladder of 2019, every move once, or by
// looking for the cheapest way through.

import { assert } from "../../base/assert.ts";
import type { Dice } from "../dice.ts";
import { firstMethod, type Method, priceOf } from "./method.ts";
import { type Move, moves } from "./moves.ts";
import { prices } from "./prices.ts";

/** What to do next, for so many deliveries. */
export interface Step {
  /** What is being tried; the moves that lead to the method, the latest last. */
  readonly tries: string;
  readonly applied: readonly Move[];
  readonly method: Method;
  readonly deliveries: number;
  /** How often one of the attacker's own accounts is among whom a post names. */
  readonly probing: number;
  /** What the operator needs for the change, in hours. */
  readonly hours: number;
}

export interface Program {
  readonly name: "adaptive" | "ladder" | "parade";
  /**
   * `rate`: of the last step's posts to the attacker's own accounts, the share that came
   * through; undefined before the first. Undefined: there is nothing left to try.
   */
  next(rate: number | undefined): Step | undefined;
}

/** Below this share the attacker looks for something else. */
export const enough = 0.7;

/** A first look takes few posts, what works is used for more. */
const lookDeliveries = 14;
const useDeliveries = 60;

const firstHours = 0.5;

function stepOf(tries: string, applied: readonly Move[], more: Partial<Step> = {}): Step {
  const method = applied.reduce((before, { change }) => change(before), firstMethod);
  return {
    tries,
    applied,
    method,
    deliveries: useDeliveries,
    probing: 0.3,
    hours: 0,
    ...more,
  };
}

/** Every move by itself, on the first method, each with words and a landing page of its own. */
export function parade(deliveries = 48): Program {
  const steps = [undefined, ...moves].map((one, index): Step => {
    const step = stepOf(one?.id ?? "first", one === undefined ? [] : [one], { deliveries });
    const hours = one?.hours ?? firstHours;
    return { ...step, hours, method: { ...step.method, edition: index * 10 } };
  });
  return { name: "parade", next: () => steps.shift() };
}

const rungs = ["", "short-links", "plain-text", "handles-as-text"];

/** Links, short links, plain text, handles: down a rung when it fails, or in its time. */
export function ladder(deliveriesMax: number): Program {
  let rung = 0;
  let sent = 0;
  return {
    name: "ladder",
    next(rate) {
      const isOver = sent >= deliveriesMax / rungs.length;
      if (rate !== undefined && (rate < enough || isOver)) {
        rung += 1;
        sent = 0;
      }
      const id = rungs[rung];
      if (id === undefined) return undefined;
      const steps = id === "" ? [] : [moveNamed(id)];
      const hours = sent > 0 ? 0 : (steps[0]?.hours ?? firstHours);
      sent += useDeliveries;
      return stepOf(id === "" ? "first" : id, steps, { hours });
    },
  };
}

export function moveNamed(id: string): Move {
  const found = moves.find((one) => one.id === id);
  assert(found !== undefined, "a move is named as in the list");
  return found;
}

interface Search {
  applied: readonly Move[];
  /** What a single move is tried on: the most successful so far. */
  base: readonly Move[];
  baseRate: number;
  /** Singles since something helped. */
  readonly tried: Set<string>;
  /** What share came through when a move was tried, each time. */
  readonly met: Map<string, number[]>;
  fruitless: number;
  readonly combinations: (() => readonly Move[])[];
  ideas: number;
  winning: readonly Move[] | undefined;
  /** What was left out to see whether it is needed. */
  leftOut: Move | undefined;
  readonly needed: Set<string>;
}

/** So many moves in a row that did not help, and the operator tries several at once. */
const fruitlessMax = 8;

/**
 * Tries the cheapest move that was not tried yet while too little comes through and keeps
 * what helps; when nothing does, many at once. Once enough comes through it leaves out what
 * costs most, one at a time, until what is left is needed.
 */
export function adaptive(dice: Dice): Program {
  const search: Search = {
    applied: [],
    base: [],
    baseRate: 0,
    tried: new Set(),
    met: new Map(),
    fruitless: 0,
    combinations: combinations(dice),
    ideas: 0,
    winning: undefined,
    leftOut: undefined,
    needed: new Set(),
  };
  return {
    name: "adaptive",
    next(rate) {
      if (rate === undefined) return stepOf("first", [], { ...look, hours: firstHours });
      if (rate >= enough) return afterSuccess(search);
      return afterFailure(search, rate, dice);
    },
  };
}

const look = { deliveries: lookDeliveries, probing: 0.6 };

/** To look like anybody: words of its own, a face, an answer, few posts an account. */
const quiet = "plain-text rewritten on-topic full-profiles under-the-limits".split(" ");

/** What an operator thinks of when single moves do not help, from cheap to dear. */
const ideas: readonly string[] = [
  "plain-text rewritten on-topic",
  "likes full-profiles",
  "picture-only on-topic",
  quiet.join(" "),
  "forged-host full-profiles plain-text rewritten on-topic",
  `${quiet.join(" ")} aged-4-days hard-worked`,
  "likes forged-host",
  "follows full-profiles aged-4-days",
  `${quiet.join(" ")} aged-10-days self-followed`,
  "picture-only on-topic full-profiles aged-4-days hard-worked",
  `${quiet.join(" ")} language-hopping edit-swap aged-10-days`,
  `${quiet.join(" ")} slow-drip aged-35-days`,
  `${quiet.join(" ")} warm-up aged-10-days big-host`,
  "plain-text rewritten on-topic stolen-accounts",
  "plain-text rewritten direct full-profiles aged-35-days slow-drip",
];

/** The ideas in their order, then whatever chance puts together. */
function combinations(dice: Dice): (() => readonly Move[])[] {
  const fixed = ideas.map((names) => () => names.split(" ").map(moveNamed));
  const drawn = Array.from({ length: 40 }, () => () => dice.sample(moves, dice.int(3, 8)));
  return [...fixed, ...drawn];
}

function afterSuccess(search: Search): Step {
  search.winning = search.applied;
  search.base = search.applied;
  search.baseRate = enough;
  search.leftOut = undefined;
  search.tried.clear();
  search.fruitless = 0;
  const spare = dearest(search);
  if (spare === undefined) return stepOf(latest(search.applied), search.applied);
  search.leftOut = spare;
  search.applied = search.applied.filter((one) => one !== spare);
  return stepOf(`without ${spare.id}`, search.applied, look);
}

/** What saves most if it turns out not to be needed. */
function dearest({ applied, needed }: Search): Move | undefined {
  const whole = priceOf(stepOf("", applied).method);
  const savings = applied
    .filter(({ id }) => !needed.has(id))
    .map((move) => {
      const rest = applied.filter((one) => one !== move);
      return { move, saved: whole - priceOf(stepOf("", rest).method) };
    });
  return savings.sort((a, b) => b.saved - a.saved)[0]?.move;
}

function latest(applied: readonly Move[]): string {
  return applied.at(-1)?.id ?? "first";
}

function afterFailure(search: Search, rate: number, dice: Dice): Step {
  if (search.leftOut !== undefined && search.winning !== undefined) {
    search.needed.add(search.leftOut.id);
    search.leftOut = undefined;
    search.applied = search.winning;
    return stepOf(latest(search.applied), search.applied);
  }
  remember(search, rate);
  if (search.winning === search.applied) forget(search, rate);
  else if (rate > search.baseRate + helps) keep(search, rate);
  else search.fruitless += 1;
  const next = cheapest(search);
  if (next === undefined || search.fruitless >= fruitlessMax) return several(search, dice);
  search.tried.add(next.id);
  search.applied = [...search.base, next];
  return stepOf(next.id, search.applied, { ...look, hours: next.hours });
}

/** A share this much higher is no accident of a dozen posts. Chosen. */
const helps = 0.15;

function remember({ met, applied }: Search, rate: number): void {
  const last = applied.at(-1);
  if (last !== undefined) met.set(last.id, [...(met.get(last.id) ?? []), rate]);
}

function keep(search: Search, rate: number): void {
  search.base = search.applied;
  search.baseRate = rate;
  search.fruitless = 0;
}

/** What worked does no longer: everything may be worth another look. */
function forget(search: Search, rate: number): void {
  search.winning = undefined;
  search.needed.clear();
  search.base = search.applied;
  search.baseRate = rate;
}

/** By what a notification is expected to cost if the move is used for a good while. */
function cheapest({ base, tried, met }: Search): Move | undefined {
  const { method } = stepOf("", base);
  const priced = moves
    .filter((move) => !tried.has(move.id) && isChange(move, method))
    .map((move) => {
      const price = priceOf(move.change(method)) + outlay(move, method) / useLong + 0.02;
      return { move, price: price / expected(met.get(move.id) ?? []) };
    });
  return priced.sort((a, b) => a.price - b.price)[0]?.move;
}

function isChange(move: Move, method: Method): boolean {
  return JSON.stringify(move.change(method)) !== JSON.stringify(method);
}

/** Notifications over which what is paid once is spread. */
const useLong = 600;

function outlay(move: Move, before: Method): number {
  const { from } = move.change(before).account;
  const isOwned = from === "own" || from === "forged" || from === "aged-host";
  const host = isOwned && from !== before.account.from ? prices.ownHost : 0;
  return move.hours * prices.operatorHour + host;
}

/** The share that will come through: three of ten, before anything is known. */
function expected(rates: readonly number[]): number {
  return (0.6 + rates.reduce((sum, rate) => sum + rate, 0)) / (2 + rates.length);
}

function several(search: Search, dice: Dice): Step {
  search.fruitless = fruitlessMax - 2;
  search.ideas += 1;
  search.applied = search.combinations.shift()?.() ?? dice.sample(moves, dice.int(3, 8));
  const hours = Math.min(1, sumOf(search.applied));
  return stepOf(`idea ${search.ideas}`, search.applied, { ...look, hours });
}

function sumOf(applied: readonly Move[]): number {
  return applied.reduce((sum, one) => sum + one.hours, 0);
}
