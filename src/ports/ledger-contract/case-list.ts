// Stories of the list of cases: most urgent first, in pages that don't shift.

import { deepEqual, equal, ok } from "node:assert/strict";
import { hour, minute } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { CasePage, ListedCase } from "../../model/case-list.ts";
import type { ActorId, Host } from "../../model/ids.ts";
import type { Kept } from "../../model/kept.ts";
import { doubt, later, provenBy, receiptOf, someKept } from "../kept.fixture.ts";
import type { Ledger } from "../ledger.ts";
import { keepAll, type Tell } from "./telling.ts";

const [c1, c2] = ["c1", "c2"] as CampaignId[] as [CampaignId, CampaignId];
const states = ["settling", "held"] as const;
const asOf = later(30 * minute);
const first: CasePage = { states, asOf, limit: 9 };

/** Held, from a host of its own, to be let in within an hour. */
function held(number: number, changes: Partial<Kept> & { readonly campaign?: CampaignId } = {}) {
  const { campaign, ...rest } = changes;
  const host = `h${number}.example`;
  const sender = `https://www.${host}/users/Ann` as ActorId;
  const authenticity = { ...provenBy(sender), signerHost: `www.${host}` as Host };
  const verdict = { ...doubt, campaign };
  return someKept(number, { sender, authenticity, verdict, state: "held", ...rest });
}

function at(number: number, minutes: number, changes: Partial<Kept> = {}): Kept {
  const kept = held(number, changes);
  return { ...kept, delivery: { ...kept.delivery, at: later(minutes * minute) } };
}

async function idsOf(ledger: Ledger, page: Partial<CasePage> = {}): Promise<readonly string[]> {
  return (await ledger.listCases({ ...first, ...page })).map(({ id }) => id);
}

export function caseListStories(tell: Tell): void {
  tell("what may be missed first stands first, then what grows, then what is large", async (l) => {
    const late = { replayUntil: later(minute) };
    await keepAll(l, held(1, late), held(2, { replayUntil: later(40 * minute) }));
    await keepAll(l, held(3, { ...late, campaign: c2 }), held(4, { ...late, campaign: c2 }));
    await keepAll(l, held(5, { campaign: c1 }), held(6, { campaign: c1 }), held(7));
    await keepAll(l, held(8, { state: "rejected" }));
    deepEqual(await idsOf(l), [receiptOf(2), c1, receiptOf(7), c2, receiptOf(1)]);
    const [soon, wave, , , old] = await l.listCases(first);
    deepEqual(
      [soon?.kind, soon?.until, wave?.kind, wave?.kept, wave?.lately, old?.until],
      ["single", later(40 * minute), "case", 2, 2, undefined],
    );
    ok(wave?.kind === "case" && soon?.kind === "single");
    equal(wave.found.domains, 2);
    equal(soon.delivery.receipt, receiptOf(2));
  });

  tell("another way in is a later deadline, and one without an end none", async (ledger) => {
    const signed = (until: Kept["replayUntil"] | undefined) =>
      ({ laterWays: [{ rung: "own-proof", until }] }) as const;
    await keepAll(ledger, held(1, signed(later(5 * hour))), held(2, signed(undefined)), held(3));
    const found = await ledger.listCases(first);
    deepEqual(
      found.map(({ id, until }) => [id, until]),
      [
        [receiptOf(3), later(hour)],
        [receiptOf(1), later(5 * hour)],
        [receiptOf(2), undefined],
      ],
    );
  });

  tell("pages follow each other, whatever comes meanwhile", async (ledger) => {
    for (let one = 1; one <= 5; one++)
      await ledger.keep(held(one, { replayUntil: later((40 + one) * minute) }));
    const begun = await ledger.listCases({ ...first, limit: 2 });
    await keepAll(ledger, at(8, 31, { replayUntil: later(32 * minute) }));
    const last = begun.at(-1) as ListedCase;
    deepEqual(await idsOf(ledger, { limit: 2, from: last }), [receiptOf(3), receiptOf(4)]);
    equal((await idsOf(ledger, { asOf: later(31 * minute) }))[0], receiptOf(8));
    const equals = [10, 11, 12].map((one) => held(one));
    await keepAll(ledger, ...equals);
    const seen: string[] = [];
    let from: ListedCase | undefined;
    do {
      const page = await ledger.listCases({ ...first, limit: 3, from });
      seen.push(...page.map(({ id }) => id));
      from = page.at(-1);
    } while (from !== undefined);
    deepEqual([seen.length, new Set(seen).size], [8, 8]);
  });

  tell("a case is found by what any of it is, and shown whole", async (ledger) => {
    const wave = { ...doubt, campaign: c1 };
    const evidence = [{ ...doubt.evidence[0], symbol: "WAVE" }] as typeof doubt.evidence;
    await keepAll(ledger, held(1, { campaign: c1 }), held(2, { verdict: { ...wave, evidence } }));
    await keepAll(ledger, held(3), held(4, { state: "settling" }));
    const found = async (page: Partial<CasePage>) => (await idsOf(ledger, page)).join(" ");
    equal(await found({ symbol: "WAVE" }), c1);
    equal(await found({ symbol: "STRANGER_MENTIONS", shape: "wave" }), c1);
    equal(await found({ symbol: "STRANGER" }), "");
    equal(await found({ host: "h2.example" }), c1);
    equal(await found({ host: "www.h3.example" }), receiptOf(3));
    equal(await found({ text: "ANN", shape: "single" }), `${receiptOf(3)} ${receiptOf(4)}`);
    equal(await found({ text: "h2.ex" }), c1);
    equal(await found({ text: "r4" }), receiptOf(4));
    equal(await found({ text: "100%_" }), "");
    equal(await found({ states: ["settling"] }), receiptOf(4));
    equal(await found({ only: [c1, receiptOf(4)] }), `${c1} ${receiptOf(4)}`);
    equal(await found({ only: [receiptOf(2)] }), c1);
    equal(await found({ without: [c1] }), `${receiptOf(3)} ${receiptOf(4)}`);
    equal(await found({ only: [] }), "");
    await ledger.keep(at(5, 10, { verdict: wave }));
    equal(await found({ since: later(9 * minute) }), c1);
    equal(await found({ since: later(10 * minute) }), "");
  });

  tell("what there is of each is counted", async (ledger) => {
    await keepAll(ledger, held(1, { campaign: c1 }), held(2, { campaign: c1 }), held(3));
    await keepAll(ledger, held(4, { state: "settling" }), held(5, { campaign: c2 }));
    const sets = { mine: [c1, receiptOf(3), "c99"], nobody: [] };
    deepEqual(await ledger.countCases({ states, asOf }, sets), {
      ...{ all: 4, waves: 1, states: { held: 3, settling: 1 }, of: { mine: 2, nobody: 0 } },
    });
    const none = await ledger.countCases({ states, asOf, text: "nobody" }, sets);
    deepEqual([none.all, none.waves, none.of], [0, 0, { mine: 0, nobody: 0 }]);
  });
}
