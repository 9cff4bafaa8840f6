import assert from "node:assert/strict";
import { test } from "node:test";
import { isDrawn } from "../engine/calibrate/ham.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { Receipt } from "../model/ids.ts";
import { type KeptSummary, summaryOf } from "../model/kept.ts";
import { doubt, someKept } from "../ports/kept.fixture.ts";
import { drawnLine } from "./cases-drawn.ts";

function held(receipt: string, campaign?: string): KeptSummary {
  const verdict = { ...doubt, campaign: campaign as CampaignId | undefined };
  return summaryOf(someKept(1, { receipt: receipt as Receipt, state: "held", verdict }));
}

const names = Array.from({ length: 2000 }, (_, index) => `r${index}`);
const lot = names.filter((name) => isDrawn("seed", name));
const [first = "", second = ""] = lot;

test("what the lot fell on is named, a campaign by its case and once", () => {
  const others = names.filter((name) => !lot.includes(name)).slice(0, 20);
  const all = [...others.map((name) => held(name)), held(first)];
  assert.match(drawnLine(all, "seed") ?? "", new RegExp(`^Drawn by lot: ${first}\\. Please rule`));
  const members = others.map((name) => held(name, second));
  assert.match(drawnLine(members, "seed") ?? "", new RegExp(`^Drawn by lot: ${second}\\. `));
});

test("what was ruled on waits no more, and many are counted", () => {
  assert.equal(drawnLine([{ ...held(first), ruledBy: "alice" }], "seed"), undefined);
  assert.equal(drawnLine([{ ...held(first), state: "settling" }], "seed"), undefined);
  const many = lot.slice(0, 9).map((name) => held(name));
  assert.match(drawnLine(many, "seed") ?? "", /and 4 more\. /);
});
