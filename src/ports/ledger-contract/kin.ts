// Stories of what belongs together: edits behind their post, one post at several inboxes.

import { deepEqual, equal } from "node:assert/strict";
import { day, minute } from "../../base/units.ts";
import type { ObjectId, ViewKey } from "../../model/ids.ts";
import type { Kept } from "../../model/kept.ts";
import { kinshipOf } from "../../model/kept-kin.ts";
import {
  actor,
  answered,
  bytes,
  doubt,
  later,
  receiptOf,
  refuted,
  someKept,
  start,
  unproven,
  unreachable,
} from "../kept.fixture.ts";
import type { Ledger } from "../ledger.ts";
import { claimed, keepAll, type Tell } from "./telling.ts";

export function kinStories(tell: Tell): void {
  orderStories(tell);
  sharedEndStories(tell);
  sharedRulingStories(tell);
  siblingStories(tell);
  siblingRulingStories(tell);
  secondThoughtStories(tell);
}

const one = receiptOf(1);
const edit = receiptOf(11);
const second = receiptOf(12);
const keys = someKept(1).keys;

/** What its author did to post 1 afterwards. */
function editOfOne(changes: Parameters<typeof someKept>[1] = {}): Kept {
  const activityId = "https://remote.example/notes/1#edit" as ObjectId;
  return someKept(1, { receipt: edit, activityId, body: bytes("edited"), ...changes });
}

function secondEdit(): Kept {
  const activityId = "https://remote.example/notes/1#again" as ObjectId;
  return editOfOne({ receipt: second, activityId, body: bytes("edited again") });
}

/** The same post 1 at somebody's own inbox. */
function siblingOfOne(changes: Parameters<typeof someKept>[1] = {}): Kept {
  return someKept(1, { receipt: second, path: "/users/anna/inbox", ...changes });
}

async function statesOf(ledger: Ledger, ...numbers: readonly number[]): Promise<unknown> {
  return Promise.all(
    numbers.map(async (number) => (await ledger.find(receiptOf(number)))?.state ?? "unknown"),
  );
}

function orderStories(tell: Tell): void {
  tell("an edit waits behind its post, and the next edit behind that", async (ledger) => {
    await keepAll(ledger, someKept(1), editOfOne(), secondEdit());
    deepEqual(await ledger.due(later(day), 10), [one]);
    equal((await ledger.find(edit))?.behind, one);
    equal((await ledger.find(second))?.behind, edit);
    await ledger.claim(one, minute, later(minute));
    deepEqual(await ledger.due(later(day), 10), [one], "on its way is not there yet");
    await ledger.finish(one, answered(202), later(minute + 5), later(day));
    deepEqual(await ledger.due(later(day), 10), [edit]);
    equal((await ledger.find(edit))?.dueAt, later(minute + 5));
  });

  tell("while a post is tried again its edit waits", async (ledger) => {
    await keepAll(ledger, someKept(1), editOfOne());
    await ledger.claim(one, minute, later(minute));
    await ledger.finish(one, unreachable, later(minute), later(2 * minute));
    deepEqual(await ledger.due(later(day), 10), [one]);
  });

  tell("an edit of a held post waits however long it is held", async (ledger) => {
    await keepAll(ledger, someKept(1, { state: "held" }), editOfOne());
    equal(await ledger.nextDueAt(), undefined);
    const next = {
      state: "settling",
      dueAt: start,
      authenticity: editOfOne().authenticity,
    } as const;
    deepEqual(await ledger.rejudge(edit, doubt, next, start), [edit]);
    equal(await ledger.nextDueAt(), undefined, "nor does judging it again give it a moment");
  });

  for (const [what, changes] of [
    ["another's", { sender: actor(2) }],
    ["about another post", { objectId: "https://remote.example/notes/2" as ObjectId }],
  ] as const) {
    tell(`what is ${what} waits for nobody`, async (ledger) => {
      await keepAll(ledger, someKept(1), editOfOne(changes));
      equal((await ledger.find(edit))?.behind, undefined);
      equal((await ledger.due(later(day), 10)).length, 2);
    });
  }

  tell("what is proven does not wait for what anybody may have sent", async (ledger) => {
    await keepAll(ledger, someKept(1, { authenticity: unproven }), editOfOne());
    equal((await ledger.find(edit))?.behind, undefined);
  });

  tell("what is not proven yet waits for what is", async (ledger) => {
    await keepAll(ledger, someKept(1), editOfOne({ authenticity: unproven }));
    equal((await ledger.find(edit))?.behind, one);
  });

  tell("who asks hears what stands here of the same post", async (ledger) => {
    const kinship = kinshipOf(editOfOne());
    equal(await ledger.kin(kinship), undefined);
    await keepAll(ledger, someKept(1), someKept(3, { authenticity: refuted, sender: actor(4) }));
    equal(await ledger.kin(kinship), one);
    equal(await ledger.kin({ ...kinship, sender: actor(2) }), undefined);
    deepEqual(await ledger.standingSenders(), [actor(1), actor(4)]);
    await ledger.withdraw(actor(1), someKept(1).objectId as ObjectId, start);
    equal(await ledger.kin(kinship), undefined);
    deepEqual(await ledger.standingSenders(), [actor(4)]);
  });
}

