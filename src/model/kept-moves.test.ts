import { equal } from "node:assert/strict";
import { test } from "node:test";
import { epochMs } from "../base/units.ts";
import type { Receipt } from "./ids.ts";
import { endedStates, type KeptState, type UpstreamAnswer } from "./kept.ts";
import {
  backBehind,
  begunBeside,
  claimed,
  expired,
  finished,
  hasEnded,
  keepsBytes,
  leaderEnded,
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
  const alone = { attempts: 0, ruledBy: undefined, behind: undefined, hasBytes: true };
  return { state, claimedFrom, dueAt: now, since, ...alone, ...changes };
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
    reject: "rejected",
    hold: "held",
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
    for (const move of Object.values(moves))
      equal(move(position(state, { hasBytes: false })), undefined);
  });
}

test("second thoughts let in what was refused, while its bytes are here", () => {
  const refused = position("rejected", { dueAt: undefined, ruledBy: "eve" });
  const back = moves["ham"]?.(refused);
  equal(back?.state, "held");
  equal(back?.dueAt, now);
  equal(back?.ruledBy, "mod");
  for (const name of Object.keys(moves).filter((one) => one !== "ham"))
    equal(moves[name]?.(refused), undefined);
  for (const state of endedStates.filter((one) => one !== "rejected"))
    equal(moves["ham"]?.(position(state)), undefined, state);
});

test("what was rejected for what it waited behind waits behind it again, unruled", () => {
  const refused = position("rejected", { dueAt: undefined, ruledBy: "eve" });
  const back = backBehind(refused, leader, again);
  equal(back?.state, "held");
  equal(back?.behind, leader);
  equal(back?.ruledBy, undefined);
  equal(back?.since, again);
  equal(backBehind({ ...refused, hasBytes: false }, leader, again), undefined);
  equal(backBehind(position("held"), leader, again), undefined);
});

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

const leader = "r1" as Receipt;

for (const [end, becomes] of [
  ["delivered", "settling"],
  ["refused", "settling"],
  ["withdrawn", "settling"],
  ["rejected", "rejected"],
  ["expired", "expired"],
] as const) {
  test(`behind what was ${end} it is ${becomes}`, () => {
    const waiting = position("settling", { behind: leader, dueAt: undefined });
    const after = leaderEnded(waiting, { state: end, ruledBy: undefined }, undefined, again);
    equal(after.state, becomes);
    equal(after.behind, undefined);
    equal(after.dueAt, becomes === "settling" ? again : undefined);
  });
}

test("a word of ham outlives a hold that nobody ruled on", () => {
  const waiting = position("held", { behind: leader, dueAt: now, ruledBy: "mod" });
  const after = leaderEnded(waiting, { state: "expired", ruledBy: undefined }, undefined, again);
  equal(after.state, "held");
  equal(after.dueAt, now);
});

test("who waited behind one that waited, waits for the same", () => {
  const waiting = position("settling", { behind: "r2" as Receipt, dueAt: undefined });
  const after = leaderEnded(waiting, { state: "withdrawn", ruledBy: undefined }, leader, again);
  equal(after.behind, leader);
  equal(after.dueAt, undefined);
});

const beside: Readonly<Record<KeptState, readonly [doubtful: KeptState, held: KeptState]>> = {
  settling: ["settling", "settling"],
  held: ["held", "held"],
  releasing: ["settling", "held"],
  delivered: ["settling", "held"],
  refused: ["settling", "held"],
  rejected: ["rejected", "rejected"],
  withdrawn: ["withdrawn", "withdrawn"],
  expired: ["expired", "expired"],
};

for (const [eldest, begins] of Object.entries(beside)) {
  test(`the same at another inbox: beside what is ${eldest} it begins ${begins.join()}`, () => {
    for (const [at, state] of (["settling", "held"] as const).entries()) {
      const own = position(state, { dueAt: undefined });
      equal(begunBeside(own, position(eldest as KeptState)).state, begins[at]);
    }
  });
}

test("what a moderator let in is let in at every inbox", () => {
  const eldest = position("delivered", { ruledBy: "mod" });
  equal(begunBeside(position("held", { dueAt: undefined }), eldest).state, "settling");
});

test("what an admin's rule rejects begins rejected beside whatever", () => {
  const own = position("rejected", { dueAt: undefined });
  equal(begunBeside(own, position("settling")).state, "rejected");
});
