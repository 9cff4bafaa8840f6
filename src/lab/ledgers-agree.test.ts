// The ledger in the process is the model of the one on disk: whatever is asked in whatever
// order, both give the same answers.

import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { openInThread } from "../adapters/sqlite/in-thread.fixture.ts";
import { type EpochMs, epochMs } from "../base/units.ts";
import type { Authenticity } from "../model/authenticity.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { ActorId, Host, ObjectId, ViewKey } from "../model/ids.ts";
import { keptStates, type UpstreamAnswer } from "../model/kept.ts";
import { wholeMoment } from "../model/kept-moves.ts";
import {
  actor,
  answered,
  bytes,
  doubt,
  later,
  provenBy,
  receiptOf,
  refuted,
  someKept,
  start,
  unproven,
  unreachable,
} from "../ports/kept.fixture.ts";
import type { Ledger } from "../ports/ledger.ts";

/** One thing done to a ledger. Its text is what a failing run prints. */
interface Deed {
  readonly does: string;
  run(ledger: Ledger): Promise<unknown>;
}

// Few of everything, so that deeds meet each other. Halves of a millisecond are rounded.
const small = fc.integer({ min: 0, max: 4 });
const moment = fc.integer({ min: -2, max: 40 }).map((half): EpochMs => epochMs(later(half / 2)));
const dueAt = fc.option(moment, { nil: undefined });
const kind = fc.constantFrom("settling" as const, "held" as const);
const nextState = fc.constantFrom("settling" as const, "held" as const, "rejected" as const);
const authenticity = fc.constantFrom<Authenticity>(
  provenBy(actor(0)),
  provenBy(actor(1)),
  unproven,
  refuted,
);
const subset = fc.uniqueArray(fc.constantFrom(...keptStates));
const ruling = fc.constantFrom("ham" as const, "spam" as const);
const answer = fc.constantFrom<UpstreamAnswer>(
  answered(202, "taken"),
  answered(404, "no such inbox"),
  answered(429),
  answered(302),
  answered(500, "oh"),
  unreachable,
);
const subject = fc.constantFrom(
  { kind: "host", host: "a.example" as Host } as const,
  { kind: "host", host: "b.example" as Host } as const,
  { kind: "actor", actor: actor(1) } as const,
);

function deed(
  does: string,
  args: readonly unknown[],
  run: (ledger: Ledger) => Promise<unknown>,
): Deed {
  return { does: `${does}(${JSON.stringify(args)})`, run };
}

const part = fc.record({
  edit: fc.boolean(),
  path: fc.constantFrom("/inbox", "/users/anna/inbox"),
  keys: fc.constantFrom([], ["text:1" as ViewKey]),
});

const keeping = fc
  .tuple(small, small, kind, dueAt, moment, small, authenticity, part)
  .map((args) => {
    const [receipt, post, state, due, at, sender, known, { edit, path, keys }] = args;
    const who = { sender: actor(sender % 2), authenticity: known };
    const changes = { state, dueAt: due, at, since: at, path, keys, ...who };
    const what = edit ? { activityId: undefined, body: bytes("edited") } : {};
    const kept = someKept(post, { ...changes, ...what, receipt: receiptOf(receipt) });
    return deed("keep", args, (ledger) => ledger.keep(kept));
  });

const moving = [
  fc.tuple(small, nextState, dueAt, moment, authenticity).map((args) => {
    const [number, state, due, at, known] = args;
    const verdict = { ...doubt, score: number };
    const next = { state, dueAt: due, authenticity: known };
    return deed("rejudge", args, (its) => its.rejudge(receiptOf(number), verdict, next, at));
  }),
  fc.tuple(small, small, moment).map((args) => {
    const [number, leaseMs, at] = args;
    return deed("claim", args, (ledger) => ledger.claim(receiptOf(number), leaseMs, at));
  }),
  fc.tuple(small, answer, moment, moment).map((args) => {
    const [number, its, at, retryAt] = args;
    return deed("finish", args, (ledger) => ledger.finish(receiptOf(number), its, at, retryAt));
  }),
  fc.tuple(small, ruling, moment).map((args) => {
    const [number, word, at] = args;
    const ruled = { receipt: receiptOf(number), ruling: word, by: "mod", at };
    return deed("rule", args, (ledger) => ledger.rule(ruled));
  }),
];

const ending = [
  fc.tuple(small, small, fc.constantFrom("post", "activity", "account"), moment).map((args) => {
    const [sender, number, what, at] = args;
    const { objectId, activityId } = someKept(number);
    const meant = { post: objectId, activity: activityId, account: actor(sender % 2) }[what];
    const object = String(meant) as ObjectId;
    const by: ActorId = actor(sender % 2);
    return deed("withdraw", args, (ledger) => ledger.withdraw(by, object, at));
  }),
  fc
    .tuple(moment, moment)
    .map((args) => deed("expire", args, (ledger) => ledger.expire(args[0], args[1]))),
  moment.map((before) => deed("forget", [before], (ledger) => ledger.forget(before))),
];

const campaign = fc.constantFrom("c1", "c2", "c3").map((id) => id as CampaignId);

