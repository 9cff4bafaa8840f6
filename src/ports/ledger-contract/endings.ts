// Stories of what goes: taken back by its author, out of time, forgotten.

import { deepEqual, equal } from "node:assert/strict";
import { day, hour, minute } from "../../base/units.ts";
import type { ObjectId } from "../../model/ids.ts";
import {
  actor,
  answered,
  doubt,
  later,
  provenBy,
  receiptOf,
  refuted,
  someKept,
  start,
  unproven,
  unreachable,
} from "../kept.fixture.ts";
import { claimed, keepAll, type Tell } from "./telling.ts";

export function endingStories(tell: Tell): void {
  withdrawalStories(tell);
  claimedSenderStories(tell);
  inFlightStories(tell);
  ageStories(tell);
  forgettingStories(tell);
}

function forgettingStories(tell: Tell): void {
  tell("a forgotten sender leaves no trace, whatever waited for what", async (ledger) => {
    const held = someKept(2, { sender: actor(1), state: "held", dueAt: undefined });
    const named = someKept(3, { sender: actor(1), authenticity: unproven });
    await keepAll(ledger, someKept(1), held, named, someKept(4));
    await claimed(ledger, someKept(5, { sender: actor(1) }));
    const all = [receiptOf(1), receiptOf(2), receiptOf(3), receiptOf(5)];
    deepEqual(
      (await ledger.of(actor(1))).map(({ receipt }) => receipt),
      all,
    );
    equal(await ledger.forgetSender(actor(1)), 4);
    for (const receipt of all) equal(await ledger.find(receipt), undefined);
    deepEqual(await ledger.of(actor(1)), []);
    deepEqual(await ledger.due(later(hour), 9), [receiptOf(4)]);
    await ledger.finish(receiptOf(5), answered(202), later(hour), later(hour));
    equal(await ledger.find(receiptOf(5)), undefined);
    equal(
      await ledger.keep(someKept(1, { receipt: receiptOf(9) })),
      receiptOf(9),
      "it is new again",
    );
  });

  tell("what others passed on of them goes too, and reports on them", async (ledger) => {
    await keepAll(ledger, someKept(1, { author: actor(9) }), someKept(2));
    for (const subjects of [[actor(8), actor(9)], [actor(8)]])
      await ledger.noteReport({ at: start, subjects, domain: "remote.example" });
    equal((await ledger.of(actor(9))).length, 1);
    equal(await ledger.forgetSender(actor(9)), 1);
    equal(await ledger.find(receiptOf(1)), undefined);
    deepEqual(
      (await ledger.reports(start, 9)).map(({ subjects }) => subjects),
      [[actor(8)]],
    );
  });

  tell("a ruling waits until somebody has learned from it, in order", async (ledger) => {
    const held = { state: "held", dueAt: undefined } as const;
    const third = someKept(3, { ...held, authenticity: unproven });
    await keepAll(ledger, someKept(1, held), someKept(2, held), third);
    const rule = (number: number, ruling: "ham" | "spam") =>
      ledger.rule({ receipt: receiptOf(number), ruling, by: "alice", at: later(number) });
    for (const number of [1, 2, 3]) await rule(number, number === 2 ? "ham" : "spam");
    await rule(1, "spam");
    const all = await ledger.unlearned(9);
    deepEqual(
      all.map(({ receipt, ruling, by, at, sender }) => [receipt, ruling, by, at, sender]),
      [
        [receiptOf(1), "spam", "alice", later(1), actor(1)],
        [receiptOf(2), "ham", "alice", later(2), actor(2)],
        [receiptOf(3), "spam", "alice", later(3), undefined],
      ],
    );
    await ledger.learned(all[0]?.number ?? 0);
    await ledger.forgetSender(actor(2));
    deepEqual(
      (await ledger.unlearned(1)).map(({ receipt }) => receipt),
      [receiptOf(3)],
    );
    await ledger.learned(all[2]?.number ?? 0);
    deepEqual(await ledger.unlearned(9), []);
  });

  tell("an errand stands until it is done, and its answer until it is taken", async (ledger) => {
    const forget = { kind: "forget", about: actor(1) } as const;
    const tells = { kind: "tell", about: actor(1) } as const;
    for (const errand of [tells, forget, tells]) await ledger.ask(errand);
    deepEqual(await ledger.errands(), [forget, tells]);
    equal(await ledger.takeAnswer(tells), undefined);
    await ledger.answerErrand(forget, undefined);
    await ledger.answerErrand(tells, "a word");
    await ledger.answerErrand({ ...tells, about: actor(2) }, "nobody asked");
    deepEqual(await ledger.errands(), []);
    equal(await ledger.takeAnswer(tells), "a word");
    equal(await ledger.takeAnswer(tells), undefined);
    equal(await ledger.takeAnswer({ ...tells, about: actor(2) }), undefined);
  });
}

