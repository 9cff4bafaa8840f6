// What every ledger promises, as stories. An adapter's test calls this with a way to open one.

import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { type EpochMs, epochMs, hour, minute } from "../base/units.ts";
import type { ActorId, Host, ObjectId } from "../model/ids.ts";
import { summaryOf } from "../model/kept.ts";
import type { RecipientRule, Rule } from "../model/rule.ts";
import {
  actor,
  bytes,
  doubt,
  later,
  receiptOf,
  refuted,
  someKept,
  start,
  unproven,
} from "./kept.fixture.ts";
import type { Ledger } from "./ledger.ts";
import { caseListStories } from "./ledger-contract/case-list.ts";
import { caseStories } from "./ledger-contract/cases.ts";
import { endingStories } from "./ledger-contract/endings.ts";
import { kinStories } from "./ledger-contract/kin.ts";
import {
  claimingStories,
  finishingStories,
  rejudgingStories,
  retryingStories,
  rulingStories,
} from "./ledger-contract/moves.ts";
import { reportStories } from "./ledger-contract/reports.ts";
import { deliver, keepAll, type Tell } from "./ledger-contract/telling.ts";
import { usageStories } from "./ledger-contract/usage.ts";

/** `open` gives an empty ledger; the story closes it. */
export function ledgerContract(adapter: string, open: () => Promise<Ledger>): void {
  const tell: Tell = (name, story) => {
    void test(`${adapter}: ${name}`, async () => {
      const ledger = await open();
      try {
        await story(ledger);
      } finally {
        await ledger.close();
      }
    });
  };
  keepingStories(tell);
  repeatStories(tell);
  forgeryStories(tell);
  rejudgingStories(tell);
  claimingStories(tell);
  finishingStories(tell);
  retryingStories(tell);
  rulingStories(tell);
  endingStories(tell);
  kinStories(tell);
  usageStories(tell);
  reportStories(tell);
  caseStories(tell);
  caseListStories(tell);
  askingStories(tell);
  ruleBookStories(tell);
}

function keepingStories(tell: Tell): void {
  tell("what is kept comes back byte for byte, header for header", async (ledger) => {
    const every = Uint8Array.from({ length: 1024 }, (_, i) => i % 256);
    const kept = someKept(1, { body: every, path: "/inbox?a=%00&b" });
    equal(await ledger.keep(kept), receiptOf(1));
    deepEqual(await ledger.find(receiptOf(1)), kept);
  });

  tell("an unsigned delivery without ids and an empty body can be kept", async (ledger) => {
    const kept = someKept(1, {
      authenticity: { kind: "refuted", signature: "none", why: "absent", because: "unsigned" },
      activityId: undefined,
      objectId: undefined,
      headers: [],
      body: new Uint8Array(),
      state: "held",
      dueAt: undefined,
    });
    await ledger.keep(kept);
    deepEqual(await ledger.find(receiptOf(1)), kept);
  });

  tell("a body in a buffer that is used again stays as it was", async (ledger) => {
    const pool = bytes("....the body....");
    const keeping = ledger.keep(someKept(1, { body: pool.subarray(4, 12) }));
    pool.fill(0);
    await keeping;
    deepEqual((await ledger.find(receiptOf(1)))?.delivery.body, bytes("the body"));
  });

  tell(
    "one receipt is not given to two deliveries, and neighbours don't suffer",
    async (ledger) => {
      const other = someKept(9, { receipt: receiptOf(1) });
      const [first, second, third] = await Promise.allSettled(
        [someKept(1), other, someKept(3)].map((kept) => ledger.keep(kept)),
      );
      equal(first?.status, "fulfilled");
      equal(second?.status === "rejected" && second.reason.name, "LedgerDown");
      equal(third?.status, "fulfilled");
      deepEqual(await ledger.find(receiptOf(1)), someKept(1));
    },
  );

  tell("parts of a millisecond are rounded down", async (ledger) => {
    await ledger.keep(someKept(1, { dueAt: epochMs(start + 0.75) }));
    equal(await ledger.nextDueAt(), start);
    deepEqual(await ledger.due(start, 10), [receiptOf(1)]);
  });

  tell("what settles without a moment is due at once", async (ledger) => {
    await ledger.keep(someKept(1, { dueAt: undefined }));
    deepEqual(await ledger.due(start, 10), [receiptOf(1)]);
  });
}

