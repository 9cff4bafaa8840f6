import assert from "node:assert/strict";
import { test } from "node:test";
import { after, day, minute } from "../base/units.ts";
import type { ActorProfile } from "../model/activity.ts";
import type { HostHistory, Observation } from "../model/observation.ts";
import type { Action, PolicyDigest, Verdict } from "../model/verdict.ts";
import { judge, passing, ruled } from "./judge.ts";
import { observation } from "./observation.fixture.ts";
import { makePolicy, shippedSettings } from "./policy.ts";
import {
  actor,
  bareProfile,
  type Contact,
  host,
  lately,
  link,
  noon,
  note,
  profile,
  reply,
  type Told,
  threadReply,
  together,
  unknown,
} from "./signals/stories.ts";

const policy = makePolicy(shippedSettings, "seed", "0" as PolicyDigest);

function verdictOn(contact: Contact, told: Told): Verdict {
  return judge(observation(contact, told), policy);
}

const ago = (ms: number) => ({ firstSeenAt: after(noon, -ms) });
const newActor = actor();
const regular = actor({ ...ago(200 * day), goodDays: 30, welcomedBy: 4 });
const knownHost = host({ ...ago(100 * day), goodDays: 12, actors: 30, met: 30, welcomed: 5 });
const largeHost = host({
  ...ago(300 * day),
  goodDays: 80,
  actors: 5000,
  met: 5000,
  welcomed: 900,
  newContacts: { tenMinutes: 1, sixHours: 20, sevenDays: 300, thirtyDays: 1200 },
});
const newHost = host();
const shop = [link("https://shop.example/win")];
const own = [link("https://remote.example/about", true)];
/** Of whom nothing is known but where it comes from and what its profile shows. */
const stranger = (
  hostHistory: HostHistory,
  shows: ActorProfile | typeof unknown,
  more: Told = {},
): Told => ({
  hintedRecipients: 0,
  otherBodies: 0,
  unsolicitedRecipients: 1,
  repeats: [],
  actorHistory: newActor,
  hostHistory,
  profile: shows,
  ...more,
});
const copies = (...counts: Parameters<typeof together>) => ({ campaign: together(...counts) });

type Row = readonly [title: string, contact: Contact, told: Told, ...may: Action[]];

function table(rows: readonly Row[]): void {
  for (const [title, contact, told, ...may] of rows) {
    test(title, () => {
      const verdict = verdictOn(contact, told);
      assert.ok(may.includes(verdict.action), explain(verdict));
    });
  }
}

function explain({ action, score, evidence }: Verdict): string {
  const lines = evidence.map((one) => `${one.decibans} ${one.symbol}`);
  return `${action} at ${score}: ${lines.join(", ")}`;
}

const ordinary: readonly Row[] = [
  ["a stranger's first answer is accepted", reply(), stranger(knownHost, profile()), "accept"],
  [
    "a stranger's first mention is accepted",
    note(),
    stranger(knownHost, profile({ icon: undefined })),
    "accept",
  ],
  [
    "a stranger whose profile can't be had is accepted",
    note(),
    stranger(knownHost, unknown),
    "accept",
  ],
  [
    "a stranger from a new server of their own, who says who they are, is accepted",
    note({ links: own }),
    stranger(newHost, profile()),
    "accept",
  ],
  [
    "a stranger about whom nothing is known in time is accepted",
    note(),
    { unsolicitedRecipients: unknown },
    "accept",
  ],
];

