import assert from "node:assert/strict";
import { test } from "node:test";
import { hash32 } from "../../base/prng.ts";
import type { Likeness, Linkage, Trace, Trait, TraitView } from "../../model/likeness.ts";
import { usualShare } from "../views/common.ts";
import { sketchOf } from "../views/sketch.ts";
import { traceOf } from "../views/trace.ts";
import { type Commonness, linkedAt, linkedBy } from "./linkage.ts";

/** Nothing was seen here yet. */
const nothingSeen: Commonness = {
  ofTrait: (_, usual) => usual,
  ofShingle: usualShare,
};

function linkageOf(one: Likeness, other: Trace, common: Commonness): Linkage {
  const linkage = linkedBy(one, common)(other);
  assert.ok(linkage);
  return linkage;
}

function trait(view: TraitView, content: string, usual: number): Trait {
  return { view, key: hash32(`${view}:${content}`), usual };
}

function likeness(text: string, ...traits: Trait[]): Likeness {
  return { sketch: sketchOf(text), traits };
}

const offer =
  "i started with doubts but i have received my payment and it is real, i got eighteen thousand " +
  "after investing six hundred, here is the company link below";
const reworded =
  "i started via doubts but i have gotten our payment plus it is real, i got eighteen thousand " +
  "after investing six hundred, here is the outfit page below";
const smallTalk = "has anybody read the new novel about the lighthouse keeper, is it any good";

const picture = trait("media", "banner", 0.0002);
const site = trait("link", "shop.example", 0.005);
const names = trait("handles", "buy cheap coins", 0.0005);
const newcomers = [
  trait("profile", "mixed 10", 0.05),
  trait("cohort", "19000", 0.02),
  trait("shape", "note 5", 0.05),
  trait("host", "small.example", 0.02),
];

const table: readonly [title: string, one: Likeness, other: Likeness, linked: boolean][] = [
  ["one offer, reworded", likeness(offer), likeness(reworded), true],
  ["two people's own words", likeness(offer), likeness(smallTalk), false],
  ["a greeting that everybody says", likeness("good morning"), likeness("good morning"), false],
  ["the same site under different words", likeness(offer, site), likeness(smallTalk, site), false],
  ["the same site and picture", likeness(offer, site, picture), likeness("", site, picture), true],
  ["the same picture alone, without words", likeness("", picture), likeness("", picture), false],
  [
    "the same picture by accounts of one make",
    likeness("", picture, ...newcomers),
    likeness("", picture, ...newcomers),
    true,
  ],
  ["the same names in the same order", likeness("", names, site), likeness("", names, site), true],
  ["newcomers of one day and host", likeness("", ...newcomers), likeness("", ...newcomers), false],
  ["nothing at all", likeness(""), likeness(""), false],
];

for (const [title, one, other, linked] of table) {
  test(`${title}: ${linked ? "one hand" : "nothing to do with each other"}`, () => {
    const { bits } = linkageOf(one, traceOf(other), nothingSeen);
    assert.equal(bits >= linkedAt, linked, `${bits} bits`);
    assert.equal(linkageOf(other, traceOf(one), nothingSeen).bits, bits);
  });
}

/** As follows are: nothing said, so words are the profile's. */
function profiled(text: string, host: string, ...traits: Trait[]): Likeness {
  return likeness(text, trait("host", host, 0.02), ...traits);
}

const bio = "lonely tonight, my private photos are free in here, only adults please";
const face = trait("face", "53f1a09b7c2d4e86.jpg", 0.0005);
const page = trait("page", "cam.example/join", 0.004);
const made = [trait("profile", "a5 0x4", 0.05), trait("cohort", "19000", 0.02)];

const profiles: readonly [title: string, one: Likeness, other: Likeness, plain: boolean][] = [
  ["one bio and page", profiled(bio, "a", page), profiled(bio, "b", page), true],
  [
    "one picture, one day",
    profiled("", "a", face, ...made),
    profiled("", "b", face, ...made),
    true,
  ],
  ["one saying, however long", profiled(offer, "a"), profiled(offer, "b"), false],
  ["one picture by itself", profiled("", "a", face), profiled("", "b", face), false],
  ["a page that many link to", profiled("", "a", page), profiled("", "b", page), false],
  ["a host's own line", profiled(bio, "a", ...made), profiled(bio, "a", ...made), false],
  [
    "a host's own picture",
    profiled("", "a", face, ...made),
    profiled("", "a", face, ...made),
    false,
  ],
  ["a class", profiled(bio, "a", page, ...made), profiled(bio, "a", page, ...made), false],
  ["one host's alike", profiled("", "a", face, page), profiled("", "a", face, page), true],
];

for (const [title, one, other, plain] of profiles) {
  test(`${title}: ${plain ? "beyond chance" : "may be chance"}`, () => {
    const linkage = linkageOf(one, traceOf(other), nothingSeen);
    assert.equal(linkage.plain, plain, JSON.stringify(linkage));
  });
}

test("people of one host are not linked by what they show, however alike", () => {
  const one = profiled(bio, "a", face, ...made);
  assert.ok(linkageOf(one, traceOf(one), nothingSeen).bits < linkedAt);
});

test("what one sender says is told apart from what it shows each time", () => {
  const shows = [face, page, trait("host", "a", 0.02), trait("shape", "note 5", 0.05)];
  const one = likeness(offer, ...shows);
  const { bits, saidBits } = linkageOf(one, traceOf(likeness(smallTalk, ...shows)), nothingSeen);
  assert.ok(bits >= linkedAt && saidBits < linkedAt, `${bits} ${saidBits}`);
});

test("what is common here says less", () => {
  const everywhere: Commonness = { ofTrait: () => 0.3, ofShingle: () => 0.3 };
  const { bits } = linkageOf(likeness(offer, site), traceOf(likeness(offer, site)), everywhere);
  assert.ok(bits < linkedAt, `${bits} bits`);
});

test("the views that spoke are named, clearest first", () => {
  const { views } = linkageOf(
    likeness(offer, site, ...newcomers),
    traceOf(likeness(offer, site)),
    nothingSeen,
  );
  assert.deepEqual(views, ["text", "link"]);
});