const filing = [
  fc.tuple(campaign, small, small).map((args) => {
    const [id, one, other] = args;
    return deed("file", args, (its) => its.file(id, [receiptOf(one), receiptOf(other)]));
  }),
  fc
    .tuple(campaign, campaign, moment)
    .filter(([was, is]) => was > is)
    .map((args) => deed("mergeCases", args, (its) => its.mergeCases(args[0], args[1], args[2]))),
  fc.tuple(campaign, ruling, small, small, moment).map((args) => {
    const [id, word, one, other, at] = args;
    const receipts = [receiptOf(one), receiptOf(other)];
    const ruled = { campaign: id, ruling: word, by: "mod", at, receipts };
    return deed("ruleCase", args, (ledger) => ledger.ruleCase(ruled));
  }),
  fc.tuple(campaign, small, moment).map((args) => {
    const [id, number, at] = args;
    const { activityId, objectId, sender } = someKept(number);
    const ids = { receipt: receiptOf(number), campaign: id, sender, activityId, objectId };
    const post = { ...ids, recipients: [actor(9)], at: start, listedAt: wholeMoment(at) };
    return deed("listRecalls", args, (its) =>
      its.listRecalls([{ ...post, recalledAt: undefined }]),
    );
  }),
  fc.tuple(campaign, small, moment).map((args) => {
    const [id, number, at] = args;
    return deed("recalled", args, async (ledger) => {
      await ledger.recalled(receiptOf(number), wholeMoment(at));
      if (number === 0) await ledger.dropRecalls(id);
    });
  }),
];

const ruleBook = [
  fc
    .tuple(subject, fc.constantFrom("allow" as const, "refuse" as const), dueAt, moment)
    .map(([about, decision, expiresAt, madeAt]) => {
      const rule = { subject: about, decision, by: "admin", why: "", madeAt, expiresAt };
      return deed("addRule", [rule], (ledger) => ledger.addRule(rule));
    }),
  subject.map((about) => deed("dropRule", [about], (ledger) => ledger.dropRule(about))),
];

const asking = [
  fc.tuple(moment, small).map((args) => deed("due", args, (its) => its.due(args[0], args[1]))),
  fc.tuple(subset, small).map((args) => deed("list", args, (its) => its.list(args[0], args[1]))),
  small.map((limit) => deed("ruled", [limit], (its) => its.ruled(limit))),
  fc.tuple(small, small, fc.boolean()).map((args) => {
    const [sender, number, proven] = args;
    const { activityId, objectId } = someKept(number);
    const kinship = { sender: actor(sender % 2), proven, activityId, objectId };
    return deed("kin", args, (ledger) => ledger.kin(kinship));
  }),
  fc.constantFrom(
    deed("usage", [], (ledger) => ledger.usage()),
    deed("standingSenders", [], (ledger) => ledger.standingSenders()),
    deed("nextDueAt", [], (ledger) => ledger.nextDueAt()),
    deed("settling", [], (ledger) => ledger.settling()),
    deed("rules", [], (ledger) => ledger.rules()),
    deed("caseIds", [], (ledger) => ledger.caseIds()),
    deed("unlearned", [], (ledger) => ledger.unlearned(9)),
    deed("recalls", [], (ledger) => ledger.recalls(undefined, 9)),
  ),
  fc.tuple(subset, small, moment).map((args) => {
    return deed("cases", args, (ledger) => ledger.cases(...args));
  }),
  fc.tuple(subset, small).map((args) => deed("single", args, (its) => its.single(...args))),
  fc.tuple(campaign, subset, small).map((args) => {
    return deed("ofCase", args, (ledger) => ledger.ofCase(...args));
  }),
  campaign.map((id) => deed("caseRecord", [id], (ledger) => ledger.caseRecord(id))),
];

const deeds = fc.array(
  fc.oneof(
    { arbitrary: keeping, weight: 6 },
    { arbitrary: fc.oneof(...moving), weight: 12 },
    { arbitrary: fc.oneof(...ending), weight: 2 },
    { arbitrary: fc.oneof(...filing), weight: 4 },
    { arbitrary: fc.oneof(...ruleBook), weight: 1 },
    { arbitrary: fc.oneof(...asking), weight: 4 },
  ),
  { maxLength: 40 },
);

/** What a deed brought: an answer, or that the ledger refused. */
async function outcome(story: Deed, ledger: Ledger): Promise<unknown> {
  try {
    return await story.run(ledger);
  } catch (error) {
    return error instanceof Error ? error.name : error;
  }
}

async function whole(ledger: Ledger): Promise<unknown> {
  return {
    kept: await Promise.all([0, 1, 2, 3, 4].map((number) => ledger.find(receiptOf(number)))),
    list: await ledger.list(keptStates, 100),
    due: await ledger.due(later(1000), 100),
    next: await ledger.nextDueAt(),
    rules: await ledger.rules(),
  };
}

test("the ledger on disk answers like the one in the process", async () => {
  await fc.assert(
    fc.asyncProperty(deeds, async (stories) => {
      const model = new ProcessLedger();
      const { ledger } = openInThread(":memory:");
      for (const story of stories) {
        deepEqual(await outcome(story, ledger), await outcome(story, model), story.does);
      }
      deepEqual(await whole(ledger), await whole(model));
      await ledger.close();
    }),
    { numRuns: 150 },
  );
});

test("it also does when nobody waits for an answer before the next question", async () => {
  await fc.assert(
    fc.asyncProperty(deeds, async (stories) => {
      const model = new ProcessLedger();
      const { ledger } = openInThread(":memory:");
      const all = (of: Ledger) => Promise.all(stories.map((story) => outcome(story, of)));
      deepEqual(await all(ledger), await all(model));
      await ledger.close();
    }),
    { numRuns: 50 },
  );
});