const attacks: readonly Row[] = [
  [
    "an empty profile from a host never seen that brings a link settles",
    note({ links: shop }),
    stranger(newHost, bareProfile),
    "settle",
  ],
  [
    "the first copy of a five-mention wave from a host never seen settles",
    note({ elsewhere: 4 }),
    stranger(newHost, bareProfile),
    "settle",
  ],
  [
    "so it does where its profile can't be had",
    note({ elsewhere: 4 }),
    stranger(newHost, unknown),
    "settle",
  ],
  [
    "so it does if it says nothing but a link",
    note({ text: "@ @ @ @ @ shop.example/win", links: shop, elsewhere: 4 }),
    stranger(newHost, unknown),
    "settle",
  ],
  [
    "the fourth copy over three domains is held, bare as it is",
    note(),
    stranger(knownHost, unknown, { ...copies(3, 3, 3) }),
    "hold",
  ],
  [
    "the sixth copy from as many domains is held where only one person lives",
    note(),
    stranger(knownHost, unknown, { ...copies(5, 5, 1) }),
    "hold",
  ],
  [
    "the fourth copy is held where the others came from two domains",
    note({ elsewhere: 4 }),
    stranger(newHost, bareProfile, { ...copies(3, 2, 3) }),
    "hold",
  ],
  [
    "the eleventh copy is held though it answers a post, with a fine profile on a fine host",
    reply(),
    stranger(largeHost, profile(), { ...copies(10, 6, 8) }),
    "hold",
  ],
  [
    "accounts that were aged for weeks are held in a wave all the same",
    note({ elsewhere: 4 }),
    stranger(knownHost, profile(), { ...copies(10, 6, 8), actorHistory: actor(ago(40 * day)) }),
    "hold",
  ],
  [
    "a reply bot that words everything anew is held in its second hour",
    reply(),
    stranger(knownHost, unknown, {
      actorHistory: actor({ ...ago(100 * minute), contacts: lately(36) }),
    }),
    "hold",
  ],
  [
    "the third of a few whose others were closed within days settles, however ordinary",
    reply(),
    stranger(knownHost, profile(), {
      campaign: { ...together(2, 2, 2, 0, 30), ended: 2, endedDomains: 2 },
    }),
    "settle",
    "hold",
  ],
  [
    "a condemned actor's next contact is held",
    note(),
    stranger(knownHost, unknown, { actorHistory: actor({ ...ago(day), condemned: 1 }) }),
    "hold",
  ],
  [
    "a flash mob on one host is held",
    note({ links: shop }),
    stranger(host({ ...ago(100 * day), actors: 60, newContacts: lately(40) }), bareProfile, {
      ...copies(40, 1, 20),
    }),
    "hold",
  ],
];

