// What a siege came to: by move, what was sent, what it would have caused, what reached
// people, and at what price, beside the price of the same without a filter.

import type { Contact } from "./contact.ts";
import type { Entry } from "./operator.ts";
import type { Course, Landed } from "./siege.ts";

/** Notifications of people that carry a payload; the attacker's own accounts are no people. */
export interface Toll {
  readonly deliveries: number;
  /** That there would have been without a filter. */
  readonly caused: number;
  readonly reached: number;
  /** Of those, taken back afterwards. */
  readonly recalled: number;
  /** Units; see prices.ts. */
  readonly spent: number;
  /** Units per notification that reached somebody; undefined: none did. */
  readonly price: number | undefined;
  /** The same if everything had come through. */
  readonly unprotected: number | undefined;
}

export interface MoveRow extends Toll {
  /** A move's id, `first`, `without` one that was left out, or `idea` and its number. */
  readonly tried: string;
  /** All moves of the method it was tried with, the first time. */
  readonly applied: readonly string[];
}

export interface SiegeReport {
  readonly filter: string;
  readonly program: Course["program"];
  /** All that was paid: accounts thrown away half used count here, and in no move. */
  readonly whole: Toll;
  /** Each with the posts of the steps in which it was what was tried, in order of first use. */
  readonly tried: readonly MoveRow[];
  /**
   * What worked best: of the methods that brought most of a good many posts through, the
   * cheapest. Undefined: none did.
   */
  readonly found: (Toll & { readonly applied: readonly string[] }) | undefined;
  readonly ham: HamToll;
}

export interface HamToll {
  readonly deliveries: number;
  readonly held: number;
  /** Let in, and later than it came. */
  readonly late: number;
  readonly firsts: number;
  readonly firstsHeld: number;
}

/** From so many payloads on, what a method's posts met is no accident. Chosen. */
const manyPosts = 60;

/** What share of its notifications must come through for a method to have beaten the filter. */
const beaten = 0.5;

export function reportOf(course: Course): SiegeReport {
  const { filter, program, books, landed, paid } = course;
  return {
    filter,
    program,
    whole: tollOf(books, landed, paid),
    tried: rowsOf(course),
    found: foundBy(course),
    ham: hamToll(course),
  };
}

function rowsOf({ books, landed }: Course): MoveRow[] {
  const byMove = Map.groupBy(books, ({ step }) => step.tries);
  return [...byMove].map(([tried, entries]) => {
    const applied = entries[0]?.step.applied.map(({ id }) => id) ?? [];
    return { tried, applied, ...tollOf(entries, landed) };
  });
}

function foundBy({ books, landed }: Course): SiegeReport["found"] {
  const named = (entry: Entry): string[] => entry.step.applied.map(({ id }) => id);
  const byMethod = Map.groupBy(books, (entry) => named(entry).join(" "));
  const worked = [...byMethod.values()]
    .map((entries) => ({
      ...tollOf(entries, landed),
      applied: entries[0] ? named(entries[0]) : [],
    }))
    .filter(({ caused, reached }) => caused >= manyPosts && reached >= beaten * caused);
  return worked.sort((a, b) => (a.price ?? 0) - (b.price ?? 0))[0];
}

function tollOf(
  entries: readonly Entry[],
  landed: Course["landed"],
  spent = sum(entries.map((entry) => entry.spent)),
): Toll {
  const contacts = entries.flatMap((entry) => entry.contacts).filter((one) => one.isPayload);
  const caused = sum(contacts.map(({ people }) => people.length));
  const arrived = contacts.filter((one) => hasLanded(one, landed.get(one)));
  const reached = sum(arrived.map(({ people }) => people.length));
  const back = arrived.filter((one) => landed.get(one)?.recalled);
  return {
    deliveries: sum(entries.map((entry) => entry.deliveries)),
    caused,
    reached,
    recalled: sum(back.map(({ people }) => people.length)),
    spent,
    price: reached === 0 ? undefined : spent / reached,
    unprotected: caused === 0 ? undefined : spent / caused,
  };
}

function hasLanded({ needs }: Contact, landed: Landed | undefined): boolean {
  return landed !== undefined && landed.count >= needs;
}

function hamToll({ ham, fates }: Course): HamToll {
  const met = ham.map(({ truth, at }) => ({ truth, at, fate: fates.get(truth.delivery) }));
  const isIn = (outcome: string | undefined): boolean =>
    outcome === "delivered" || outcome === "recalled";
  const held = met.filter(({ fate }) => !isIn(fate?.outcome));
  const firsts = ({ truth }: { truth: (typeof ham)[number]["truth"] }): boolean =>
    truth.truth === "ham" && truth.first === true;
  return {
    deliveries: met.length,
    held: held.length,
    late: met.filter(({ fate, at }) => fate?.outcome === "delivered" && fate.at > at).length,
    firsts: met.filter(firsts).length,
    firstsHeld: held.filter(firsts).length,
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** For a person: a line a move. */
export function siegeTable({ filter, program, whole, tried, found, ham }: SiegeReport): string {
  const units = (price: number | undefined): string =>
    price === undefined ? "–" : price.toFixed(2);
  const row = (name: string, toll: Toll): string =>
    [
      name.padEnd(26),
      `${toll.deliveries}`.padStart(10),
      `${toll.caused}`.padStart(7),
      `${toll.reached}`.padStart(8),
      `${toll.recalled}`.padStart(9),
      toll.spent.toFixed(1).padStart(8),
      units(toll.price).padStart(7),
      units(toll.unprotected).padStart(12),
    ].join("");
  const head = `${"tried".padEnd(26)}deliveries caused reached recalled   spent  price unprotected`;
  const won =
    found === undefined
      ? "No method brought most of its posts through."
      : `Beaten by: ${found.applied.join(", ") || "the first method"}, at ${units(found.price)}.`;
  const firsts = `${ham.firstsHeld} of ${ham.firsts} first contacts`;
  const misfires = `Ham: ${ham.held} of ${ham.deliveries} held, ${firsts}.`;
  const lines = [...tried.map((one) => row(one.tried, one)), row("all", whole)];
  return [`${filter}, ${program}`, head, ...lines, won, misfires].join("\n");
}
