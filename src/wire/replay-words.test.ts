// What a moderator's rulings teach the house of words, and what they don't.

import assert from "node:assert/strict";
import { test } from "node:test";
import { seeded } from "../base/prng.ts";
import { after, epochMs, isoTime, minute } from "../base/units.ts";
import { saying } from "../ports/words.contract.ts";
import { loadConfig } from "../services/config.ts";
import { makeReplay, type ReplayHouse } from "../services/replay.ts";
import { replayHouse } from "./replay-house.ts";

const start = epochMs(Date.UTC(2026, 0, 5, 10));
const home = { origin: "https://home.example", actors: "https://home.example/users/" };

interface Post {
  readonly text: string;
  readonly label?: "spam" | "ham";
  readonly by?: string;
  readonly isPrivate?: boolean;
}

const everybody = "https://www.w3.org/ns/activitystreams#Public";

function linesOf({ text, label, by = "moderator", isPrivate }: Post, number: number): object[] {
  const at = (minutes: number) => isoTime(after(start, minutes * minute));
  const actor = `https://h${number}.example/users/u${number}`;
  const tag = { type: "Mention", href: `${home.actors}p${number % 9}` };
  const addressed = { to: isPrivate ? [tag.href] : [everybody], cc: [tag.href], tag: [tag] };
  const object = { id: `${actor}/1`, type: "Note", attributedTo: actor, ...addressed };
  const activity = {
    ...{ id: `${actor}/1/activity`, type: "Create", actor, ...addressed },
    object: { ...object, content: text },
  };
  const id = `d${number}`;
  const delivery = { type: "delivery", at: at(3 * number), id, inbox: "/inbox", activity };
  if (label === undefined) return [delivery];
  return [delivery, { type: "label", at: at(3 * number + 1), delivery: id, label, by }];
}

/** The house after a log in which each post comes from an actor of its own. */
async function houseAfter(posts: readonly Post[], prior = 0): Promise<ReplayHouse> {
  const loaded = loadConfig({ file: { name: "breakwater.yaml", text: `prior: ${prior}` } });
  assert.ok(loaded.ok);
  const build = replayHouse(loaded.value.config);
  let house: ReplayHouse | undefined;
  const replay = makeReplay(async (...parts) => {
    house = await build(...parts);
    return house;
  });
  const header = { type: "traffic-log", version: 1, at: isoTime(start), home };
  for (const line of [header, ...posts.flatMap(linesOf)]) {
    const step = await replay.feed(JSON.stringify(line));
    assert.ok(step.ok, JSON.stringify(line));
  }
  assert.ok(house !== undefined);
  return house;
}

function decibans({ ports }: ReplayHouse, text: string): number {
  return ports.words.weigh(saying(text))?.decibans ?? 0;
}

const offers = "coins wallet bonus airdrop claim double profit deposit crypto jackpot casino spins";
const filler =
  "morning river window garden seldom bicycle under paper yellow listen mountain kitchen quiet " +
  "remember station forest winter letter almost corner island thunder pocket travel butter " +
  "silver evening market story branch shadow village copper candle history pillow engine " +
  "blanket question orange harvest mirror ladder weather cousin feather tunnel cotton meadow";

/** Seventy texts with little in common but some words of their trade and whom they name. */
function wave(naming: string): readonly Post[] {
  const random = seeded("a wave that names somebody");
  const some = (words: string, count: number): string => {
    const all = words.split(" ");
    const drawn = Array.from({ length: count }, () => all[Math.floor(random() * all.length)]);
    return drawn.join(" ");
  };
  return Array.from({ length: 70 }, (): Post => {
    const said = [some(filler, 4), some(offers, 2), some(filler, 5), naming, some(offers, 2)];
    return { text: `${said.join(" ")} ${some(filler, 6)}`, label: "spam" };
  });
}

const ordinary = [
  "has anybody tried X on an old phone? it starts and then the map stays grey",
  "X has a new release, thanks to everybody who translated it",
  "meeting of the X volunteers on thursday at the library, bring tea",
];

test("who is named in every post of a wave is not framed by the rulings on it", async () => {
  const unmoved = await houseAfter([]);
  for (const name of ["Tidewatcher", "Tidewatcher Almanac", "#Tidewatcher"]) {
    const later = await houseAfter(wave(name));
    const offer = wave("")[3]?.text ?? "";
    const learned = decibans(later, offer) - decibans(unmoved, offer);
    assert.ok(learned > 0.5, `the trade itself is learned: ${learned}`);
    for (const post of ordinary) {
      const text = post.replace("X", name);
      const moved = decibans(later, text) - decibans(unmoved, text);
      assert.ok(moved < 1, `${text}: ${moved}`);
    }
  }
});

test("a name of one word adds less than a deciban to whatever names it", async () => {
  const later = await houseAfter(wave("Tidewatcher"));
  for (const post of ordinary) {
    const named = decibans(later, post.replace("X", "Tidewatcher"));
    const added = named - decibans(later, post.replace("X ", ""));
    assert.ok(added < 1, `${post}: ${added}`);
  }
});

test("whoever all name by an address makes one campaign of them, and one lesson", async () => {
  const name = "@tide@almanac.example";
  const [unmoved, later] = [await houseAfter([]), await houseAfter(wave(name))];
  for (const post of ordinary) {
    const text = post.replace("X", name);
    assert.equal(decibans(later, text), decibans(unmoved, text));
  }
});

test("a wave of one text is one lesson, however many of it are ruled on", async () => {
  const one = "zorbly quandix vamp trelloga, quandix trelloga for all of you today";
  const many = Array.from({ length: 40 }, (): Post => ({ text: one, label: "spam" }));
  assert.equal(decibans(await houseAfter(many), one), decibans(await houseAfter([]), one));
});

test("what recipients say is no spam is learned, their word on spam is not", async () => {
  const by = `${home.actors}rosie`;
  const wordy = (number: number) => `zorbly quandix vamp trelloga ${"abcdefghi"[number]}`;
  const told = (label: "spam" | "ham", by_ = by) =>
    Array.from({ length: 9 }, (_, number): Post => ({ text: wordy(number), label, by: by_ }));
  const text = "zorbly quandix vamp trelloga";
  const unmoved = decibans(await houseAfter([]), text);
  assert.equal(decibans(await houseAfter(told("spam")), text), unmoved);
  assert.ok(decibans(await houseAfter(told("ham")), text) < unmoved);
});
