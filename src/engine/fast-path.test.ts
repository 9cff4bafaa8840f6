import assert from "node:assert/strict";
import { test } from "node:test";
import type { ActivityKind } from "../model/activity.ts";
import type { Arrival } from "../model/arrival.ts";
import type { Acquaintance, ActorHistory } from "../model/observation.ts";
import { profileOf } from "../model/server-profile.ts";
import { passesMet, passesUnmet } from "./fast-path.ts";
import { observation } from "./observation.fixture.ts";
import { actor, host, lately, note, reply } from "./signals/stories.ts";

const strict = profileOf("mastodon", "4.5.0");

function arrival(here = 1, more: Partial<Arrival> = {}): Arrival {
  return { ...observation(note({ here }), {}).arrival, ...more };
}

function met(history: Partial<ActorHistory>, ...solicited: readonly boolean[]): Acquaintance {
  const ties = solicited.map((one, i) => ({
    recipient: arrival(solicited.length).audience.notified[i]?.actor ?? assert.fail(),
    solicited: one,
    hint: !one,
    opaque: false,
    writtenTo: false,
  }));
  return { actor: actor(history), host: host(), ties, waveUnderWay: false };
}

function ofKind(kind: ActivityKind): Arrival {
  const one = arrival();
  return { ...one, activity: { ...one.activity, kind } };
}

test("what ends or answers something passes unread", () => {
  for (const kind of ["delete", "undo", "accept", "reject", "remove", "block", "flag"] as const) {
    assert.notEqual(passesUnmet(ofKind(kind), strict), undefined, kind);
  }
});

test("what says or asks something does not", () => {
  for (const kind of ["create", "update", "announce", "follow", "like", "move"] as const) {
    assert.equal(passesUnmet(ofKind(kind), strict), undefined, kind);
  }
});

test("what contacts nobody here passes", () => {
  assert.match(passesUnmet(arrival(0), strict) ?? "", /nobody/);
});

test("recipients beyond those that were read are somebody", () => {
  const audience = { notified: [], notifiedTotal: 3, elsewhere: 1000 };
  assert.equal(passesUnmet(arrival(0, { audience }), strict), undefined);
});

test("what is refuted passes to the home server, which refuses it", () => {
  const refuted = {
    kind: "refuted" as const,
    signature: "none" as const,
    why: "absent" as const,
    because: "",
  };
  assert.match(passesUnmet(arrival(1, { authenticity: refuted }), strict) ?? "", /refuses/);
});

test("a server that may take it all the same is not trusted to refuse it", () => {
  for (const why of ["absent", "wrong-key"] as const) {
    const refuted = { kind: "refuted", signature: "none", why, because: "" } as const;
    const one = arrival(1, { authenticity: refuted });
    assert.equal(passesUnmet(one, profileOf("misskey", "2026.1")), undefined);
    assert.equal(passesUnmet(one, profileOf("pleroma", "2.9")), undefined);
  }
});

test("what everybody asked for passes, what one did not ask for is judged", () => {
  assert.notEqual(passesMet(arrival(2), met({}, true, true)), undefined);
  assert.equal(passesMet(arrival(2), met({}, true, false)), undefined);
});

test("a hint is no pass", () => {
  assert.equal(passesMet(arrival(1), met({}, false)), undefined);
});

test("more recipients than were asked about are judged, whoever the rest are", () => {
  const one = arrival(1);
  const cut = { ...one, audience: { ...one.audience, notifiedTotal: 300 } };
  assert.equal(passesMet(cut, met({ goodDays: 50 }, true)), undefined);
});

test("a regular passes within its allowance", () => {
  assert.match(passesMet(arrival(1), met({ goodDays: 3 }, false)) ?? "", /3 days/);
  assert.equal(passesMet(arrival(1), met({ goodDays: 2 }, false)), undefined);
  const busy = { goodDays: 5, contacts: lately(5) };
  assert.notEqual(passesMet(arrival(1), met(busy, false)), undefined);
  assert.equal(passesMet(arrival(1), met({ goodDays: 5, contacts: lately(6) }, false)), undefined);
});

test("whose posts come here passes sooner, with fewer", () => {
  const heard = { goodDays: 1, streamedDays: 2 };
  assert.notEqual(passesMet(arrival(2), met(heard, false, false)), undefined);
  assert.equal(passesMet(arrival(3), met(heard, false, false, false)), undefined);
  assert.equal(passesMet(arrival(1), met({ streamedDays: 50 }, false)), undefined);
});

test("who goes on writing to the same people passes sooner", () => {
  const history = { goodDays: 1, streamedDays: 1 };
  const goingOn = (...writtenTo: readonly boolean[]): Acquaintance => {
    const one = met(history, ...writtenTo.map(() => false));
    return { ...one, ties: one.ties.map((tie, i) => ({ ...tie, writtenTo: !!writtenTo[i] })) };
  };
  assert.notEqual(passesMet(arrival(2), goingOn(true, true)), undefined);
  assert.equal(passesMet(arrival(2), goingOn(true, false)), undefined);
});

test("one complaint ends a regular's pass, a ruling ends every pass", () => {
  assert.equal(passesMet(arrival(1), met({ goodDays: 50, complaints: 1 }, false)), undefined);
  assert.equal(passesMet(arrival(1), met({ goodDays: 50, condemned: 1 }, true)), undefined);
});

test("answering a post of ours is no pass by itself", () => {
  const one = observation(reply(), {}).arrival;
  assert.equal(passesMet(one, met({}, false)), undefined);
});

/** A like or boost of a post of the first person here. */
function click(kind: ActivityKind, activity: Partial<Arrival["activity"]> = {}): Arrival {
  const one = arrival();
  const [owner] = one.audience.notified;
  const objects = [{ kind: "reference", type: undefined, id: "https://home.example/1" }];
  return {
    ...one,
    activity: { ...one.activity, objects, kind, ...activity } as Arrival["activity"],
    audience: {
      ...one.audience,
      notified: [{ actor: owner?.actor ?? assert.fail(), via: "owner" }],
    },
  };
}

test("a follow, like or boost by somebody known passes, a stranger's is looked at", () => {
  for (const kind of ["like", "announce", "follow"] as const) {
    assert.match(passesMet(click(kind), met({ streamedDays: 1 }, false)) ?? "", /known here/);
    assert.equal(passesMet(click(kind), met({}, false)), undefined);
  }
});

test("an emoji is no word, what spells something is", () => {
  const known = met({ streamedDays: 1 }, false);
  assert.notEqual(passesMet(click("like", { content: "❤" }), known), undefined);
  for (const content of [":buy_coins:", "buy coins", "買って"]) {
    assert.equal(passesMet(click("like", { content }), known), undefined);
  }
});

test("a like that carries a post, or reaches more than the post's owner, is read", () => {
  const known = met({ streamedDays: 1 }, false);
  const { objects } = arrival().activity;
  assert.equal(passesMet(click("like", { objects }), known), undefined);
  const one = click("announce");
  const [owner = assert.fail()] = one.audience.notified;
  const notified = [{ ...owner, via: "mention" as const }];
  assert.equal(passesMet({ ...one, audience: { ...one.audience, notified } }, known), undefined);
});