function sharedEndStories(tell: Tell): void {
  tell("what its author deletes takes its edits along", async (ledger) => {
    await keepAll(ledger, someKept(1), editOfOne(), secondEdit());
    const gone = await ledger.withdraw(actor(1), someKept(1).objectId as ObjectId, later(5));
    deepEqual(gone, [one, edit, second]);
    equal(await ledger.nextDueAt(), undefined);
  });

  tell("an edit taken back lets the next one wait for the post itself", async (ledger) => {
    await keepAll(ledger, someKept(1), editOfOne(), secondEdit());
    deepEqual(await ledger.withdraw(actor(1), editOfOne().activityId as ObjectId, start), [edit]);
    equal((await ledger.find(second))?.behind, one);
    deepEqual(await ledger.due(later(day), 10), [one]);
  });

  tell("with a hold that nobody ruled on its edits expire", async (ledger) => {
    await keepAll(ledger, someKept(1, { state: "held" }), editOfOne(), secondEdit());
    deepEqual(await ledger.expire(later(1), later(day)), [one, edit, second]);
    deepEqual((await ledger.find(edit))?.delivery.body, new Uint8Array());
  });

  tell("after a refusal of the post its edit has its turn", async (ledger) => {
    await claimed(ledger, someKept(1));
    await ledger.keep(editOfOne());
    await ledger.finish(one, answered(404), later(minute), later(day));
    deepEqual(await ledger.due(later(day), 10), [edit]);
  });

  tell("a rule that ends a settling post ends its edits", async (ledger) => {
    await keepAll(ledger, someKept(1), editOfOne());
    const { authenticity } = someKept(1);
    const next = { state: "rejected", dueAt: undefined, authenticity } as const;
    deepEqual(await ledger.rejudge(one, doubt, next, start), [one, edit]);
    deepEqual(await statesOf(ledger, 1, 11), ["rejected", "rejected"]);
  });
}

function sharedRulingStories(tell: Tell): void {
  const held = { state: "held" } as const;

  tell("spam ends what was done to it, also what comes after the ruling", async (ledger) => {
    await keepAll(ledger, someKept(1, held), editOfOne());
    await ledger.rule({ receipt: one, ruling: "spam", by: "mod", at: later(5) });
    await ledger.keep(secondEdit());
    deepEqual(await statesOf(ledger, 1, 11, 12), ["rejected", "rejected", "rejected"]);
    equal((await ledger.find(edit))?.ruledBy, "mod");
  });

  for (const [what, its, by] of [
    ["an edit that says the same", { ...held, keys }, "mod"],
    ["what says nothing of its own", { ...held, keys: [] }, "mod"],
    ["an edit with other words", { ...held, keys: ["text:other" as ViewKey] }, undefined],
  ] as const) {
    const does = by === undefined ? "does not cover" : "covers";
    tell(`ham ${does} ${what}`, async (ledger) => {
      await keepAll(ledger, someKept(1, held), editOfOne(its));
      await ledger.rule({ receipt: one, ruling: "ham", by: "mod", at: later(5) });
      equal((await ledger.find(edit))?.ruledBy, by);
      deepEqual(await ledger.due(later(day), 9), [one], "not before its post");
      await ledger.claim(one, minute, later(5));
      await ledger.finish(one, answered(202), later(6), later(day));
      deepEqual(await ledger.due(later(day), 9), by === undefined ? [] : [edit]);
    });
  }

  tell("ham for an edit waits until its post is there", async (ledger) => {
    await keepAll(ledger, someKept(1, held), editOfOne());
    equal(await ledger.rule({ receipt: edit, ruling: "ham", by: "mod", at: start }), true);
    equal(await ledger.claim(edit, minute, later(day)), undefined);
    await ledger.rule({ receipt: one, ruling: "ham", by: "mod", at: start });
    await ledger.claim(one, minute, start);
    await ledger.finish(one, answered(202), later(5), later(day));
    equal((await ledger.claim(edit, minute, later(5)))?.ruledBy, "mod");
  });
}

