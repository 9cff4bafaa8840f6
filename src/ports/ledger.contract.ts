// What every ledger promises, as stories. An adapter's test calls this with a way to open one.

import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { answerBytesMax } from "../base/limits.ts";
import { day, type EpochMs, epochMs, hour, minute } from "../base/units.ts";
import type { ActorId, Host, ObjectId, Receipt } from "../model/ids.ts";
import { type Kept, summaryOf } from "../model/kept.ts";
import type { Rule } from "../model/rule.ts";
import {
  actor,
  answered,
  bytes,
  doubt,
  later,
  receiptOf,
  someKept,
  start,
  unreachable,
} from "./kept.fixture.ts";
import type { Ledger } from "./ledger.ts";

type Story = (ledger: Ledger) => Promise<void>;
type Tell = (name: string, story: Story) => void;

/** `open` gives an empty ledger; the story closes it. */
export function ledgerContract(adapter: string, open: () => Promise<Ledger>): void {
  const tell: Tell = (name, story) =>
    test(`${adapter}: ${name}`, async () => {
      const ledger = await open();
      try {
        await story(ledger);
      } finally {
        await ledger.close();
      }
    });
  keepingStories(tell);
  repeatStories(tell);
  rejudgingStories(tell);
  claimingStories(tell);
  finishingStories(tell);
  rulingStories(tell);
  endingStories(tell);
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

function rejudgingStories(tell: Tell): void {
  const surer = { ...doubt, action: "hold", score: 12 } as const;

  tell("what settles may settle longer under its new verdict", async (ledger) => {
    await ledger.keep(someKept(1));
    const next = { state: "settling", dueAt: later(hour) } as const;
    equal(await ledger.rejudge(receiptOf(1), surer, next, later(5)), true);
    const kept = await ledger.find(receiptOf(1));
    deepEqual(kept, someKept(1, { verdict: surer, dueAt: later(hour) }));
  });

  tell("what settles may be held, and is not due any more", async (ledger) => {
    await ledger.keep(someKept(1));
    const next = { state: "held", dueAt: later(hour) } as const;
    equal(await ledger.rejudge(receiptOf(1), surer, next, later(5)), true);
    const held = { verdict: surer, state: "held", dueAt: undefined, since: later(5) } as const;
    deepEqual(await ledger.find(receiptOf(1)), someKept(1, held));
    equal(await ledger.nextDueAt(), undefined);
  });

  tell("what moved on meanwhile is not judged again", async (ledger) => {
    await keepAll(ledger, someKept(1), someKept(2), someKept(3, { state: "held" }), someKept(4));
    await ledger.claim(receiptOf(1), minute, later(minute));
    await ledger.rule({ receipt: receiptOf(2), ruling: "ham", by: "mod", at: start });
    await ledger.rule({ receipt: receiptOf(4), ruling: "spam", by: "mod", at: start });
    for (const number of [1, 2, 3, 4, 5]) {
      const next = { state: "settling", dueAt: start } as const;
      equal(await ledger.rejudge(receiptOf(number), surer, next, start), false, `r${number}`);
    }
  });
}

function claimingStories(tell: Tell): void {
  tell("of many who claim at once, one gets it", async (ledger) => {
    await ledger.keep(someKept(1));
    const claims = await Promise.all(
      Array.from({ length: 8 }, () => ledger.claim(receiptOf(1), minute, later(minute))),
    );
    const [only, ...others] = claims.filter((kept) => kept !== undefined);
    deepEqual(others, []);
    const leased = { state: "releasing", dueAt: later(2 * minute), since: later(minute) } as const;
    deepEqual(only, someKept(1, leased));
  });

  tell("a lease that lapsed is given again, and counts as a failed try", async (ledger) => {
    await ledger.keep(someKept(1));
    await ledger.claim(receiptOf(1), minute, later(minute));
    equal(await ledger.claim(receiptOf(1), minute, later(2 * minute - 1)), undefined);
    const again = await ledger.claim(receiptOf(1), minute, later(2 * minute));
    equal(again?.attempts, 1);
    equal(again?.dueAt, later(3 * minute));
  });

  tell(
    "what is not due, held without a ruling, ended or unknown can't be claimed",
    async (ledger) => {
      await keepAll(ledger, someKept(1), someKept(2, { state: "held" }), someKept(3));
      await ledger.rule({ receipt: receiptOf(3), ruling: "spam", by: "mod", at: start });
      equal(await ledger.claim(receiptOf(1), minute, later(minute - 1)), undefined);
      for (const number of [2, 3, 4]) {
        equal(await ledger.claim(receiptOf(number), minute, later(day)), undefined, `r${number}`);
      }
    },
  );
}

function finishingStories(tell: Tell): void {
  tell("what the home server took is delivered, and its bytes are gone", async (ledger) => {
    await deliver(ledger, someKept(1));
    const kept = await ledger.find(receiptOf(1));
    equal(kept?.state, "delivered");
    equal(kept?.since, later(minute));
    equal(kept?.dueAt, undefined);
    deepEqual(kept?.verdict, doubt);
    deepEqual(kept?.answer, { ...answered(202), headers: [] });
    deepEqual([kept?.delivery.headers, kept?.delivery.body], [[], new Uint8Array()]);
  });

  tell("what the home server refused keeps its bytes and the answer", async (ledger) => {
    await claimed(ledger, someKept(1));
    await ledger.finish(receiptOf(1), answered(401, "no"), later(minute), later(hour));
    const kept = await ledger.find(receiptOf(1));
    equal(kept?.state, "refused");
    deepEqual(kept?.answer, answered(401, "no"));
    deepEqual(kept?.delivery, someKept(1).delivery);
    equal(await ledger.nextDueAt(), undefined);
  });

  tell("an answer is cut at what we show of it", async (ledger) => {
    await claimed(ledger, someKept(1));
    const endless = answered(422, "x".repeat(answerBytesMax + 1));
    await ledger.finish(receiptOf(1), endless, later(minute), later(hour));
    const answer = (await ledger.find(receiptOf(1)))?.answer;
    equal(answer?.kind === "answered" && answer.body.length, answerBytesMax);
  });

  for (const [why, answer] of [
    ["is not there", unreachable],
    ["is broken", answered(503, "later")],
    ["has no time", answered(429)],
  ] as const) {
    tell(`what settled settles again if the home server ${why}`, async (ledger) => {
      await claimed(ledger, someKept(1));
      await ledger.finish(receiptOf(1), answer, later(2 * minute), later(hour));
      const back = { dueAt: later(hour), since: later(2 * minute), attempts: 1, answer };
      deepEqual(await ledger.find(receiptOf(1)), someKept(1, back));
      const next = { state: "held", dueAt: undefined } as const;
      equal(await ledger.rejudge(receiptOf(1), doubt, next, later(3 * minute)), true);
    });
  }

  tell("what was held and released is held and released again", async (ledger) => {
    await ledger.keep(someKept(1, { state: "held" }));
    await ledger.rule({ receipt: receiptOf(1), ruling: "ham", by: "mod", at: start });
    await ledger.claim(receiptOf(1), minute, start);
    await ledger.finish(receiptOf(1), unreachable, later(5), later(hour));
    const back = await ledger.find(receiptOf(1));
    deepEqual([back?.state, back?.dueAt, back?.ruledBy], ["held", later(hour), "mod"]);
    deepEqual(await ledger.expire(later(day), later(day)), []);
    equal((await ledger.claim(receiptOf(1), minute, later(hour)))?.attempts, 1);
  });

  tell("a lapsed claim of a held one goes back to being held", async (ledger) => {
    await ledger.keep(someKept(1, { state: "held" }));
    await ledger.rule({ receipt: receiptOf(1), ruling: "ham", by: "mod", at: start });
    await ledger.claim(receiptOf(1), minute, start);
    await ledger.claim(receiptOf(1), minute, later(minute));
    await ledger.finish(receiptOf(1), unreachable, later(minute), later(hour));
    equal((await ledger.find(receiptOf(1)))?.state, "held");
  });

  tell("an answer to what is not releasing changes nothing", async (ledger) => {
    await ledger.keep(someKept(1));
    await ledger.finish(receiptOf(1), answered(202), start, start);
    await ledger.finish(receiptOf(9), answered(202), start, start);
    deepEqual(await ledger.find(receiptOf(1)), someKept(1));
  });
}

function rulingStories(tell: Tell): void {
  for (const state of ["held", "settling"] as const) {
    tell(`ham makes what is ${state} due at once`, async (ledger) => {
      await ledger.keep(someKept(1, { state, dueAt: later(hour) }));
      equal(
        await ledger.rule({ receipt: receiptOf(1), ruling: "ham", by: "mod", at: start }),
        true,
      );
      deepEqual(await ledger.due(start, 10), [receiptOf(1)]);
      const released = await ledger.claim(receiptOf(1), minute, start);
      deepEqual([released?.state, released?.ruledBy], ["releasing", "mod"]);
    });

    tell(`spam ends what is ${state}, with who and when`, async (ledger) => {
      await ledger.keep(someKept(1, { state }));
      const ruling = { receipt: receiptOf(1), ruling: "spam", by: "mod", at: later(5) } as const;
      equal(await ledger.rule(ruling), true);
      const ended = {
        state: "rejected",
        dueAt: undefined,
        since: later(5),
        ruledBy: "mod",
      } as const;
      deepEqual(await ledger.find(receiptOf(1)), someKept(1, ended));
    });
  }

  tell("the latest ruling counts until it is on its way", async (ledger) => {
    await ledger.keep(someKept(1, { state: "held" }));
    equal(await ledger.rule({ receipt: receiptOf(1), ruling: "ham", by: "a", at: start }), true);
    equal(await ledger.rule({ receipt: receiptOf(1), ruling: "spam", by: "b", at: start }), true);
    equal(await ledger.claim(receiptOf(1), minute, start), undefined);
    equal((await ledger.find(receiptOf(1)))?.ruledBy, "b");
  });

  tell("what ended, is on its way or unknown can't be ruled on", async (ledger) => {
    await claimed(ledger, someKept(1));
    await ledger.keep(someKept(2));
    await ledger.withdraw(actor(2), someKept(2).objectId as ObjectId, start);
    for (const number of [1, 2, 3]) {
      const ruling = { receipt: receiptOf(number), ruling: "ham", by: "mod", at: start } as const;
      equal(await ledger.rule(ruling), false, `r${number}`);
    }
  });
}

function endingStories(tell: Tell): void {
  const noteOf = (number: number): ObjectId => someKept(number).objectId as ObjectId;

  tell("an author takes back a post at every inbox; the text goes", async (ledger) => {
    const atAnna = someKept(1, { receipt: receiptOf(2), path: "/users/anna/inbox", state: "held" });
    await keepAll(ledger, someKept(1), atAnna, someKept(3));
    const gone = await ledger.withdraw(actor(1), noteOf(1), later(5));
    deepEqual(gone, [receiptOf(1), receiptOf(2)]);
    const kept = await ledger.find(receiptOf(2));
    deepEqual([kept?.state, kept?.since, kept?.dueAt], ["withdrawn", later(5), undefined]);
    deepEqual([kept?.delivery.headers, kept?.delivery.body], [[], new Uint8Array()]);
    deepEqual(kept?.keys, atAnna.keys);
    deepEqual(await ledger.withdraw(actor(1), noteOf(1), later(6)), []);
  });

  tell("nobody takes back what another sent", async (ledger) => {
    await ledger.keep(someKept(1));
    deepEqual(await ledger.withdraw(actor(2), noteOf(1), start), []);
    deepEqual(await ledger.find(receiptOf(1)), someKept(1));
  });

  tell("an Undo names the activity; it is taken back as well", async (ledger) => {
    await ledger.keep(someKept(1));
    const undone = someKept(1).activityId as ObjectId;
    deepEqual(await ledger.withdraw(actor(1), undone, start), [receiptOf(1)]);
  });

  tell("with an account goes everything it sent", async (ledger) => {
    const second = someKept(2, { sender: actor(1), state: "held" });
    await keepAll(ledger, someKept(1), second, someKept(3));
    const account = String(actor(1)) as ObjectId;
    deepEqual(await ledger.withdraw(actor(1), account, start), [receiptOf(1), receiptOf(2)]);
  });

  tell("what is withdrawn in flight is not sent again", async (ledger) => {
    await claimed(ledger, someKept(1));
    deepEqual(await ledger.withdraw(actor(1), noteOf(1), later(minute)), [receiptOf(1)]);
    await ledger.finish(receiptOf(1), unreachable, later(minute), later(2 * minute));
    equal((await ledger.find(receiptOf(1)))?.state, "withdrawn");
    equal(await ledger.nextDueAt(), undefined);
  });

  tell("the text of what was refused goes with its author's wish", async (ledger) => {
    await claimed(ledger, someKept(1));
    await ledger.finish(receiptOf(1), answered(403, "quoting you"), later(minute), later(hour));
    deepEqual(await ledger.withdraw(actor(1), noteOf(1), later(hour)), []);
    const kept = await ledger.find(receiptOf(1));
    equal(kept?.state, "refused");
    deepEqual(kept?.delivery.body, new Uint8Array());
    deepEqual(kept?.answer, { ...answered(403), headers: [] });
  });

  tell("what nobody ruled on expires, without its bytes", async (ledger) => {
    await keepAll(
      ledger,
      someKept(1, { state: "held", since: start }),
      someKept(2, { state: "held", since: later(day) }),
      someKept(3, { state: "settling", since: start }),
    );
    deepEqual(await ledger.expire(later(day), later(30 * day)), [receiptOf(1)]);
    const kept = await ledger.find(receiptOf(1));
    deepEqual([kept?.state, kept?.since], ["expired", later(30 * day)]);
    deepEqual(kept?.delivery.body, new Uint8Array());
    equal((await ledger.find(receiptOf(2)))?.state, "held");
    equal((await ledger.find(receiptOf(3)))?.state, "settling");
  });

  tell("expiry takes the bytes of old rejected posts, and leaves the case", async (ledger) => {
    await keepAll(ledger, someKept(1), someKept(2));
    await ledger.rule({ receipt: receiptOf(1), ruling: "spam", by: "mod", at: start });
    await ledger.rule({ receipt: receiptOf(2), ruling: "spam", by: "mod", at: later(day) });
    deepEqual(await ledger.expire(later(day), later(2 * day)), []);
    const [old, young] = [await ledger.find(receiptOf(1)), await ledger.find(receiptOf(2))];
    deepEqual([old?.state, old?.delivery.body], ["rejected", new Uint8Array()]);
    deepEqual([young?.state, young?.delivery.body], ["rejected", someKept(2).delivery.body]);
  });

  tell("what ended long ago is forgotten, what waits never", async (ledger) => {
    await keepAll(ledger, someKept(1), someKept(2, { state: "held" }), someKept(3));
    await ledger.rule({ receipt: receiptOf(1), ruling: "spam", by: "mod", at: start });
    equal(await ledger.forget(start), 0);
    equal(await ledger.forget(later(day)), 1);
    equal(await ledger.find(receiptOf(1)), undefined);
    equal((await ledger.list(["held", "settling"], 10)).length, 2);
    const again = someKept(1, { receipt: receiptOf(11) });
    equal(await ledger.keep(again), receiptOf(11));
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

function someRule(
  decision: Rule["decision"],
  subject: Rule["subject"],
  expiresAt?: EpochMs | undefined,
): Rule {
  return { decision, subject, by: "admin", why: "a wave", madeAt: start, expiresAt };
}

async function keepAll(ledger: Ledger, ...all: readonly Kept[]): Promise<void> {
  for (const kept of all) await ledger.keep(kept);
}

async function claimed(ledger: Ledger, kept: Kept): Promise<Receipt> {
  const receipt = await ledger.keep(kept);
  const lease = await ledger.claim(receipt, minute, later(minute));
  ok(lease !== undefined, "a due delivery can be claimed");
  return receipt;
}

async function deliver(ledger: Ledger, kept: Kept): Promise<void> {
  const receipt = await claimed(ledger, kept);
  await ledger.finish(receipt, answered(202), later(minute), later(hour));
}
