// Stories of cases: what is kept of one campaign is ruled on at once.

import { deepEqual, equal, ok } from "node:assert/strict";
import { day, hour } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { CaseRuling } from "../../model/case.ts";
import type { ActorId, Host, Receipt } from "../../model/ids.ts";
import type { Kept } from "../../model/kept.ts";
import type { Recalled } from "../../model/recall.ts";
import { actor, doubt, later, provenBy, receiptOf, someKept, start } from "../kept.fixture.ts";
import type { Ledger } from "../ledger.ts";
import { deliver, keepAll, type Tell } from "./telling.ts";

const [c1, c2, c3] = ["c1", "c2", "c3"] as CampaignId[] as [CampaignId, CampaignId, CampaignId];
const waiting = ["settling", "held"] as const;

function member(number: number, campaign: CampaignId, changes: Partial<Kept> = {}): Kept {
  const host = `h${number}.example`;
  const sender = `https://${host}/users/a` as ActorId;
  const authenticity = { ...provenBy(sender), signerHost: host as Host };
  const at = later(number * hour);
  const verdict = { ...doubt, campaign };
  const told = { recipients: [actor(100), actor(100 + number)] };
  return someKept(number, {
    sender,
    authenticity,
    at,
    verdict,
    state: "held",
    ...told,
    ...changes,
  });
}

function word(campaign: CampaignId, ruling: "ham" | "spam", at = start): CaseRuling {
  return { campaign, ruling, by: "alice", at };
}

async function receiptsOf(ledger: Ledger, campaign: CampaignId): Promise<readonly Receipt[]> {
  const found = await ledger.ofCase(campaign, waiting, 9);
  return found.map(({ receipt }) => receipt);
}