/** What looks like an attack and is somebody's mail. */
const hardHam: readonly Row[] = [
  [
    "H01: a newcomer's introduction that thanks three people is accepted",
    note({ text: "Hi, I'm Ana, I like ferries and cake. #introduction", links: own, here: 3 }),
    stranger(knownHost, bareProfile, { unsolicitedRecipients: 3 }),
    "accept",
  ],
  [
    "H01: the same from a host never seen is not held",
    note({ text: "Hi, I'm Ana, I like ferries and cake. #introduction", links: own, here: 3 }),
    stranger(newHost, bareProfile, { unsolicitedRecipients: 3 }),
    "accept",
    "settle",
  ],
  [
    "H02: an exodus from one host, without pictures, is accepted",
    reply(),
    stranger(
      host({ ...ago(60 * day), goodDays: 5, actors: 600, newContacts: lately(60) }),
      profile({ icon: undefined, summary: undefined }),
    ),
    "accept",
  ],
  [
    "H05: a blind person without a picture is accepted with their source",
    reply({ links: shop }),
    stranger(knownHost, profile({ icon: undefined })),
    "accept",
  ],
  [
    "H08: one person's three accounts, to one of us, are accepted",
    note(),
    stranger(knownHost, profile(), { ...copies(2, 2, 1) }),
    "accept",
  ],
  [
    "H10: a crisis line of a host that we know, with its link, is not held",
    reply({ links: shop }),
    stranger(knownHost, profile(), {
      actorHistory: actor({
        ...ago(60 * day),
        goodDays: 20,
        contacts: { tenMinutes: 1, sixHours: 12, sevenDays: 60, thirtyDays: 64 },
      }),
    }),
    "accept",
  ],
  [
    "CM14: a newcomer whom a brigade of thirty reports within an hour is accepted",
    reply({ links: shop }),
    stranger(knownHost, profile(), {
      actorHistory: actor({ ...ago(3 * day), complaints: 30, complaintWeight: 1 }),
    }),
    "accept",
  ],
  [
    "CM14: a regular whom a crowd wants to silence is accepted",
    note({ links: shop }),
    stranger(knownHost, profile(), {
      actorHistory: actor({ ...ago(90 * day), goodDays: 20, complaints: 40, complaintWeight: 1.5 }),
    }),
    "accept",
  ],
  [
    "CM14: a victim with friends here is accepted, though reliable people complain for days",
    note({ links: shop }),
    stranger(knownHost, profile(), {
      actorHistory: actor({ ...ago(90 * day), complaints: 6, complaintWeight: 6, welcomedBy: 6 }),
    }),
    "accept",
  ],
  [
    "a party to a quarrel whom three people mind, each for their own reasons, is accepted",
    reply(),
    stranger(knownHost, profile(), {
      actorHistory: actor({ ...ago(30 * day), goodDays: 4, complaints: 3, welcomedBy: 1 }),
    }),
    "accept",
  ],
  [
    "H37: somebody of a host that others abuse, and nobody looks after, is accepted",
    reply(),
    stranger(host({ ...ago(100 * day), goodDays: 12, met: 40, bad: 12 }), profile(), {
      actorHistory: actor({ ...ago(30 * day), goodDays: 3 }),
    }),
    "accept",
  ],
  [
    "H13: a meme that regulars started is not held when strangers join in",
    note({ links: shop }),
    stranger(knownHost, profile(), { ...copies(10, 8, 8, 20) }),
    "accept",
  ],
  [
    "H14: a regular's list of people worth following is accepted",
    note({ here: 6, elsewhere: 20 }),
    stranger(knownHost, profile(), { unsolicitedRecipients: 4, actorHistory: regular }),
    "accept",
  ],
  [
    "H16: a stranger in a long thread who keeps all handles is accepted",
    threadReply({ here: 20, elsewhere: 40 }),
    stranger(knownHost, profile(), { unsolicitedRecipients: 20 }),
    "accept",
  ],
  [
    "H17: victims of a wave who answer with all its mentions are not held",
    threadReply({ text: "@ @ @ @ @ who are you people?", here: 5 }),
    stranger(largeHost, profile(), { ...copies(6, 6, 6, 0, 13), unsolicitedRecipients: 5 }),
    "accept",
    "settle",
  ],
  [
    "H18: a greeter with a template is accepted",
    reply({ text: "Welcome! Here is our guide, ask me anything.", links: own }),
    stranger(knownHost, profile(), {
      actorHistory: actor({ ...ago(90 * day), goodDays: 25, contacts: lately(18) }),
    }),
    "accept",
  ],
  [
    "H25: a bridged person is accepted",
    reply(),
    stranger(largeHost, profile({ name: "sam", summary: undefined })),
    "accept",
  ],
  [
    "H28: Zalgo, right-to-left and emoji are accepted",
    reply({ text: "h̸e̷l̶l̵o̴ שלום 👩‍👩‍👧" }),
    stranger(knownHost, profile()),
    "accept",
  ],
  [
    "H35: one of a thousand alike answers to a viral post is accepted",
    reply({ text: "Same here, every single morning of the year!" }),
    stranger(largeHost, unknown, { ...copies(40, 40, 1) }),
    "accept",
  ],
  [
    "H39: a class on one host, all with the same assignment, is not held",
    note({ elsewhere: 3, here: 1 }),
    stranger(host({ ...ago(30 * day), actors: 30, newContacts: lately(24) }), bareProfile, {
      ...copies(24, 1, 3),
    }),
    "accept",
    "settle",
  ],
];

table(ordinary);
table(attacks);
table(hardHam);

test("an ordinary first contact has room to spare", () => {
  for (const [title, contact, told] of ordinary) {
    assert.ok(verdictOn(contact, told).score <= -4, title);
  }
});

test("the thresholds themselves belong to the graver action", () => {
  const at = (prior: number): Action => judge(observation(note(), {}), { ...policy, prior }).action;
  assert.deepEqual([at(-0.01), at(0), at(11.99), at(12)], ["accept", "settle", "settle", "hold"]);
});

test("same observation, same verdict; nothing known, the prior", () => {
  const seen = observation(note(), {});
  assert.deepEqual(judge(seen, policy), judge(seen, policy));
  assert.equal(judge(seen, policy).score, policy.prior);
});

test("an observation survives JSON, and is judged the same", () => {
  const [, contact, told] = hardHam[0] ?? assert.fail();
  const seen = observation(contact, told);
  const stored = JSON.parse(JSON.stringify(seen)) as Observation;
  assert.deepEqual(judge(stored, policy), judge(seen, policy));
});

test("rules and the fast path are certain, and say why", () => {
  assert.equal(passing("it contacts nobody here", policy).action, "accept");
  assert.equal(ruled("allow", "an admin", policy).action, "accept");
  assert.equal(ruled("refuse", "an admin", policy).action, "reject");
  assert.deepEqual(
    passing("because", policy).evidence.map((one) => one.because),
    ["because"],
  );
});
