// What a decision costs after parsing and verifying: on the fast path, and judged.
// Beside it, in the same run, one RSA-2048 verification with a kept key, which every delivery pays.

import { generateKeyPairSync, sign, verify } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ProcessChronicle } from "../../adapters/process/chronicle.ts";
import { ProcessLedger } from "../../adapters/process/ledger.ts";
import { ProcessMemory } from "../../adapters/process/memory.ts";
import { ProcessWords } from "../../adapters/process/words.ts";
import { after, epochMs } from "../../base/units.ts";
import { passesMet, passesUnmet } from "../../engine/fast-path.ts";
import { judge, passing } from "../../engine/judge.ts";
import { makePolicy, shippedSettings } from "../../engine/policy.ts";
import { read } from "../../engine/read.ts";
import {
  type Activity,
  type ActivityObject,
  type ActorProfile,
  type Post,
  untoldProfile,
} from "../../model/activity.ts";
import type { Arrival } from "../../model/arrival.ts";
import type { ActorId, Host, ObjectId, Receipt } from "../../model/ids.ts";
import type { UpstreamAnswer } from "../../model/kept.ts";
import { known } from "../../model/observation.ts";
import { parseActivity } from "../../model/parse.ts";
import { profileOf } from "../../model/server-profile.ts";
import type { PolicyDigest, Verdict } from "../../model/verdict.ts";
import type { Chronicle, Happening } from "../../ports/chronicle.ts";
import { makeChronicler } from "../../services/chronicler.ts";
import { observe } from "../../services/observe.ts";
import type { BenchOptions, Row } from "./main.ts";
import { ordinaryPosts } from "./ordinary-posts.ts";

const rounds = 15;
const deliveriesPerRound = 2000;
const fixtures = fileURLToPath(new URL("../../../fixtures", import.meta.url));
const start = epochMs(Date.UTC(2026, 0, 5));
const policy = makePolicy(shippedSettings, "bench", "0" as PolicyDigest);
const home = profileOf("mastodon", "4.5.0");
const me = "https://home.example/users/alice" as ActorId;

/** One step for each delivery of a round, on a memory that saw nothing before. */
interface Task {
  readonly name: string;
  readonly arrivals: readonly Arrival[];
  /** Prepares the memory; not measured. */
  before?(memory: ProcessMemory): Promise<void>;
  step(arrival: Arrival, memory: ProcessMemory): Promise<unknown> | undefined;
}

export async function benchDecision({ smoke, corpus }: BenchOptions): Promise<readonly Row[]> {
  const posts = postsIn(corpus ?? fixtures);
  if (posts.length === 0) throw new Error(`no posts below ${corpus ?? fixtures}`);
  const count = smoke ? posts.length : deliveriesPerRound;
  const own = arrivalsOf(posts, count, said);
  const copies = arrivalsOf(posts.slice(0, 1), count, (activity) => activity);
  const reference = verification(own);
  const tasks = [
    ...fastTasks(own),
    ...ordinaryTasks(count),
    ...judgedTasks(own, copies),
    ...writingTasks(own),
  ];
  const rows = [await measured(reference, smoke ? 1 : rounds)];
  for (const task of tasks) rows.push(await measured(task, smoke ? 1 : rounds));
  return rows.map((row, index) => (index === 0 ? row : beside(row, rows[0] ?? row)));
}

function verification(arrivals: readonly Arrival[]): Task {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const signed = Buffer.from(
    "(request-target): post /inbox\nhost: home.example\ndate: …\ndigest: …",
  );
  const signature = sign("sha256", signed, privateKey);
  return {
    name: "one RSA-2048 verification, kept key",
    arrivals,
    step() {
      verify("sha256", signed, publicKey, signature);
      return undefined;
    },
  };
}

function fastTasks(arrivals: readonly Arrival[]): readonly Task[] {
  const elsewhere = arrivals.map((one) => ({
    ...one,
    audience: { notified: [], notifiedTotal: 0, elsewhere: 1 },
  }));
  return [
    { name: "fast path: contacts nobody here", arrivals: elsewhere, step: pass },
    { name: "fast path: everybody asked for it", arrivals, before: follow(arrivals), step: pass },
  ];
}