function withdrawalStories(tell: Tell): void {
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

  tell("an author takes back what another brought, who may do so too", async (ledger) => {
    const relayed = (number: number) => someKept(number, { sender: actor(9), author: actor(1) });
    await keepAll(ledger, relayed(1), relayed(2), relayed(3));
    deepEqual(await ledger.find(receiptOf(1)), relayed(1));
    deepEqual(await ledger.withdraw(actor(2), noteOf(1), start), []);
    deepEqual(await ledger.withdraw(actor(1), noteOf(1), start), [receiptOf(1)]);
    deepEqual(await ledger.withdraw(actor(9), noteOf(2), start), [receiptOf(2)]);
    const account = String(actor(1)) as ObjectId;
    deepEqual(await ledger.withdraw(actor(1), account, start), [receiptOf(3)]);
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
}

function claimedSenderStories(tell: Tell): void {
  const account = String(actor(1)) as ObjectId;

  tell("what only claims its sender is not that sender's to take back", async (ledger) => {
    const copies = [
      someKept(1, { authenticity: unproven }),
      someKept(2, { authenticity: refuted, sender: actor(1), state: "held" }),
    ];
    await keepAll(ledger, ...copies);
    deepEqual(await ledger.withdraw(actor(1), noteOf(1), start), []);
    deepEqual(await ledger.withdraw(actor(1), account, start), []);
    equal((await ledger.find(receiptOf(1)))?.state, "settling");
    equal((await ledger.find(receiptOf(2)))?.state, "held");
  });

  tell("once a late key proved the sender, it can be taken back", async (ledger) => {
    await ledger.keep(someKept(1, { authenticity: unproven, sender: actor(7) }));
    const next = { state: "held", dueAt: undefined, authenticity: provenBy(actor(1)) } as const;
    await ledger.rejudge(receiptOf(1), doubt, next, start);
    deepEqual(await ledger.withdraw(actor(7), noteOf(1), start), []);
    deepEqual(await ledger.withdraw(actor(1), noteOf(1), start), [receiptOf(1)]);
  });
}

function inFlightStories(tell: Tell): void {
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
}

function ageStories(tell: Tell): void {
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

  tell("what somebody ruled on is told in short, however much else is kept", async (ledger) => {
    const proven = { authenticity: provenBy(actor(1)), sender: actor(1) };
    await keepAll(ledger, someKept(1, proven), someKept(2, { at: later(5) }));
    await keepAll(ledger, someKept(3, { at: later(9), state: "held" }));
    await ledger.rule({ receipt: receiptOf(1), ruling: "spam", by: "mod", at: later(day) });
    await ledger.rule({ receipt: receiptOf(2), ruling: "ham", by: "mod", at: later(day) });
    const [newest, oldest, ...more] = await ledger.ruled(9);
    deepEqual([newest?.receipt, newest?.state, newest?.ruledBy], [receiptOf(2), "settling", "mod"]);
    deepEqual(oldest, {
      ...{ receipt: receiptOf(1), state: "rejected", sender: actor(1), ruledBy: "mod" },
      ...{ arrivedAt: start, since: later(day), isProven: true, campaign: undefined },
    });
    deepEqual(more, []);
    deepEqual(await ledger.ruled(1), [newest]);
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

function noteOf(number: number): ObjectId {
  return someKept(number).objectId as ObjectId;
}
