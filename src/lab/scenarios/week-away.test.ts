import assert from "node:assert/strict";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import {
  type HttpReceiver,
  startHttpReceiver,
} from "../../adapters/notify/http-receiver.fixture.ts";
import { after, day, type EpochMs, epochMs, hour, minute } from "../../base/units.ts";
import type { KeptSummary } from "../../model/kept.ts";
import { addSubscription, newWebhookSecret } from "../../services/notify/subscriptions.ts";
import { openStore } from "../../wire/store.ts";
import { mentionWave } from "../attackers/mention-wave.ts";
import { play } from "../lab.ts";
import { homePeople, ordinaryMail } from "../people.ts";
import { inOrder } from "../plan.ts";
import { type Stage, scenario } from "../scenario.ts";
import { keptAs, newcomer, told, writes } from "./strangers.ts";

interface Letter {
  readonly kind: "notices" | "digest";
  readonly lines: readonly string[];
  readonly notices: readonly { readonly id: string }[];
}

/** The only admin, who is told everything and has a digest each morning. */
async function subscribe({ gate, clock }: Stage, receiver: HttpReceiver): Promise<void> {
  const store = await openStore(gate.state);
  const to = { channel: "webhook", url: receiver.origin, secret: newWebhookSecret() } as const;
  const all = ["wave", "appeal", "host", "alarm"] as const;
  const wanted = { by: "ada", to, what: all, urgent: [], quiet: undefined, digestAt: [8 * 60] };
  const hand = { by: "ada", at: clock.now(), through: "command" } as const;
  const added = await addSubscription(
    store.ownRecords,
    { ...wanted, zone: "UTC", language: "en" },
    hand,
  );
  assert.ok(added.ok);
  await store.close();
}

function lettersIn({ requests }: HttpReceiver): readonly Letter[] {
  return requests.map(({ body }) => JSON.parse(body.toString("utf8")) as Letter);
}

async function bytesIn(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(files.map(async (one) => (await stat(join(folder, one))).size));
  return sizes.reduce((sum, one) => sum + one, 0);
}

/** Steps that end where a digest is due. */
async function passSlowly(stage: Stage, until: EpochMs, stepMs: number): Promise<void> {
  while (stage.clock.now() < until) {
    const next = epochMs(Math.min(until, (Math.floor(stage.clock.now() / stepMs) + 1) * stepMs));
    await stage.passTo(next);
  }
}

function countOf(kept: readonly KeptSummary[], state: KeptSummary["state"]): number {
  return kept.filter((one) => one.state === state).length;
}

/** Mail of half an hour in a wave, somebody's direct post, and a week of ordinary mail. */
async function theWeek(stage: Stage, began: EpochMs) {
  const { cast, clock, dice, world } = stage;
  const mail = ordinaryMail(cast, began, after(began, 7 * day), 0.15);
  const big = { name: "big.example", software: "mastodon", people: 9000 } as const;
  const guests = { host: world.addHost({ ...big, openRegistrations: true }), accounts: 2 };
  const until = after(began, 30 * minute);
  const wave = mentionWave(world, dice, { from: began, until, posts: 16, hosts: 10, guests });
  await play(stage, inOrder([...wave, ...mail.filter(({ at }) => at < until)]));
  const lone = writes(stage, newcomer(stage, "lone-cabin.example"), {
    text: "Cheap sails and rope, this week only: http://sail-loft.example/order",
    ...{ to: homePeople.slice(0, 4), visibility: "direct" },
  });
  await stage.send(lone);
  return { lone, rest: mail.filter(({ at }) => at >= clock.now()) };
}

/** By what they tell, in order, a digest as such. */
function toldOf(letters: readonly Letter[]): readonly string[] {
  return letters.flatMap(({ kind, notices }) => [
    ...(kind === "digest" ? [kind] : []),
    ...notices.map(({ id }) => id.replace(/^wave c\d+ ?/, "wave ").trim()),
  ]);
}

scenario(
  "a week with a wave and nobody there: nothing piles up, nothing is lost, all is told once",
  [],
  async (stage) => {
    const receiver = await startHttpReceiver();
    try {
      await subscribe(stage, receiver);
      await nobodyRules(stage, receiver);
    } finally {
      await receiver.stop();
    }
  },
  { daysLivedIn: 0, settings: { "notify.allow": "127.0.0.1" } },
);

async function nobodyRules(stage: Stage, receiver: HttpReceiver): Promise<void> {
  const { clock, gate } = stage;
  const began = clock.now();
  const { lone, rest } = await theWeek(stage, began);

  // Nobody rules. What nothing could let in later, and is no wave's, goes in at its deadline.
  assert.equal((await keptAs(stage, lone))?.state, "held");
  await passSlowly(stage, after(clock.now(), 90 * minute), 5 * minute);
  const kept = await keptAs(stage, lone);
  assert.deepEqual([kept?.state, kept?.verdict.action], ["delivered", "flag"]);
  assert.deepEqual(told(stage, lone.activity.id), lone.reaches);

  // The wave stays where it is, with its words, all week; the rest of the mail goes on.
  const bytesThen = await bytesIn(gate.state);
  // No day may pass in one step, else one digest stands for two.
  await play(stage, rest, { before: (at) => passSlowly(stage, at, 4 * hour) });
  await passSlowly(stage, after(began, 7 * day), 4 * hour);
  const { spam, ordinary } = await stage.report(began);
  assert.ok(spam.held >= 13, `${spam.held} of 16`);
  assert.deepEqual([spam.sent, spam.settling, spam.elsewhere], [17, 0, 0]);
  assert.deepEqual([ordinary.settling, ordinary.elsewhere], [0, 0]);
  assert.ok(ordinary.atOnce + ordinary.later >= ordinary.sent - 1, JSON.stringify(ordinary));
  const held = (await gate.kept()).filter(({ state }) => state === "held");
  assert.ok(held.every(({ bytes }) => bytes > 0));
  assert.ok((await bytesIn(gate.state)) < bytesThen + 4 * 1024 ** 2, "the disk does not fill");

  const week = toldOf(lettersIn(receiver));
  const waves = week.filter((one) => one !== "digest");
  assert.equal(waves[0], "wave");
  // It may have begun as two campaigns that were found to be one: then each was told of once.
  assert.ok(waves.length <= 4, waves.join(", "));
  const ids = lettersIn(receiver).flatMap(({ notices }) => notices.map(({ id }) => id));
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(week.length - waves.length, 7, "one digest a day");
  const [first] = lettersIn(receiver).filter(({ kind }) => kind === "digest");
  assert.match(first?.lines.join("\n") ?? "", /ruling: 1\d[\s\S]*nobody had ruled: [1-4]\./);
  assert.doesNotMatch(JSON.stringify(lettersIn(receiver)), /Lantern|sails/);

  // A month on it is deleted, after a warning, and the digest counts it.
  await passSlowly(stage, after(began, 32 * day), 12 * hour);
  const month = toldOf(lettersIn(receiver)).slice(week.length);
  assert.deepEqual([...new Set(month)].sort(), ["digest", "wave expires"]);
  assert.match(lettersIn(receiver).at(-1)?.lines.join("\n") ?? "", /Deleted unruled: 1\d\./);
  const ended = await gate.kept();
  assert.equal(countOf(ended, "expired"), held.length);
  assert.ok(ended.every(({ state, bytes }) => state !== "expired" || bytes === 0));
}