function ordinaryTasks(count: number): readonly Task[] {
  const ordinary = ordinaryPosts(count, start);
  const arrivals = ordinary.map(({ activity }, index) => arrivalOf(activity, index));
  const profiles = new Map(
    arrivals.map(({ sender }, index) => [sender.actor, ordinary[index]?.profile ?? someone]),
  );
  const step = judging((id) => ({ ...(profiles.get(id) ?? someone), id }));
  return [
    { name: "judged: ordinary posts by strangers", arrivals, step },
    { name: "  of that, reading alone", arrivals, step: async (one) => read(one) },
  ];
}

function judgedTasks(own: readonly Arrival[], copies: readonly Arrival[]): readonly Task[] {
  const step = judging((id) => ({ ...someone, id }));
  return [
    { name: "judged: each post in several variants", arrivals: own, step },
    { name: "judged: copies of one wave", arrivals: copies, step },
  ];
}

/** What the chronicle takes of the thread that judges; the disk is another's. */
function writingTasks(arrivals: readonly Arrival[]): readonly Task[] {
  const { journal, flush } = makeChronicler(nowhere, { now: () => start });
  let told = 0;
  const tell = (verdict: Verdict) => (arrival: Arrival) => {
    journal.judged(arrival, verdict, "passed", undefined);
    return ++told % writtenTogether === 0 ? flush() : undefined;
  };
  const unread = passing("everybody it contacts here asked for it", policy);
  return [
    { name: "written down: a judged delivery", arrivals, step: tell(doubtful) },
    { name: "written down: one that passed unread", arrivals, step: tell(unread) },
  ];
}

/** A second of a busy server's judged deliveries. */
const writtenTogether = 100;

const doubtful: Verdict = {
  action: "settle",
  score: 3,
  probability: 0.67,
  path: "judged",
  campaign: undefined,
  evidence: ["STRANGER_LINK", "NEWCOMER", "UNKNOWN_HOST", "EMPTY_PROFILE", "CAMPAIGN"].map(
    (symbol) => ({ symbol, group: "content", strength: 1, decibans: 4, because: "it does" }),
  ),
  policy: policy.digest,
};

/** Copies what crosses to the ledger's thread, as that does. */
const nowhere: Chronicle = Object.assign(new ProcessChronicle(), {
  write: async (happenings: readonly Happening[]) => void structuredClone(happenings),
});

/** All that the fast path does, in the order of services/check.ts. */
async function pass(arrival: Arrival, memory: ProcessMemory): Promise<void> {
  if (passesUnmet(arrival, home) === undefined) {
    const met = await memory.acquaint(arrival, arrival.delivery.at);
    if (passesMet(arrival, met) === undefined) throw new Error("the fast path was left");
  }
  await memory.record(arrival);
  await memory.answered(arrival.delivery.receipt, accepted, arrival.delivery.at);
}

/** Nothing is kept in it. */
const ledger = new ProcessLedger();
const words = new ProcessWords();

function judging(
  profileOf: (id: ActorId) => ActorProfile,
): (arrival: Arrival, memory: ProcessMemory) => Promise<void> {
  const directory = { profile: async (id: ActorId) => known(profileOf(id)) };
  return async (arrival, memory) => {
    const met = await memory.acquaint(arrival, arrival.delivery.at);
    const ports = { memory, directory, ledger, words };
    const seen = await observe(arrival, met, policy.needs, ports, { kind: "new" });
    judge(seen, policy);
    await memory.record(arrival);
  };
}

const accepted: UpstreamAnswer = {
  kind: "answered",
  status: 202,
  headers: [],
  body: new Uint8Array(),
};

function follow(arrivals: readonly Arrival[]): (memory: ProcessMemory) => Promise<void> {
  return async (memory) => {
    for (const { sender } of arrivals) {
      await memory.notice({ at: start, action: "follow", by: me, actor: sender.actor });
    }
  };
}

