// Stories of what is kept on its way to an end: judged again, leased, answered, ruled on.

import { deepEqual, equal } from "node:assert/strict";
import { answerBytesMax } from "../../base/limits.ts";
import { day, type EpochMs, hour, minute } from "../../base/units.ts";
import type { ObjectId } from "../../model/ids.ts";
import {
  actor,
  answered,
  doubt,
  later,
  provenBy,
  receiptOf,
  someKept,
  start,
  unproven,
  unreachable,
} from "../kept.fixture.ts";
import { claimed, deliver, keepAll, type Tell } from "./telling.ts";

export function rejudgingStories(tell: Tell): void {
  const surer = { ...doubt, action: "hold", score: 12 } as const;
  const { authenticity } = someKept(1);

  tell("what settles may settle longer under its new verdict", async (ledger) => {
    await ledger.keep(someKept(1));
    const next = { state: "settling", dueAt: later(hour), authenticity } as const;
    deepEqual(await ledger.rejudge(receiptOf(1), surer, next, later(5)), [receiptOf(1)]);
    const kept = await ledger.find(receiptOf(1));
    deepEqual(kept, someKept(1, { verdict: surer, dueAt: later(hour) }));
  });

  tell("what settles may be held, and is not due any more", async (ledger) => {
    await ledger.keep(someKept(1));
    const next = { state: "held", dueAt: undefined, authenticity } as const;
    deepEqual(await ledger.rejudge(receiptOf(1), surer, next, later(5)), [receiptOf(1)]);
    const held = { verdict: surer, state: "held", dueAt: undefined, since: later(5) } as const;
    deepEqual(await ledger.find(receiptOf(1)), someKept(1, held));
    equal(await ledger.nextDueAt(), undefined);
  });

  tell("what is held comes due at its deadline, and may get another or none", async (ledger) => {
    const held = { state: "held", laterWays: [{ rung: "resolve", until: later(day) }] } as const;
    await ledger.keep(someKept(1, { ...held, dueAt: later(hour) }));
    deepEqual(await ledger.due(later(hour - 1), 9), []);
    deepEqual(await ledger.due(later(hour), 9), [receiptOf(1)]);
    const to = (dueAt: EpochMs | undefined) => ({ state: "held", dueAt, authenticity }) as const;
    deepEqual(await ledger.rejudge(receiptOf(1), surer, to(later(day)), later(hour)), [
      receiptOf(1),
    ]);
    const moved = { ...held, verdict: surer, dueAt: later(day) };
    deepEqual(await ledger.find(receiptOf(1)), someKept(1, moved), "held since it was");
    deepEqual(await ledger.rejudge(receiptOf(1), surer, to(undefined), later(day)), [receiptOf(1)]);
    equal(await ledger.nextDueAt(), undefined);
  });

  tell("what is held may be let in at its deadline without a ruling", async (ledger) => {
    await ledger.keep(someKept(1, { state: "held", dueAt: later(hour) }));
    equal(await ledger.claim(receiptOf(1), minute, later(hour - 1)), undefined);
    equal((await ledger.claim(receiptOf(1), minute, later(hour)))?.state, "releasing");
    await ledger.finish(receiptOf(1), unreachable, later(hour), later(2 * hour));
    const back = await ledger.find(receiptOf(1));
    deepEqual([back?.state, back?.dueAt], ["held", later(2 * hour)]);
  });

  tell("the way by which it was let in is written down", async (ledger) => {
    const ways = [{ rung: "own-proof", until: undefined }] as const;
    await claimed(ledger, someKept(1, { laterWays: ways }));
    await ledger.finish(receiptOf(1), answered(202), later(hour), later(hour), "own-proof");
    const kept = await ledger.find(receiptOf(1));
    deepEqual([kept?.state, kept?.triedBy], ["delivered", "own-proof"]);
    deepEqual(kept?.laterWays, ways);
  });

  tell("what settles may be rejected by a rule; its bytes stay to be seen", async (ledger) => {
    await ledger.keep(someKept(1));
    const next = { state: "rejected", dueAt: undefined, authenticity } as const;
    deepEqual(await ledger.rejudge(receiptOf(1), surer, next, later(5)), [receiptOf(1)]);
    const ended = { verdict: surer, state: "rejected", dueAt: undefined, since: later(5) } as const;
    deepEqual(await ledger.find(receiptOf(1)), someKept(1, ended));
    deepEqual(await ledger.rejudge(receiptOf(1), doubt, next, later(6)), []);
  });

  tell("a key that came late is written down, with whom it proved", async (ledger) => {
    await ledger.keep(someKept(1, { sender: actor(7), authenticity: unproven }));
    const proven = { authenticity: provenBy(actor(1)), dueAt: later(hour) } as const;
    await ledger.rejudge(receiptOf(1), surer, { state: "settling", ...proven }, later(5));
    const known = { verdict: surer, sender: actor(1), ...proven };
    deepEqual(await ledger.find(receiptOf(1)), someKept(1, known));
  });

  tell("what moved on meanwhile is not judged again", async (ledger) => {
    await keepAll(ledger, someKept(1), someKept(2), someKept(3, { state: "held" }), someKept(4));
    await ledger.claim(receiptOf(1), minute, later(minute));
    await ledger.rule({ receipt: receiptOf(2), ruling: "ham", by: "mod", at: start });
    await ledger.rule({ receipt: receiptOf(4), ruling: "spam", by: "mod", at: start });
    for (const number of [1, 2, 3, 4, 5]) {
      const next = { state: "settling", dueAt: start, authenticity } as const;
      deepEqual(await ledger.rejudge(receiptOf(number), surer, next, start), [], `r${number}`);
    }
  });
}

export function claimingStories(tell: Tell): void {
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

export function finishingStories(tell: Tell): void {
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
}

export function retryingStories(tell: Tell): void {
  for (const [why, answer] of [
    ["is not there", unreachable],
    ["is broken", answered(503, "later")],
    ["has no time", answered(429)],
  ] as const) {
    tell(`what settled settles again if the home server ${why}`, async (ledger) => {
      await claimed(ledger, someKept(1));
      await ledger.finish(receiptOf(1), answer, later(2 * minute), later(hour));
      const tried = { attempts: 1, answer, triedBy: "replay" } as const;
      const back = { dueAt: later(hour), since: later(2 * minute), ...tried };
      deepEqual(await ledger.find(receiptOf(1)), someKept(1, back));
      const { authenticity } = someKept(1);
      const next = { state: "held", dueAt: undefined, authenticity } as const;
      deepEqual(await ledger.rejudge(receiptOf(1), doubt, next, later(3 * minute)), [receiptOf(1)]);
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

export function rulingStories(tell: Tell): void {
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