function repeatStories(tell: Tell): void {
  tell("a repeat of a delivery answers the receipt that stands for it", async (ledger) => {
    await ledger.keep(someKept(1));
    equal(await ledger.keep(someKept(1, { receipt: receiptOf(2) })), receiptOf(1));
    equal(await ledger.find(receiptOf(2)), undefined);
  });

  tell("two copies at the same moment are kept once", async (ledger) => {
    const copies = [2, 3, 4].map((n) => someKept(1, { receipt: receiptOf(n) }));
    const receipts = await Promise.all(copies.map((kept) => ledger.keep(kept)));
    deepEqual(new Set(receipts).size, 1);
    equal((await ledger.settling()).length, 1);
  });

  tell("a repeat of what was delivered or rejected shares its fate", async (ledger) => {
    await deliver(ledger, someKept(1));
    await ledger.keep(someKept(2));
    await ledger.rule({ receipt: receiptOf(2), ruling: "spam", by: "mod", at: start });
    equal(await ledger.keep(someKept(1, { receipt: receiptOf(11) })), receiptOf(1));
    equal(await ledger.keep(someKept(2, { receipt: receiptOf(12) })), receiptOf(2));
    deepEqual(await ledger.settling(), []);
  });

  for (const [what, change] of [
    ["another body under the same id", { body: bytes("another") }],
    ["another inbox", { path: "/users/anna/inbox" }],
    ["another sender", { sender: actor(77) }],
    ["another id", { activityId: "https://remote.example/other" as ObjectId }],
  ] as const) {
    tell(`${what} is another delivery`, async (ledger) => {
      await ledger.keep(someKept(1));
      equal(await ledger.keep(someKept(1, { receipt: receiptOf(2), ...change })), receiptOf(2));
      equal((await ledger.settling()).length, 2);
    });
  }
}

function forgeryStories(tell: Tell): void {
  for (const [whose, authenticity] of [
    ["a copy whose key was not to be had", unproven],
    ["a forged copy", refuted],
  ] as const) {
    tell(`${whose} does not stand for the real post, nor the other way round`, async (ledger) => {
      equal(await ledger.keep(someKept(1, { authenticity })), receiptOf(1));
      equal(await ledger.keep(someKept(1, { receipt: receiptOf(2) })), receiptOf(2));
      equal(await ledger.keep(someKept(3)), receiptOf(3));
      const late = someKept(3, { authenticity, receipt: receiptOf(4) });
      equal(await ledger.keep(late), receiptOf(4));
    });
  }

  tell("what is not proven is a repeat only under the same signature", async (ledger) => {
    const copy = (number: number, signature: string, authenticity = unproven) =>
      someKept(1, {
        receipt: receiptOf(number),
        authenticity,
        headers: [["Signature", signature]],
      });
    equal(await ledger.keep(copy(1, "one")), receiptOf(1));
    equal(await ledger.keep(copy(2, "two")), receiptOf(2));
    equal(await ledger.keep(copy(3, "one", refuted)), receiptOf(3));
    equal(await ledger.keep(copy(4, "one")), receiptOf(1));
  });

  tell("once a late key proved its sender, its repeat shares its fate", async (ledger) => {
    const { authenticity } = someKept(1);
    await ledger.keep(someKept(1, { authenticity: unproven }));
    const next = { state: "rejected", dueAt: undefined, authenticity } as const;
    await ledger.rejudge(receiptOf(1), doubt, next, start);
    equal(await ledger.keep(someKept(1, { receipt: receiptOf(2) })), receiptOf(1));
  });

  tell("a late key takes no repeats from a copy that was proven before it", async (ledger) => {
    const { authenticity } = someKept(1);
    await ledger.keep(someKept(1, { authenticity: unproven }));
    await ledger.keep(someKept(1, { receipt: receiptOf(2) }));
    const next = { state: "settling", dueAt: start, authenticity } as const;
    deepEqual(await ledger.rejudge(receiptOf(1), doubt, next, start), [receiptOf(1)]);
    equal(await ledger.keep(someKept(1, { receipt: receiptOf(3) })), receiptOf(2));
  });
}