function siblingStories(tell: Tell): void {
  tell("the same at another inbox is kept beside the first, not behind it", async (ledger) => {
    await keepAll(ledger, someKept(1), siblingOfOne({ dueAt: later(day) }));
    const sibling = await ledger.find(second);
    deepEqual([sibling?.eldest, sibling?.behind], [one, undefined]);
    equal(sibling?.dueAt, someKept(1).dueAt, "both have one moment");
    equal((await ledger.due(later(minute), 10)).length, 2);
  });

  tell("each inbox gets it once, whatever became of it at the first", async (ledger) => {
    await claimed(ledger, someKept(1));
    await ledger.finish(one, answered(202), later(minute), later(day));
    await ledger.keep(siblingOfOne({ dueAt: later(day), since: later(5) }));
    deepEqual(await statesOf(ledger, 12), ["settling"]);
    deepEqual(await ledger.due(later(5), 10), [second]);
  });

  tell("one that is held by now stays so, although the first got in", async (ledger) => {
    await claimed(ledger, someKept(1));
    await ledger.finish(one, answered(202), later(minute), later(day));
    const surer = { ...doubt, action: "hold", score: 12 } as const;
    await ledger.keep(siblingOfOne({ state: "held", dueAt: undefined, verdict: surer }));
    const kept = await ledger.find(second);
    deepEqual([kept?.state, kept?.verdict], ["held", surer]);
  });

  tell("what is found out about one is true of all", async (ledger) => {
    await keepAll(ledger, someKept(1), siblingOfOne());
    const surer = { ...doubt, action: "hold", score: 12 } as const;
    const { authenticity } = someKept(1);
    const next = { state: "held", dueAt: undefined, authenticity } as const;
    deepEqual(await ledger.rejudge(second, surer, next, later(5)), [second, one]);
    const first = await ledger.find(one);
    deepEqual([first?.state, first?.verdict, first?.since], ["held", surer, later(5)]);
  });

  tell("the same at another inbox comes to where the first stands", async (ledger) => {
    await keepAll(ledger, someKept(1, { state: "held" }), siblingOfOne());
    deepEqual(await statesOf(ledger, 12), ["held"]);
    await ledger.withdraw(actor(1), someKept(1).objectId as ObjectId, start);
    await ledger.keep(siblingOfOne({ receipt: receiptOf(13), path: "/users/ben/inbox" }));
    deepEqual(await statesOf(ledger, 12, 13), ["withdrawn", "withdrawn"]);
    deepEqual((await ledger.find(receiptOf(13)))?.delivery.body, new Uint8Array());
  });

  tell("the same id with another body is another post, and known to be one", async (ledger) => {
    const posted = siblingOfOne();
    equal(await ledger.otherBodies(posted), 0);
    await keepAll(ledger, someKept(1), siblingOfOne(), someKept(3));
    equal(await ledger.otherBodies(posted), 0, "the same at another inbox is the same");
    const other = siblingOfOne({ receipt: edit, body: bytes("other words") });
    equal(await ledger.otherBodies(other), 1);
    equal(await ledger.keep(other), edit);
    equal(await ledger.otherBodies(posted), 1);
    equal(await ledger.otherBodies(siblingOfOne({ sender: actor(2) })), 0);
  });

  tell("a forged copy has no siblings among the real ones", async (ledger) => {
    await keepAll(ledger, someKept(1), siblingOfOne({ authenticity: unproven }));
    equal((await ledger.find(second))?.eldest, undefined);
  });
}

