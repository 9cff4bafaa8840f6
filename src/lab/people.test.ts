import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { after, day, epochMs, hour, minute } from "../base/units.ts";
import { mentionWave } from "./attackers/mention-wave.ts";
import { dice } from "./dice.ts";
import { labClock } from "./lab-clock.ts";
import { startHome } from "./lab-home.ts";
import { castOf, homeHost, homePeople, lookAlikes, oldTies, ordinaryMail } from "./people.ts";
import { type Contact, inOrder, type Planned } from "./plan.ts";
import { startWorld } from "./world.ts";

const start = epochMs(Date.UTC(2026, 1, 14, 18));
const end = after(start, hour);

async function planned(t: TestContext, seed: string) {
  const clock = labClock(start);
  const world = await startWorld(clock);
  const home = await startHome({ host: homeHost, people: homePeople, clock, look: world.look });
  world.locate(home.host, home.port);
  t.after(() => Promise.all([world.stop(), home.stop()]));
  const chance = dice(seed);
  const cast = castOf(world, chance, after(start, -day));
  const ties = oldTies(cast, start);
  const mail = inOrder([...ordinaryMail(cast, start, end, 60), ...lookAlikes(cast, start)]);
  const large = cast.hosts.find((host) => host.name === "commons.example");
  assert.ok(large);
  const shape = { from: start, until: end, posts: 40, hosts: 15 };
  const wave = mentionWave(world, chance, { ...shape, guests: { host: large, accounts: 4 } });
  return { clock, world, home, ties, mail, wave };
}

const contactsOf = (plan: readonly Planned[]): Contact[] =>
  plan.filter((one) => one.kind === "contact");

test("without a gate every contact notifies whom it is meant for, and nobody else", async (t) => {
  const { clock, world, home, mail, wave } = await planned(t, "all through");
  const contacts = inOrder([...contactsOf(mail), ...wave]);
  for (const one of contacts) {
    await clock.moveTo(one.at);
    const heard = await world.send(one.from, one.activity, `http://${homeHost}/inbox`);
    assert.deepEqual(heard, { kind: "answered", status: 202, body: "" });
    const told = home.notifications().filter(({ activity }) => activity === one.activity.id);
    assert.deepEqual(told.map(({ person }) => person).sort(), [...one.reaches].sort());
  }
  assert.deepEqual([...home.answers()], [[202, contacts.length]]);
});

test("a seed decides who writes what to whom and when", async (t) => {
  const [one, again, other] = await Promise.all([
    planned(t, "seven"),
    planned(t, "seven"),
    planned(t, "eight"),
  ]);
  const told = ({ mail, wave, ties }: typeof one): unknown => [
    contactsOf([...mail, ...wave]).map(({ at, what, from, says }) => [at, what, from.handle, says]),
    ties.map(({ at, act }) => [at, act.action, act.by]),
  ];
  assert.deepEqual(told(one), told(again));
  assert.notDeepEqual(told(one), told(other));
});

test("a wave's posts name five people each and share a few wordings", async (t) => {
  const { wave } = await planned(t, "wave");
  assert.equal(new Set(wave.map(({ from }) => from.id)).size, wave.length);
  const wordings = new Set(wave.map(({ says }) => says)).size;
  assert.ok(wordings > 3 && wordings < wave.length / 2, `${wordings} wordings`);
  assert.ok(new Set(wave.map(({ from }) => from.host.name)).size > 10);
  for (const { activity, from, at } of wave) {
    assert.equal((activity["cc"] as unknown[]).length, 1 + 5);
    assert.ok(at - from.profile.joined <= 30 * minute);
  }
});

test("an hour of ordinary mail holds friends, strangers and what looks like spam", async (t) => {
  const { mail, ties } = await planned(t, "hour");
  const kinds = new Set(contactsOf(mail).map(({ what }) => what));
  for (const kind of ["mention", "reply", "like", "follow", "greeter", "reply to all", "direct"]) {
    assert.ok(kinds.has(kind), kind);
  }
  assert.ok(ties.length >= 22);
});