function askingStories(tell: Tell): void {
  tell("the longest due comes first, equals in the order of keeping", async (ledger) => {
    const moments = [30, 10, 20, 10].map((seconds) => later(seconds * 1000));
    await keepAll(ledger, ...moments.map((dueAt, number) => someKept(number, { dueAt })));
    const order = [1, 3, 2].map(receiptOf);
    deepEqual(await ledger.due(later(20_000), 10), order);
    deepEqual(await ledger.due(later(20_000), 2), order.slice(0, 2));
    deepEqual(await ledger.due(start, 10), []);
    equal(await ledger.nextDueAt(), later(10_000));
  });

  tell("a list shows the newest first, without bytes", async (ledger) => {
    const arrivals = [2, 3, 1].map((hours, number) =>
      someKept(number, { at: later(hours * hour) }),
    );
    await keepAll(ledger, ...arrivals, someKept(4, { state: "held" }));
    const settling = (await ledger.list(["settling"], 2)).map(({ receipt }) => receipt);
    deepEqual(settling, [receiptOf(1), receiptOf(0)]);
    deepEqual(await ledger.list(["held"], 10), [
      summaryOf(someKept(4, { state: "held", dueAt: undefined })),
    ]);
    equal((await ledger.list(["held", "settling"], 10)).length, 4);
    deepEqual(await ledger.list([], 10), []);
  });

  tell("the index of what settles is in the order of keeping", async (ledger) => {
    await keepAll(ledger, someKept(2), someKept(1), someKept(3, { state: "held" }));
    deepEqual(await ledger.settling(), [summaryOf(someKept(2)), summaryOf(someKept(1))]);
  });

  tell("a census counts what stands where, and what is next of it", async (ledger) => {
    deepEqual(await ledger.census(start), []);
    const early = { at: later(-hour), replayUntil: later(minute) };
    await keepAll(ledger, someKept(1), someKept(2, { ...early, dueAt: later(9) }));
    await keepAll(ledger, someKept(3, { state: "held", ...early, dueAt: undefined }));
    const settling = { state: "settling", count: 2, oldestArrivedAt: later(-hour) } as const;
    deepEqual(await ledger.census(later(2 * minute)), [
      {
        state: "held",
        count: 1,
        oldestArrivedAt: later(-hour),
        nextDueAt: undefined,
        nextReplayUntil: undefined,
      },
      { ...settling, nextDueAt: later(9), nextReplayUntil: later(hour) },
    ]);
    const [, atFirst] = await ledger.census(start);
    equal(atFirst?.nextReplayUntil, later(minute));
  });

  tell("a question sees what was told before it, also without waiting", async (ledger) => {
    const keeping = ledger.keep(someKept(1));
    deepEqual(await ledger.find(receiptOf(1)), someKept(1));
    await keeping;
  });
}

function ruleBookStories(tell: Tell): void {
  tell("a rule is replaced by the next on its subject", async (ledger) => {
    await ledger.addRule(someRule("allow", hostSubject));
    await ledger.addRule(someRule("allow", actorSubject, later(hour)));
    await ledger.addRule(someRule("refuse", hostSubject));
    deepEqual(await ledger.rules(), [
      someRule("allow", actorSubject, later(hour)),
      someRule("refuse", hostSubject),
    ]);
  });

  tell("a rule can be dropped once", async (ledger) => {
    await ledger.addRule(someRule("refuse", hostSubject));
    equal(await ledger.dropRule(actorSubject), false);
    equal(await ledger.dropRule(hostSubject), true);
    equal(await ledger.dropRule(hostSubject), false);
    deepEqual(await ledger.rules(), []);
  });

  tell("our own people have rules of their own, apart from those on senders", async (ledger) => {
    const rule = (number: number, mode: RecipientRule["mode"]): RecipientRule => {
      return { recipient: actor(number), mode, by: "admin", why: "asked for it", madeAt: start };
    };
    await ledger.addRule(someRule("allow", { kind: "actor", actor: actor(1) }));
    await ledger.setRecipient(rule(2, "off"));
    await ledger.setRecipient(rule(1, "off"));
    await ledger.setRecipient(rule(1, "consent"));
    deepEqual(await ledger.recipients(), [rule(1, "consent"), rule(2, "off")]);
    equal((await ledger.rules()).length, 1);
    equal(await ledger.dropRecipient(actor(1)), true);
    equal(await ledger.dropRecipient(actor(1)), false);
    deepEqual(await ledger.recipients(), [rule(2, "off")]);
  });

  tell("settings are kept and replaced", async (ledger) => {
    equal(await ledger.setting("key"), undefined);
    await ledger.putSetting("key", "one\0two");
    await ledger.putSetting("other", "");
    await ledger.putSetting("key", "three ✓");
    equal(await ledger.setting("key"), "three ✓");
    equal(await ledger.setting("other"), "");
  });
}

const hostSubject = { kind: "host", host: "spam.example" as Host } as const;
const actorSubject = { kind: "actor", actor: "https://a.example/b" as ActorId } as const;

function someRule(decision: Rule["decision"], subject: Rule["subject"], expiresAt?: EpochMs): Rule {
  return { decision, subject, by: "admin", why: "a wave", madeAt: start, expiresAt };
}