export function caseStories(tell: Tell): void {
  tell("what is filed anew leaves its case", async (ledger) => {
    await keepAll(ledger, member(1, c1), member(2, c1), member(3, c1));
    await ledger.refile(c2, [receiptOf(2), receiptOf(3), "nobody" as Receipt]);
    deepEqual(await receiptsOf(ledger, c1), [receiptOf(1)]);
    deepEqual(await receiptsOf(ledger, c2), [receiptOf(2), receiptOf(3)]);
    equal((await ledger.find(receiptOf(3)))?.verdict.campaign, c2);
  });

  tell("several of one campaign are one case, the rest stands by itself", async (ledger) => {
    await keepAll(ledger, member(1, c1), member(2, c1, { state: "settling" }), member(3, c2));
    await keepAll(ledger, someKept(4, { state: "held" }), member(5, c1, { state: "rejected" }));
    const [found, ...others] = await ledger.cases(waiting, 9, later(1));
    deepEqual(others, []);
    ok(found);
    const { newest, ...counts } = found;
    deepEqual(counts, {
      ...{ campaign: c1, kept: 2, states: { held: 1, settling: 1 }, domains: 2, recipients: 3 },
      ...{ firstAt: later(hour), lastAt: later(2 * hour), nextReplayUntil: later(hour) },
      ruled: undefined,
    });
    equal(newest.receipt, receiptOf(2));
    const alone = (await ledger.single(waiting, 9)).map(({ receipt }) => receipt);
    deepEqual(alone, [receiptOf(3), receiptOf(4)]);
    equal((await ledger.cases(waiting, 9, later(2 * hour)))[0]?.nextReplayUntil, undefined);
    deepEqual(await ledger.cases(["held"], 9, start), [], "what settles was not asked for");
    deepEqual(await receiptsOf(ledger, c1), [receiptOf(1), receiptOf(2)]);
    equal((await ledger.ofCase(c1, ["held", "settling", "rejected"], 9)).length, 3);
    deepEqual(await ledger.caseIds(), [c1, c2]);
  });

  tell("what stood alone is filed once, and a new opinion takes nothing out", async (ledger) => {
    await keepAll(ledger, someKept(1), member(2, c2));
    await ledger.file(c1, [receiptOf(1), receiptOf(2), receiptOf(9)]);
    equal((await ledger.find(receiptOf(1)))?.verdict.campaign, c1);
    equal((await ledger.find(receiptOf(2)))?.verdict.campaign, c2);
    const { authenticity } = someKept(1);
    const next = { state: "held", dueAt: undefined, authenticity } as const;
    await ledger.rejudge(receiptOf(1), doubt, next, start);
    equal((await ledger.find(receiptOf(1)))?.verdict.campaign, c1);
    await ledger.rejudge(receiptOf(1), { ...doubt, campaign: c3 }, next, start);
    equal((await ledger.find(receiptOf(1)))?.verdict.campaign, c3);
  });

  tell("two that turn out to be one go by one id, and the other leads there", async (ledger) => {
    await keepAll(ledger, member(1, c1), member(2, c2), member(3, c3));
    await ledger.ruleCase({ ...word(c3, "spam", later(1)), receipts: [] });
    await ledger.mergeCases(c3, c2, later(2));
    await ledger.mergeCases(c2, c1, later(3));
    deepEqual(await receiptsOf(ledger, c1), [1, 2, 3].map(receiptOf));
    const record = { campaign: c1, ruled: word(c1, "spam", later(1)) };
    for (const id of [c1, c2, c3]) deepEqual(await ledger.caseRecord(id), record);
    equal(await ledger.caseRecord("c9" as CampaignId), undefined);
    deepEqual(
      (await ledger.unlearned(9)).map(({ campaign }) => campaign),
      [c1],
    );
    await ledger.ruleCase({ ...word(c2, "ham", later(9)), campaign: "c8" as never, receipts: [] });
    const ruled = [{ ...word(c1, "ham", later(9)), campaign: "c8" }, word(c1, "spam", later(1))];
    deepEqual(await ledger.ruledCases(9), ruled);
    deepEqual(await ledger.ruledCases(1), ruled.slice(0, 1));
  });

  tell("a ruling on the whole moves what it names, and is one lesson", async (ledger) => {
    await keepAll(ledger, member(1, c1), member(2, c1), member(3, c1), member(4, c1));
    const [one, two, three, four] = [1, 2, 3, 4].map(receiptOf) as Receipt[];
    const spam = word(c1, "spam", later(1));
    equal(await ledger.ruleCase({ ...spam, receipts: [one, two] as Receipt[] }), 2);
    equal(await ledger.ruleCase({ ...spam, receipts: [two, three] as Receipt[] }), 1);
    deepEqual(await receiptsOf(ledger, c1), [four]);
    equal((await ledger.find(receiptOf(1)))?.ruledBy, "alice");
    const lessons = (await ledger.unlearned(9)).map(({ receipt, sender, campaign, ruling }) => {
      return [receipt, sender, campaign, ruling];
    });
    const parts = [1, 2, 3].map((n) => [receiptOf(n), member(n, c1).sender, c1, "spam"]);
    deepEqual(lessons, [[undefined, undefined, c1, "spam"], ...parts]);
    deepEqual(await ledger.caseRecord(c1), { campaign: c1, ruled: spam });
    await ledger.ruleCase({ ...word(c1, "ham", later(2)), receipts: [four] as Receipt[] });
    deepEqual(await ledger.due(later(2), 9), [four]);
    equal((await ledger.caseRecord(c1))?.ruled?.ruling, "ham");
  });

  tell("of what ended whom it was for goes with the bytes", async (ledger) => {
    await deliver(ledger, someKept(1, { recipients: [actor(100)] }));
    deepEqual((await ledger.find(receiptOf(1)))?.recipients, []);
  });

  tell("a campaign of which nothing is kept is forgotten in time", async (ledger) => {
    await ledger.keep(member(1, c1));
    for (const id of [c1, c2]) await ledger.ruleCase({ ...word(id, "spam"), receipts: [] });
    await ledger.forget(later(day));
    equal((await ledger.caseRecord(c1))?.ruled?.ruling, "spam");
    equal(await ledger.caseRecord(c2), undefined);
  });

  tell(
    "posts to recall are listed once, newest first, until they are withdrawn",
    async (ledger) => {
      deepEqual(await ledger.listRecalls([post(1), post(2, c2)]), [1, 2].map(receiptOf));
      deepEqual(await ledger.listRecalls([post(3), { ...post(1), sender: actor(9) }]), [
        receiptOf(3),
      ]);
      await ledger.recalled(receiptOf(3), later(9));
      const three = { ...post(3), recalledAt: later(9) };
      deepEqual(await ledger.recalls(c1, 9), [three, post(1)]);
      deepEqual(await ledger.recalls(undefined, 2), [three, post(2, c2)]);
      await ledger.mergeCases(c1, c3, start);
      await ledger.dropRecalls(c3);
      const moved = { ...three, campaign: c3 };
      deepEqual(await ledger.recalls(c3, 9), [moved], "what was withdrawn stays told");
      await ledger.forgetSender(actor(2));
      deepEqual(await ledger.recalls(undefined, 9), [moved]);
      await ledger.forget(later(day));
      deepEqual(await ledger.recalls(undefined, 9), []);
    },
  );
}

function post(number: number, campaign = c1): Recalled {
  const { activityId, objectId, sender } = someKept(number);
  return {
    ...{ receipt: receiptOf(number), campaign, sender, activityId, objectId },
    ...{ recipients: [actor(100)], at: later(number), listedAt: later(hour) },
    recalledAt: undefined,
  };
}