function siblingRulingStories(tell: Tell): void {
  tell("one ruling releases all of them", async (ledger) => {
    await keepAll(ledger, someKept(1, { state: "held" }), siblingOfOne());
    equal(await ledger.rule({ receipt: second, ruling: "ham", by: "mod", at: start }), true);
    deepEqual(await ledger.due(start, 10), [one, second]);
    await ledger.keep(siblingOfOne({ receipt: receiptOf(13), path: "/users/ben/inbox" }));
    deepEqual(await ledger.due(start, 10), [one, second, receiptOf(13)]);
  });

  tell("one ruling rejects all of them, also those that come later", async (ledger) => {
    await keepAll(ledger, someKept(1, { state: "held" }), siblingOfOne());
    await ledger.rule({ receipt: one, ruling: "spam", by: "mod", at: start });
    await ledger.keep(siblingOfOne({ receipt: receiptOf(13), path: "/users/ben/inbox" }));
    deepEqual(await statesOf(ledger, 1, 12, 13), ["rejected", "rejected", "rejected"]);
    equal((await ledger.find(receiptOf(13)))?.ruledBy, "mod");
  });
}

function secondThoughtStories(tell: Tell): void {
  const word = (ruling: "ham" | "spam", at = start, receipt = one) =>
    ({ receipt, ruling, by: "mod", at }) as const;
  const held = { state: "held", dueAt: undefined } as const;

  tell("what was refused comes in after all, at every inbox, and is a lesson", async (ledger) => {
    await keepAll(ledger, someKept(1, held), siblingOfOne());
    await ledger.rule(word("spam"));
    equal(await ledger.rule(word("ham", later(5), second)), true);
    deepEqual(await ledger.due(later(5), 9), [one, second]);
    const kept = await ledger.find(one);
    deepEqual([kept?.state, kept?.since, kept?.ruledBy], ["held", later(5), "mod"]);
    deepEqual(
      (await ledger.unlearned(9)).map(({ receipt, ruling }) => [receipt, ruling]),
      [
        [one, "spam"],
        [second, "ham"],
      ],
    );
    equal((await ledger.claim(one, minute, later(5)))?.delivery.body.length, 64);
    equal(await ledger.rule(word("spam", later(6))), false, "what is on its way stays so");
  });

  tell("what ended with it waits behind it again, and has its turn by what it says", async (l) => {
    const other = ["text:other"] as ViewKey[];
    await keepAll(l, someKept(1, held), someKept(2), editOfOne(), { ...secondEdit(), keys: other });
    await l.rule(word("spam", later(1)));
    const activityId = "https://remote.example/notes/1#third" as ObjectId;
    const third = { receipt: receiptOf(13), activityId, body: bytes("third"), since: later(3) };
    await l.keep(editOfOne(third));
    deepEqual(await statesOf(l, 1, 11, 12, 13), ["rejected", "rejected", "rejected", "rejected"]);
    equal(await l.rule(word("ham", later(5))), true);
    deepEqual(await statesOf(l, 1, 11, 12, 13, 2), ["held", "held", "held", "held", "settling"]);
    const those = await Promise.all([edit, second, receiptOf(13)].map((one) => l.find(one)));
    deepEqual(
      those.map((kept) => [kept?.behind, kept?.ruledBy]),
      [
        [one, "mod"],
        [edit, undefined],
        [second, undefined],
      ],
    );
    deepEqual(await l.due(later(5), 9), [one]);
  });

  tell("who was refused by a word of its own before stays so", async (ledger) => {
    await keepAll(ledger, someKept(1, held), editOfOne());
    await ledger.rule(word("spam", later(1), edit));
    await ledger.rule(word("spam", later(2)));
    await ledger.rule(word("ham", later(3)));
    deepEqual(await statesOf(ledger, 1, 11), ["held", "rejected"]);
  });

  tell("nothing leads back once the bytes are gone", async (ledger) => {
    await keepAll(ledger, someKept(1, held), someKept(2, held));
    for (const number of [1, 2]) await ledger.rule(word("spam", start, receiptOf(number)));
    await ledger.expire(later(1), later(day));
    await ledger.withdraw(actor(2), someKept(2).objectId as ObjectId, later(1));
    for (const number of [1, 2])
      equal(await ledger.rule(word("ham", later(day), receiptOf(number))), false);
    deepEqual(
      (await ledger.list(["rejected"], 9)).map(({ bytes }) => bytes),
      [0, 0],
    );
  });
}
