// What each view of a contact makes of it: alike where one hand was at work, else not.

import assert from "node:assert/strict";
import { test } from "node:test";
import { day, epochMs } from "../../base/units.ts";
import type { ActorProfile } from "../../model/activity.ts";
import type { ReadArrival } from "../../model/arrival.ts";
import { known } from "../../model/observation.ts";
import { observation } from "../observation.fixture.ts";
import { type Contact, follow, like, link, note, profile, reply } from "../signals/stories.ts";
import { normalize } from "../text/normalize.ts";
import { handleTraits, recipientTraits } from "./addressed.ts";
import { faceOf } from "./face.ts";
import { likenessOf } from "./likeness.ts";
import { linkTraits } from "./link.ts";
import { mediaTraits } from "./media.ts";
import { profileTraits } from "./profile.ts";
import { shapeTraits } from "./shape.ts";
import type { Sight } from "./sight.ts";
import { shinglesOf } from "./sketch.ts";

function arrival(contact = note(), more: Partial<ReadArrival["reading"]> = {}): ReadArrival {
  const { arrival: read } = observation(contact, {});
  return { ...read, reading: { ...read.reading, ...more } };
}

function shared(one: readonly Sight[], other: readonly Sight[]): number {
  const contents = new Set(other.map((sight) => sight.content));
  return one.filter((sight) => contents.has(sight.content)).length;
}

test("a picture with noise keeps most of its parts, another picture none", () => {
  const picture = "LGF5]+Yk^6#M@-5c,1J5@[or[Q6.";
  const noisy = "LGF5]+Yk^6#M@-5c,1J5@[or[Q6,";
  const other = "L6PZfSi_.AyE_3t7t7R**0o#DgR4";
  const sights = (blurhash: string) =>
    mediaTraits(arrival(note(), { blurhashes: [blurhash] }).reading);
  assert.ok(shared(sights(picture), sights(noisy)) >= 2);
  assert.equal(shared(sights(picture), sights(other)), 0);
  assert.equal(sights("LEHV6nWB2yk8pyo0adR*.7kCMdnj").length, 4);
});

test("pictures of one colour are not alike for that", () => {
  assert.deepEqual(mediaTraits(arrival(note(), { blurhashes: ["00TSUA"] }).reading), []);
});

test("a link is its address and its site, a newcomer's own page is neither", () => {
  const spam = link("https://shop.example/win/8c1f90ab");
  const own = link("https://remote.example/about", true);
  assert.deepEqual(
    linkTraits(arrival(note({ links: [own, spam] })).reading).map((sight) => sight.content),
    ["shop.example/win/*", "shop.example"],
  );
});

test("words spelled in handles are read in their order, wherever the accounts are", () => {
  const here = ["@buy@a.example", "@cheap@b.example", "@coins@c.example"];
  const there = ["@Buy@x.example", "@cheap@y.example", "@coins@z.example"];
  const sights = (mentions: string[]) => handleTraits(arrival(note(), { mentions }));
  assert.deepEqual(sights(here), sights(there));
  assert.equal(shared(sights(here), sights(there.toReversed())), 0);
});

test("whom it reaches here is no word of a text in handles", () => {
  const words = ["@buy@a.example", "@cheap@b.example", "@coins@c.example"];
  const sights = [1, 2].map((here) => {
    const told = arrival(note({ here }));
    const people = told.audience.notified.map(
      ({ actor }) => `@${actor.split("/").at(-1)}@home.example`,
    );
    return handleTraits(arrival(note({ here }), { mentions: [...words, ...people] }));
  });
  assert.deepEqual(sights[0], sights[1]);
});

test("in an answer names come with the thread", () => {
  const mentions = ["@a@a.example", "@b@b.example", "@c@c.example"];
  const answer = arrival(reply({ here: 2 }), { mentions });
  assert.deepEqual([handleTraits(answer), recipientTraits(answer)], [[], []]);
  assert.equal(recipientTraits(arrival(note({ here: 2 }), { mentions })).length, 5);
});

const now = epochMs(Date.UTC(2026, 0, 5));

function faceSights(more: Partial<ActorProfile>): readonly Sight[] {
  return faceOf(profile({ icon: undefined, ...more }), "remote.example").sights;
}

function profileSights(more: Partial<ActorProfile>): readonly Sight[] {
  return profileTraits(profile({ published: epochMs(now - 90 * day), ...more }), now);
}

