// What becomes of accounts that earned their way past judgement, and turn.

import assert from "node:assert/strict";
import { test } from "node:test";
import { epochMs } from "../../base/units.ts";
import { outcomesOf } from "../coordination/outcome.ts";
import { type Turn, type WarmUp, warmedUp } from "./attacks.ts";

const at = epochMs(Date.parse("2026-03-02T08:00:00.000Z"));

/** Of what they did once they were warm: the shares that reached people, and that went unread. */
async function turned(plan: Omit<WarmUp, "seed" | "at">, turn: Turn) {
  const { of, verdicts, truths } = await outcomesOf(
    at,
    warmedUp({ seed: "warm", at, ...plan }, turn),
  );
  const { reached = 0, notifications = 1 } = of.get("turn") ?? {};
  const turns = truths.filter((one) => one.truth === "spam" && one.attack === "turn");
  const unread = turns.filter(({ delivery }) => verdicts.get(delivery)?.path === "fast");
  const firsts = turns.filter(({ delivery }) =>
    verdicts.get(delivery)?.evidence.some((one) => one.because.startsWith("was silent here")),
  );
  const woken = firsts.length / plan.accounts;
  return { reached: reached / notifications, unread: unread.length / turns.length, woken };
}

test("days of posts and one harmless answer get hardly anything past", async () => {
  const plan = { accounts: 40, hosts: 8, streams: 3, answers: 1 };
  const { reached, unread } = await turned(plan, { each: 2, does: "sells" });
  assert.ok(reached <= 0.2, `${reached}`);
  assert.ok(unread <= 0.2, `${unread}`);
});

test("a harmless answer on each of three days makes no regulars who sell the same", async () => {
  const plan = { accounts: 40, hosts: 12, streams: 0, answers: 3 };
  const { reached, unread } = await turned(plan, { each: 3, does: "sells" });
  assert.ok(reached <= 0.35, `${reached}`);
  assert.ok(unread <= 0.2, `${unread}`);
});

test("accounts of one's own host like unseen no more than the host has room for", async () => {
  const plan = { accounts: 40, hosts: 1, streams: 2, answers: 0 };
  const { unread } = await turned(plan, { each: 10, does: "likes" });
  assert.ok(unread <= 0.2, `${unread}`);
});

test("accounts that were laid in for a season are new when they wake", async () => {
  const plan = { accounts: 40, hosts: 12, streams: 0, answers: 1, rests: 60 };
  const { reached, woken } = await turned(plan, { each: 3, does: "sells" });
  assert.ok(reached <= 0.2, `${reached}`);
  assert.equal(woken, 1);
});

test("regulars who were silent for a season are read for a day", async () => {
  const plan = { accounts: 40, hosts: 12, streams: 0, answers: 9, rests: 60 };
  const { unread } = await turned(plan, { each: 3, does: "sells" });
  assert.equal(unread, 0);
});
