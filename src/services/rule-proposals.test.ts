// Rules that a confirmed case suggests, and those that nobody should be offered.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessChronicle } from "../adapters/process/chronicle.ts";
import { ProcessDocuments } from "../adapters/process/documents.ts";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { after, isoTime, second } from "../base/units.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { ActorId } from "../model/ids.ts";
import { doubt, later, someKept } from "../ports/kept.fixture.ts";
import { start } from "./house.fixture.ts";
import { proposalsFor } from "./rule-proposals.ts";

const wave = "c7" as CampaignId;
const everybody = "https://www.w3.org/ns/activitystreams#Public";
const own = ["home.example"];

interface Said {
  readonly actor: string;
  readonly says: string;
  readonly to?: string;
  readonly names?: readonly string[];
}

function created({ actor, says, to = everybody, names = [] }: Said) {
  const tag = names.map((name) => ({ type: "Mention", name, href: `https://x.test/${name}` }));
  const object = { id: `${actor}/1`, type: "Note", attributedTo: actor, to, content: says, tag };
  return { id: `${actor}/1/activity`, type: "Create", actor, to, object };
}

/** Six accounts that one script made, each with some words of its own. */
function spam(one: number, to?: string): Said {
  const actor = `https://open${one}.example/users/katie${4000 + one * 37}`;
  const shop = '<a href="https://coins.example/win">https://coins.example/win</a>';
  const tube = '<a href="https://youtube.com/x">https://youtube.com/x</a>';
  const word = ["today", "quickly", "my friend", "honestly", "dear", "for you"][one];
  const says = `<p>${word} I doubted it but my payment has arrived ${shop} ${tube}</p>`;
  return {
    actor,
    says,
    names: ["@coin_help@pay.example", "@alice@home.example"],
    ...(to && { to }),
  };
}

async function caseOf(spams: readonly Said[], ruled = true) {
  const ledger = new ProcessLedger();
  const receipts = [];
  for (const [number, said] of spams.entries()) {
    const body = new TextEncoder().encode(JSON.stringify(created(said)));
    const sender = said.actor as ActorId;
    const verdict = { ...doubt, campaign: wave };
    const kept = someKept(number, { body, sender, verdict, state: "held", dueAt: undefined });
    receipts.push(await ledger.keep(kept));
  }
  if (ruled)
    await ledger.ruleCase({ campaign: wave, ruling: "spam", by: "maria", at: later(1), receipts });
  return ledger;
}

async function* log(wanted: readonly Said[]): AsyncGenerator<string> {
  for (const [number, said] of wanted.entries()) {
    const at = isoTime(after(start, number * second));
    const activity = created(said);
    yield JSON.stringify({
      type: "delivery",
      at,
      id: `d${number}`,
      inbox: "/inbox",
      signature: "valid",
      activity,
    });
  }
}

function wantedMail(extra: readonly string[] = []): readonly Said[] {
  const texts = Array.from({ length: 40 }, (_, day) => `the harbour on day ${"x".repeat(day + 1)}`);
  return [...texts, ...extra].map((says, at) => ({
    actor: `https://friends.example/users/u${at}`,
    says,
  }));
}

async function proposed(ledger: ProcessLedger, wanted: readonly Said[]) {
  const stores = { documents: new ProcessDocuments(), chronicle: new ProcessChronicle() };
  const found = await proposalsFor(wave, { ledger, ...stores, recorded: log(wanted) }, own);
  assert.ok(found.ok, found.ok ? "" : found.error);
  return found.value.map(({ pattern: { kind, text } }) => `${kind} ${text}`);
}

const six = [0, 1, 2, 3, 4, 5];

test("a wave suggests its link, its words, how its names are made, and whom it names", async () => {
  const found = await proposed(await caseOf(six.map((one) => spam(one))), wantedMail());
  assert.deepEqual(found, [
    "link coins.example",
    "words I doubted it but my payment has arrived",
    "name katie#",
    "words @coin_help@pay.example",
  ]);
});

test("what wanted mail says too, or where it comes from, is not proposed", async () => {
  const wanted = [
    ...wantedMail(["I doubted it, but my payment has arrived!"]),
    { actor: "https://coins.example/users/collector", says: "I collect old coins" },
  ];
  const found = await proposed(await caseOf(six.map((one) => spam(one))), wanted);
  assert.deepEqual(found, ["name katie#", "words @coin_help@pay.example"]);
});

test("of posts that are not for everybody no words become a rule", async () => {
  const alice = "https://home.example/users/alice";
  const found = await proposed(await caseOf(six.map((one) => spam(one, alice))), wantedMail());
  assert.deepEqual(found, ["link coins.example", "name katie#", "words @coin_help@pay.example"]);
});

test("two posts, or one account's many, make no way of making names", async () => {
  const two = await proposed(await caseOf([spam(0), spam(1)]), wantedMail());
  assert.deepEqual(two, []);
  const one = six.map((number) => ({ ...spam(number), actor: spam(0).actor }));
  assert.ok(!(await proposed(await caseOf(one), wantedMail())).includes("name katie#"));
});

test("a case that nobody ruled spam suggests nothing yet", async () => {
  const ledger = await caseOf([spam(0)], false);
  const stores = { documents: new ProcessDocuments(), chronicle: new ProcessChronicle() };
  const sources = { ledger, ...stores, recorded: undefined };
  const found = await proposalsFor(wave, sources, own);
  assert.match(found.ok ? "" : found.error, /not ruled spam as a whole/);
  const none = await proposalsFor("c9" as CampaignId, sources, own);
  assert.match(none.ok ? "" : none.error, /no case goes by c9/);
});
