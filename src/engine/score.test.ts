import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { PolicyDigest } from "../model/verdict.ts";
import { calibrated } from "./calibrate/probability.ts";
import { observation } from "./observation.fixture.ts";
import { makePolicy, type Policy, shippedSettings } from "./policy.ts";
import { score } from "./score.ts";
import { defineSignal, found, type Group, nothing } from "./signals/signal.ts";
import {
  actor,
  type Contact,
  host,
  lately,
  link,
  note,
  repeated,
  type Told,
} from "./signals/stories.ts";
import { calibration } from "./weights.ts";

const policy = makePolicy(shippedSettings, "seed", "0" as PolicyDigest);

type Made = readonly [symbol: string, group: Group, decibans: number, strength: number];

/** A policy of made-up signals. */
function made(rows: readonly Made[]): Policy {
  const enabled = rows.map(([symbol, group, decibans, strength]) =>
    defineSignal({
      symbol,
      group,
      decibans,
      weightBecause: "made up",
      summary: "made up",
      misfiresOn: "nobody",
      needs: [],
      settings: {},
      judge: () => (strength > 0 ? found(strength, symbol) : nothing),
    }),
  );
  const signals = Object.fromEntries(
    rows.map(([symbol, , decibans]) => [symbol, { decibans, enabled: true, values: {} }]),
  );
  return { ...policy, prior: -13, enabled, signals, groupMax: { ...policy.groupMax, reach: 9 } };
}

function scoreOn(contact: Contact, told: Told): number {
  return score(observation(contact, told), policy).score;
}

function scored(...rows: readonly Made[]) {
  return score(observation(note(), {}), made(rows));
}

test("the score is the prior and what each signal adds by its strength", () => {
  const { score: total, evidence } = scored(["A", "reach", 4, 0.5], ["B", "content", 6, 1]);
  assert.equal(total, -13 + 2 + 6);
  assert.deepEqual(
    evidence.map(({ symbol, decibans }) => [symbol, decibans]),
    [
      ["B", 6],
      ["A", 2],
    ],
  );
});

test("who is silent leaves no evidence", () => {
  assert.deepEqual(scored(["A", "reach", 4, 0]).evidence, []);
});

test("a group adds no more than its cap, shared by weight", () => {
  const { score: total, evidence } = scored(["A", "reach", 12, 1], ["B", "reach", 6, 1]);
  assert.equal(total, -13 + 9);
  assert.deepEqual(
    evidence.map((one) => one.decibans),
    [6, 3],
  );
});

test("what speaks for a sender makes no room for more against it", () => {
  const { score: total } = scored(["A", "reach", 12, 1], ["B", "reach", -5, 1]);
  assert.equal(total, -13 + 9 - 5);
});

test("evidence stands strongest first, equals by name", () => {
  const { evidence } = scored(["B", "reach", 2, 1], ["A", "content", 2, 1], ["C", "trust", -6, 1]);
  assert.deepEqual(
    evidence.map((one) => one.symbol),
    ["C", "A", "B"],
  );
});

test("the evidence adds up to the score", () => {
  const told: Told = {
    unsolicitedRecipients: 5,
    actorHistory: actor({ contacts: lately(9) }),
    hostHistory: host(),
    repeats: [repeated("text", { strangers: 2, domains: 2, recipients: 3 })],
  };
  const { score: total, evidence } = score(observation(note({ here: 5 }), told), policy);
  const sum = evidence.reduce((so, one) => so + one.decibans, policy.prior);
  assert.ok(Math.abs(total - sum) < 0.01);
});

test("the probability is the score's, calibrated", () => {
  const rows: Made[] = [
    ["A", "content", 9, 1],
    ["B", "profile", 6, 1],
  ];
  const { score: total, probability } = scored(...rows);
  assert.equal(probability, calibrated(total, calibration));
});

const few = fc.integer({ min: 0, max: 60 });

/** More of what speaks against a sender, all else equal. */
test("more strangers, domains, recipients, complaints or contacts never lower a score", () => {
  const counts = fc.record({
    strangers: few,
    domains: few,
    recipients: few,
    complaints: few,
    contacts: few,
  });
  fc.assert(
    fc.property(
      counts,
      fc.constantFrom("strangers", "domains", "recipients", "complaints", "contacts"),
      fc.integer({ min: 1, max: 30 }),
      (base, which, more) => {
        const scoreOf = (one: typeof base): number =>
          scoreOn(note(), {
            hintedRecipients: 0,
            otherBodies: 0,
            unsolicitedRecipients: 1,
            repeats: [repeated("text", { ...one, regulars: 1 })],
            actorHistory: actor({
              complaints: one.complaints,
              contacts: lately(one.contacts),
              welcomedBy: 1,
            }),
            hostHistory: host({ goodDays: 12, actors: 30 }),
          });
        assert.ok(scoreOf({ ...base, [which]: base[which] + more }) >= scoreOf(base) - 0.011);
      },
    ),
  );
});

test("more regulars, welcomes or good days never raise a score", () => {
  const counts = fc.record({ regulars: few, welcomedBy: few, goodDays: few });
  fc.assert(
    fc.property(
      counts,
      fc.constantFrom("regulars", "welcomedBy", "goodDays"),
      fc.integer({ min: 1, max: 30 }),
      (base, which, more) => {
        const scoreOf = (one: typeof base): number =>
          scoreOn(note({ links: [link("https://shop.example/win")] }), {
            hintedRecipients: 0,
            otherBodies: 0,
            unsolicitedRecipients: 1,
            repeats: [
              repeated("text", { strangers: 3, domains: 3, recipients: 3, regulars: one.regulars }),
            ],
            actorHistory: actor({
              welcomedBy: one.welcomedBy,
              goodDays: one.goodDays,
              complaints: 1,
              contacts: lately(9),
            }),
            hostHistory: host({ goodDays: 12, actors: 30 }),
          });
        assert.ok(scoreOf({ ...base, [which]: base[which] + more }) <= scoreOf(base) + 0.011);
      },
    ),
  );
});
