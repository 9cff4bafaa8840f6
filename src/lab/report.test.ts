import assert from "node:assert/strict";
import { test } from "node:test";
import { after, epochMs, minute, second } from "../base/units.ts";
import type { Notification } from "./lab-home.ts";
import type { Contact } from "./plan.ts";
import { reachOf, reportOn } from "./report.ts";

const at = epochMs(Date.UTC(2026, 1, 14, 19));

function sent(id: string, reaches: readonly string[], truth: Contact["truth"] = "ordinary") {
  const contact = { kind: "contact", at, truth, what: "mention", says: "", reaches } as const;
  return { ...contact, activity: { id }, from: undefined as never };
}

function told(activity: string, person: string, waitMs: number): Notification {
  return { at: after(at, waitMs), person, kind: "mention", from: "", activity };
}

test("what notifies nobody is not counted", () => {
  const { ordinary } = reportOn([sent("a", [])], [], []);
  assert.equal(ordinary.sent, 0);
});

test("a contact comes at once, later, or is kept, and is counted once", () => {
  const all = ["a", "b", "c", "d", "e"].map((id) => sent(id, ["ada", "bruno"]));
  const notifications = [
    told("a", "ada", second),
    told("a", "bruno", second),
    told("b", "ada", 12 * minute),
  ];
  const kept = [
    { activityId: "b", state: "delivered" },
    { activityId: "c", state: "held" },
    { activityId: "d", state: "settling" },
  ] as const;
  const { ordinary } = reportOn(all, notifications, kept);
  assert.deepEqual(ordinary, {
    sent: 5,
    atOnce: 1,
    later: 1,
    longestWaitMs: 12 * minute,
    held: 1,
    settling: 1,
    elsewhere: 1,
    aimedAt: 10,
    reached: 3,
  });
  assert.equal(reachOf(ordinary), 0.3);
});

test("spam and ordinary mail are counted apart", () => {
  const all = [sent("a", ["ada"]), sent("b", ["ada"], "spam")];
  const { ordinary, spam } = reportOn(
    all,
    [told("a", "ada", 0)],
    [{ activityId: "b", state: "held" }],
  );
  assert.equal(ordinary.atOnce, 1);
  assert.equal(spam.held, 1);
  assert.equal(reachOf(spam), 0);
});

test("of nobody aimed at, nobody was reached", () => {
  assert.equal(reachOf(reportOn([], [], []).spam), 0);
});
