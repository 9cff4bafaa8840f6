// Many newcomers at once, before the whole house: what is a surge, and what only looks like one.
// Half a dozen replays of some days each, so it takes its time.

import assert from "node:assert/strict";
import { test } from "node:test";
import { after, day, epochMs, hour, minute } from "../../base/units.ts";
import { breakwater } from "../breakwater.ts";
import type { Fate } from "../filter.ts";
import { hamOf, neighbourhood } from "../traffic/ham.ts";
import { home } from "../traffic/home.ts";
import { lineOf } from "../traffic/lines.ts";
import type { RemoteHost } from "../traffic/places.ts";
import { logOf } from "../traffic/scribe.ts";
import { lookAlikes } from "./list.ts";
import {
  filled,
  follows,
  locally,
  newcomer,
  newHost,
  people,
  posts,
  type Stage,
  stageOf,
  within,
} from "./stage.ts";
import { exodus } from "./texts/newcomers.ts";

const start = epochMs(Date.parse("2026-03-02T00:00:00.000Z"));
/** By then the hosts that people here talk with have a record. */
const begin = after(start, 4.5 * day);

/** Of what the play sent: how often its host's newcomers spoke against it, and what was held. */
interface Seen {
  readonly sent: number;
  readonly surges: number;
  readonly beyond: number;
  readonly held: number;
}

async function seenOf(seed: string, play: (stage: Stage) => void): Promise<Seen> {
  const { hosts } = neighbourhood(seed, start);
  const stage = stageOf(seed, begin, { truth: "ham", class: "surge" }, hosts, []);
  play(stage);
  const calm = hamOf({ seed, start, days: 5, deliveriesPerDay: 60, localActs: true });
  const { lines, truths } = logOf(home, start, [...calm, ...stage.scenes]);
  const spoke = new Map<string, readonly string[]>();
  const filter = breakwater(({ delivery, evidence }) =>
    spoke.set(
      delivery,
      evidence.map(({ symbol }) => symbol),
    ),
  );
  const fates: Fate[] = [];
  for (const line of lines) fates.push(...(await filter.feed(lineOf(line))));
  fates.push(...(await filter.finish()));
  const held = new Set(
    fates.filter(({ outcome }) => outcome === "held").map((one) => one.delivery),
  );
  const own = truths.filter((one) => one.truth === "ham" && one.class === "surge");
  const count = (symbol: string) =>
    own.filter(({ delivery }) => spoke.get(delivery)?.includes(symbol)).length;
  return {
    sent: own.length,
    surges: count("HOST_SURGE"),
    beyond: count("HOST_BEYOND_ALLOWANCE"),
    held: own.filter(({ delivery }) => held.has(delivery)).length,
  };
}

/** Newcomers of one host follow some of us and say hello; so many of a hundred are welcomed. */
function arriveAt(host: (stage: Stage) => RemoteHost | undefined, welcomed: number) {
  return (stage: Stage): void => {
    const { dice } = stage;
    const where = host(stage) ?? assert.fail();
    for (let left = 60; left > 0; left--) {
      const at = within(stage, 4 * hour);
      const joined = after(at, -dice.int(4, 90) * minute);
      const from = newcomer(stage, at, { host: where, joined });
      const [friend = "ada", other = "abel"] = dice.sample(people, 2);
      for (const name of [friend, other]) follows(stage, at, from, name);
      const line = dice.chance(0.3) ? filled(dice, dice.pick(exodus)) : stage.ownWords();
      if (dice.chance(0.6)) posts(stage, after(at, minute), from, { line, to: [friend] });
      if (dice.int(1, 100) <= welcomed)
        locally(stage, after(at, dice.int(2, 40) * minute), "follow", friend, from);
    }
  };
}

const known = ({ hosts }: Stage) => hosts[0];
const unknown = ({ dice }: Stage) => newHost(dice, { software: "mastodon", people: 140 });

function classOf(code: string): (stage: Stage) => void {
  return lookAlikes.find((one) => one.code === code)?.play ?? assert.fail();
}

test("an exodus to a host that people here know is no surge, and is allowed", async () => {
  const seen = await seenOf("known", arriveAt(known, 30));
  assert.deepEqual({ ...seen, sent: 0 }, { sent: 0, surges: 0, beyond: 0, held: 0 });
});

test("to a host that nobody knew it is one until people welcome it, and holds nobody", async () => {
  const [welcome, ignored] = [
    await seenOf("new", arriveAt(unknown, 40)),
    await seenOf("new", arriveAt(unknown, 0)),
  ];
  assert.equal(welcome.held + ignored.held, 0);
  assert.ok(ignored.surges > ignored.sent / 2, `${ignored.surges} of ${ignored.sent}`);
  assert.ok(welcome.surges * 3 < ignored.surges, `${welcome.surges} of ${ignored.surges}`);
  // Most of them write as well, which makes a good day of their host's: that is room enough.
  assert.equal(welcome.beyond + ignored.beyond, 0);
});

for (const [code, what] of [
  ["H04", "people who move, and whom they follow"],
  ["H32", "a backlog after an outage"],
  ["H33", "what an upgrade sends by accident"],
] as const) {
  test(`${what}: no surge`, async () => {
    const { surges, beyond } = await seenOf(code, classOf(code));
    assert.equal(surges, 0);
    assert.equal(beyond, 0);
  });
}
