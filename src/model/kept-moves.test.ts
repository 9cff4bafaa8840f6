import { equal } from "node:assert/strict";
import { test } from "node:test";
import { epochMs } from "../base/units.ts";
import { endedStates, type KeptState, type UpstreamAnswer } from "./kept.ts";
import {
  claimed,
  expired,
  finished,
  hasEnded,
  keepsBytes,
  type Position,
  rejudged,
  ruledOn,
  wholeMoment,
  withdrawn,
} from "./kept-moves.ts";

const now = epochMs(1000);

/** Due now, come to its state a while ago. */
function position(state: KeptState, changes: Partial<Position> = {}): Position {
  const since = epochMs(500);
  const claimedFrom = undefined;
  return { state, claimedFrom, dueAt: now, since, attempts: 0, ruledBy: undefined, ...changes };
}

function status(code: number): UpstreamAnswer {
  return { kind: "answered", status: code, headers: [], body: new Uint8Array() };
}

const again = epochMs(9000);
type Move = (before: Position) => Position | undefined;

const moves: Readonly<Record<string, Move>> = {
  reject: (before) => rejudged(before, { state: "rejected", dueAt: undefined }, now),
  hold: (before) => rejudged(before, { state: "held", dueAt: undefined }, now),
  claim: (before) => claimed(before, 100, now),
  taken: (before) => finished(before, status(202), now, again),
  refused: (before) => finished(before, status(404), now, again),
  throttled: (before) => finished(before, status(429), now, again),
  ham: (before) => ruledOn(before, "ham", "mod", now),
  spam: (before) => ruledOn(before, "spam", "mod", now),
  withdraw: (before) => withdrawn(before, now),
  expire: (before) => expired(before, now, now),
};

// The diagram in kept.ts, as a table: what is not in it may not be done.
const table: Readonly<Record<"settling" | "held" | "releasing", Record<string, KeptState>>> = {
  settling: {
    reject: "rejected",
    hold: "held",
    claim: "releasing",
    ham: "settling",
    spam: "rejected",
    withdraw: "withdrawn",
  },
  held: {
    claim: "releasing",
    ham: "held",
    spam: "rejected",
    withdraw: "withdrawn",
    expire: "expired",
  },
  releasing: {
    claim: "releasing",
    taken: "delivered",
    refused: "refused",
    throttled: "settling",
    withdraw: "withdrawn",
  },
};

for (const [state, row] of Object.entries(table)) {
  for (const [name, move] of Object.entries(moves)) {
    test(`${state}, ${name}: ${row[name] ?? "may not be"}`, () => {
      equal(move(position(state as KeptState))?.state, row[name]);
    });
  }
}

for (const state of endedStates) {
  test(`nothing leads on from ${state}`, () => {
    equal(hasEnded(state), true);
    for (const move of Object.values(moves)) equal(move(position(state)), undefined);
  });
}

test("a word of ham is not judged again, and does not expire", () => {
  equal(moves["hold"]?.(position("settling", { ruledBy: "mod" })), undefined);
  equal(moves["expire"]?.(position("held", { ruledBy: "mod" })), undefined);
});

test("what was held goes back to being held", () => {
  const back = moves["throttled"]?.(position("releasing", { claimedFrom: "held" }));
  equal(back?.state, "held");
  equal(back?.dueAt, again);
  equal(back?.attempts, 1);
});

test("an end has no moment and no lease", () => {
  const end = moves["taken"]?.(position("releasing", { claimedFrom: "held" }));
  equal(end?.dueAt, undefined);
  equal(end?.claimedFrom, undefined);
  equal(end?.since, now);
});

test("bytes go with what was delivered, withdrawn or expired", () => {
  const all = ["settling", "held", "releasing", "refused", "rejected"] as const;
  for (const state of all) equal(keepsBytes(state), true, state);
  for (const state of ["delivered", "withdrawn", "expired"] as const) {
    equal(keepsBytes(state), false, state);
  }
});

test("a moment is a whole one that a Date can hold", () => {
  equal(wholeMoment(epochMs(1.9)), 1);
  equal(wholeMoment(epochMs(Number.POSITIVE_INFINITY)), 8.64e15);
});