async function measured(task: Task, times: number): Promise<Row> {
  const took: number[] = [];
  await round(task);
  for (let i = 0; i < times; i++) took.push(await round(task));
  took.sort((a, b) => a - b);
  const at = (share: number): number => took[Math.floor((took.length - 1) * share)] ?? 0;
  return { name: task.name, median: at(0.5), min: at(0), max: at(1), unit: "µs CPU" };
}

/** CPU microseconds of this process for each delivery, garbage collection included. */
async function round({ arrivals, before, step }: Task): Promise<number> {
  const memory = new ProcessMemory();
  await before?.(memory);
  const began = process.cpuUsage();
  for (const arrival of arrivals) await step(arrival, memory);
  const { user, system } = process.cpuUsage(began);
  return (user + system) / arrivals.length;
}

function beside(row: Row, reference: Row): Row {
  return { ...row, ratio: { to: "a verification", value: row.median / reference.median } };
}

/** Activities below a folder that bring a post. */
function postsIn(folder: string): readonly Activity[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => parseActivity(new Uint8Array(readFileSync(join(folder, file)))))
    .filter((parsed) => parsed.ok)
    .map((parsed) => parsed.value)
    .filter((activity) => activity.objects.some((object) => object.kind === "post"));
}

function arrivalsOf(
  activities: readonly Activity[],
  count: number,
  vary: (activity: Activity, index: number) => Activity,
): readonly Arrival[] {
  return Array.from({ length: count }, (_, index) => {
    const activity = activities[index % activities.length];
    if (activity === undefined) throw new Error("no activities");
    return arrivalOf(vary(activity, index), index);
  });
}

/** Each has a text, links and pictures of its own, so that no wave is seen where there is none. */
function said(activity: Activity, index: number): Activity {
  const words = [...String(index)].map((digit) => digitNames[Number(digit)]);
  const own = (object: ActivityObject): ActivityObject =>
    object.kind === "post" ? { ...object, post: ownPost(object.post, words.join("-")) } : object;
  return { ...activity, objects: activity.objects.map(own) };
}

function ownPost(post: Post, words: string): Post {
  const text = (html: string): string =>
    `${html.replace(/(href="[^"]*)"/g, `$1/${words}"`)} ${words.replaceAll("-", " ")}`;
  return {
    ...post,
    bodies: post.bodies.map((body) => ({ ...body, text: text(body.text) })),
    links: post.links.map((link) => `${link}/${words}`),
    attachments: post.attachments.map((one) => ({
      ...one,
      blurhash: one.blurhash === undefined ? undefined : one.blurhash + words,
    })),
  };
}

const digitNames = ["oak", "elm", "fir", "yew", "ash", "bay", "fig", "gum", "box", "ivy"];

/** Two hundred hosts with ten strangers each, a second apart, all to one person here. */
function arrivalOf(activity: Activity, index: number): Arrival {
  const host = `host${index % 200}.example` as Host;
  const actor = `https://${host}/users/${index}` as ActorId;
  return {
    delivery: {
      receipt: `r${index}` as Receipt,
      at: after(start, index * 1000),
      path: "/inbox",
      headers: [],
      body: new Uint8Array(),
      client: "192.0.2.1",
      scheme: "https",
    },
    activity: { ...activity, actor, id: `${actor}/activities/${index}` as ObjectId },
    authenticity: {
      kind: "proven",
      signature: "draft-cavage",
      signer: actor,
      signerHost: host,
      signedAt: undefined,
      expiresAt: undefined,
    },
    authorProof: { kind: "proven", author: actor, host },
    sender: { actor, host, domain: host, proven: true },
    audience: { notified: [{ actor: me, via: "mention" }], notifiedTotal: 1, elsewhere: 2 },
  };
}

const someone: ActorProfile = {
  ...untoldProfile,
  id: me,
  username: "sam",
  name: "Sam",
  summary: "<p>Ponds and birds.</p>",
};
