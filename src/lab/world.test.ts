import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { epochMs, minute } from "../base/units.ts";
import { create, follow, type Words } from "./activities.ts";
import type { Trouble } from "./faults.ts";
import { labClock } from "./lab-clock.ts";
import { startHome } from "./lab-home.ts";
import type { Software } from "./sign.ts";
import { type Heard, type LabActor, startWorld } from "./world.ts";

const start = epochMs(Date.UTC(2026, 1, 14, 18));

async function lab(t: TestContext) {
  const clock = labClock(start);
  const world = await startWorld(clock);
  const people = ["ada", "bruno"];
  const home = await startHome({ host: "home.example", people, clock, look: world.look });
  world.locate(home.host, home.port);
  t.after(() => Promise.all([world.stop(), home.stop()]));
  const someone = (software: Software = "mastodon"): LabActor => {
    const name = `${software}.example`;
    const host = world.addHost({ name, software, openRegistrations: false, people: 40 });
    const profile = { name: "Mira", summary: "", avatar: true, joined: start, bot: false };
    return world.addActor(host, "mira", profile);
  };
  return { clock, world, home, someone };
}

const toAda: Words = {
  text: "Did the bread rise?",
  mentions: [{ id: "http://home.example/users/ada", handle: "ada@home.example" }],
  replyTo: undefined,
  visibility: "public",
  language: "en",
  hashtags: [],
};

const inbox = "http://home.example/inbox";

function status(heard: Heard): number {
  return heard.kind === "answered" ? heard.status : 0;
}

for (const software of [
  "mastodon",
  "misskey",
  "gotosocial",
  "lemmy",
  "pleroma",
  "fedify",
] as const) {
  test(`the home server believes what ${software} signs`, async (t) => {
    const { world, home, someone, clock } = await lab(t);
    const mira = someone(software);
    const post = create(mira, world.newId(mira, "statuses", start), clock.now(), toAda);
    assert.equal(status(await world.send(mira, post, inbox)), 202);
    const [told] = home.notifications();
    assert.equal(told?.person, "ada");
    assert.equal(told?.from, mira.id);
  });
}

test("a repeat is acknowledged and notifies nobody again", async (t) => {
  const { world, home, someone } = await lab(t);
  const mira = someone();
  const ask = follow(mira, world.newId(mira, "follows", start), home.actorOf("bruno"));
  assert.equal(status(await world.send(mira, ask, inbox)), 202);
  assert.equal(status(await world.send(mira, ask, inbox)), 202);
  assert.equal(home.notifications().length, 1);
  assert.equal(home.repeats(), 1);
});

test("a signature by another's key is answered 401 and reaches nobody", async (t) => {
  const { world, home, someone } = await lab(t);
  const mira = someone();
  const other = someone("misskey");
  const forged = { ...mira, key: other.key };
  const ask = follow(mira, world.newId(mira, "follows", start), home.actorOf("ada"));
  assert.equal(status(await world.send(forged, ask, inbox)), 401);
  assert.equal(home.notifications().length, 0);
});

test("nobody speaks for another actor, whoever signs", async (t) => {
  const { world, home, someone } = await lab(t);
  const mira = someone();
  const other = someone("misskey");
  const ask = follow(mira, world.newId(mira, "follows", start), home.actorOf("ada"));
  assert.equal(status(await world.send(other, ask, inbox)), 202);
  assert.equal(home.notifications().length, 0);
});

test("a request is good for 65 minutes after its date, and no longer", async (t) => {
  const { world, home, someone, clock } = await lab(t);
  const mira = someone();
  const ask = () => follow(mira, world.newId(mira, "follows", start), home.actorOf("ada"));
  home.trouble({ kind: "slow", ms: 64 * minute });
  const early = world.send(mira, ask(), inbox);
  await clock.untilAsleep(1);
  await clock.move(64 * minute);
  assert.equal(status(await early), 202);
  home.trouble({ kind: "slow", ms: 66 * minute });
  const late = world.send(mira, ask(), inbox);
  await clock.untilAsleep(1);
  await clock.move(66 * minute);
  assert.equal(status(await late), 401);
});

test("a key whose host is gone leaves the home server undecided", async (t) => {
  const { world, home, someone } = await lab(t);
  const mira = someone();
  world.forget(mira.host.name);
  const ask = follow(mira, world.newId(mira, "follows", start), home.actorOf("ada"));
  assert.equal(status(await world.send(mira, ask, inbox)), 503);
});

const troubles: readonly [string, Trouble, number][] = [
  ["answers what it is told to", { kind: "answers", status: 502 }, 502],
  ["cuts the connection", { kind: "resets" }, 0],
];

for (const [story, trouble, heard] of troubles) {
  test(`a home server in trouble ${story}, and recovers`, async (t) => {
    const { world, home, someone } = await lab(t);
    const mira = someone();
    const ask = follow(mira, world.newId(mira, "follows", start), home.actorOf("ada"));
    home.trouble(trouble);
    assert.equal(status(await world.send(mira, ask, inbox)), heard);
    home.trouble({ kind: "none" });
    assert.equal(status(await world.send(mira, ask, inbox)), 202);
    assert.equal(home.notifications().length, 1);
  });
}

test("a home server that was down comes back on its port with its books", async (t) => {
  const { world, home, someone } = await lab(t);
  const mira = someone();
  const ask = () => follow(mira, world.newId(mira, "follows", start), home.actorOf("ada"));
  await world.send(mira, ask(), inbox);
  await home.stop();
  assert.equal((await world.send(mira, ask(), inbox)).kind, "nothing");
  await home.start();
  assert.equal(status(await world.send(mira, ask(), inbox)), 202);
  assert.equal(home.notifications().length, 2);
});

test("sleepers wake when their moment has come, in order, and not when they gave up", async () => {
  const clock = labClock(start);
  const woken: string[] = [];
  const giveUp = new AbortController();
  const sleep = async (name: string, ms: number): Promise<void> => {
    const woke = await clock.wake(epochMs(start + ms), giveUp.signal).then(
      () => true,
      () => false,
    );
    woken.push(`${name} ${woke ? "woke" : "gave up"} at ${clock.now() - start}`);
  };
  const all = [sleep("second", 20), sleep("first", 10), sleep("third", 30)];
  await clock.move(25);
  giveUp.abort(new Error("enough"));
  await Promise.all(all);
  assert.deepEqual(woken, ["first woke at 25", "second woke at 25", "third gave up at 25"]);
});

test("time waits for who goes back to sleep", async () => {
  const clock = labClock(start);
  const rounds: number[] = [];
  const leave = new AbortController();
  const watchman = (async () => {
    while (!leave.signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      rounds.push(clock.now() - start);
      await clock.wake(epochMs(clock.now() + 10), leave.signal).catch(() => undefined);
    }
  })();
  await clock.untilAsleep(1);
  await clock.move(10);
  await clock.move(100);
  assert.deepEqual(rounds, [0, 10, 110]);
  leave.abort(new Error("home"));
  await watchman;
});