test("accounts named by a script have one template", () => {
  const empty = { name: "", icon: undefined, summary: "" } as const;
  const one = profileSights({ ...empty, username: "x7f3k9q2mb" });
  const other = profileSights({ ...empty, username: "q0w4r8t1yz" });
  const numbered = profileSights({ ...empty, username: "katie4821" });
  assert.equal(shared(one, other), 1);
  assert.equal(shared(one, numbered), 0);
  assert.equal(shared(numbered, profileSights({ ...empty, username: "laura9034" })), 1);
});

const bio = "<p>Crypto trader and coach, ask me how I made my first million</p>";

test("a bio that several accounts share counts, a short one is anybody's", () => {
  const sights = faceSights({ name: "Bo", summary: bio });
  assert.equal(shared(sights, faceSights({ name: "Lu", summary: bio.toUpperCase() })), 1);
  assert.deepEqual(faceSights({ name: "Bo", summary: "she/her" }), []);
});

test("where a profile leads is known as where a post leads; a page for everybody is none", () => {
  const spam = link("https://shop.example/win");
  const [page] = linkTraits(arrival(note({ links: [spam] })).reading);
  const shows = { summary: "<p>see https://shop.example/win and https://remote.example/@sam</p>" };
  const sights = faceSights(shows).filter((sight) => sight.as === "link");
  assert.deepEqual(
    sights.map(({ view, content }) => [view, content]),
    [
      ["page", page?.content],
      ["bio", "shop.example"],
    ],
  );
  const fields = [{ name: "me", value: "https://pages.example/u/ada1984" }];
  assert.deepEqual(
    faceSights({ name: "Bo", summary: "", fields }).map((sight) => sight.content),
    ["pages.example"],
  );
});

test("a picture is known by its file and by what stays alike in a copy, none by default", () => {
  const file = { icon: "https://a.example/m/53f1a09b7c2d4e86.jpg?v=1", iconMarks: [] };
  const copy = { icon: undefined, iconMarks: ["LGF5]+Yk^6#M@-5c,1J5@[or[Q6."] };
  const both = { ...file, iconMarks: copy.iconMarks };
  const pictures = (more: Partial<ActorProfile>) =>
    faceSights({ summary: "", name: "Bo", ...more });
  assert.equal(shared(pictures(both), pictures(file)), 1);
  assert.equal(shared(pictures(both), pictures(copy)), 1);
  assert.deepEqual(pictures({ icon: "https://b.example/images/default-avatar-2.png" }), []);
});

test("who only follows is compared by the words of its profile, half as strictly", () => {
  const compared = (contact: Contact) =>
    likenessOf(arrival(contact), known(profile({ summary: bio })), now);
  const silent = compared(follow());
  const wordsOf = shinglesOf(`sam heron ${normalize(bio.replace(/<[^>]*>/g, "")).text}`);
  const share = silent.sketch.length / wordsOf.length;
  assert.ok(share > 0.3 && share < 0.7, String(share));
  assert.ok(silent.sketch.every((shingle) => wordsOf.includes(shingle)));
  assert.deepEqual(
    new Set(silent.traits.map(({ view }) => view)),
    new Set(["profile", "bio", "face", "host"]),
  );
  assert.equal(compared(note({ text: "" })).sketch.length, 0);
  const spelled = compared(like({ text: "claim your free coins at the harbour today" }));
  assert.ok(spelled.traits.some(({ view }) => view === "shape"));
  assert.ok(compared(note()).traits.some(({ view }) => view === "recipients"));
});

test("accounts made on one day are a cohort while they are young", () => {
  const born = epochMs(now - 2 * day);
  const cohorts = (published: number) =>
    profileSights({ published: epochMs(published) }).filter((sight) => sight.view === "cohort");
  assert.equal(cohorts(born).length, 1);
  assert.deepEqual(cohorts(born), cohorts(born + 1000));
  assert.deepEqual(cohorts(now - 90 * day), []);
});

test("how a post is built does not depend on what it says", () => {
  const [one] = shapeTraits(arrival(note({ text: "come and see the herons at our pond" })));
  const [other] = shapeTraits(arrival(note({ text: "buy cheap coins and win a big prize" })));
  const [answer] = shapeTraits(arrival(reply({ text: "come and see the herons at our pond" })));
  assert.equal(one?.content, other?.content);
  assert.notEqual(one?.content, answer?.content);
});

test("a profile made of nothing but brackets takes no long time", () => {
  for (const piece of ["<", "<a", "<<a>", "< ", "&lt;", "\u0301", "a0", " "]) {
    const hostile = piece.repeat(Math.floor(65_536 / piece.length));
    const startedAt = performance.now();
    profileSights({ summary: hostile, name: hostile.slice(0, 1024) });
    faceSights({ summary: hostile, name: hostile.slice(0, 1024) });
    assert.ok(performance.now() - startedAt < 1000, piece);
  }
});
