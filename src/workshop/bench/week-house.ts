// The real house of a server of a hundred people, through a week of its mail, in a process of
// its own: all but the sockets. Its parent asks what it weighs and how long it takes to start.

import { parseArgs } from "node:util";
import { pino } from "pino";
import { ProcessLedger } from "../../adapters/process/ledger.ts";
import { ProcessWords } from "../../adapters/process/words.ts";
import { makeVirtualClock } from "../../adapters/replay/virtual-clock.ts";
import { seeded } from "../../base/prng.ts";
import { after, day, type EpochMs, epochMs } from "../../base/units.ts";
import { judge } from "../../engine/judge.ts";
import { makePolicy, shippedSettings } from "../../engine/policy.ts";
import type { Arrival } from "../../model/arrival.ts";
import type { ActorId, Host, Receipt } from "../../model/ids.ts";
import type { UpstreamAnswer } from "../../model/kept.ts";
import { absent } from "../../model/observation.ts";
import { parseActivity } from "../../model/parse.ts";
import type { PolicyDigest } from "../../model/verdict.ts";
import type { Memory } from "../../ports/memory.ts";
import { loadConfig } from "../../services/config.ts";
import { observe } from "../../services/observe.ts";
import { buildHouse } from "../../wire/house.ts";

/** What it tells its parent. Bytes and milliseconds. */
export interface WeekTold {
  /** From nothing to open doors, this process's own start left out: by the clock, and of CPU. */
  readonly openMs: number;
  readonly openCpuMs: number;
  readonly rssAtStart: number;
  readonly rssAtEnd: number;
  readonly rssMax: number;
  readonly microsecondsEach: number;
}

const people = 100;
const actors = 5000;
const hosts = 600;
const start = epochMs(Date.UTC(2026, 0, 5));
const policy = makePolicy(shippedSettings, "bench", "0" as PolicyDigest);
const directory = { profile: async () => absent, document: async () => absent };
const accepted: UpstreamAnswer = {
  kind: "answered",
  status: 202,
  headers: [],
  body: new Uint8Array(),
};

async function live(state: string, days: number, perDay: number): Promise<WeekTold> {
  const clock = makeVirtualClock(start);
  const began = performance.now();
  const cpuBefore = process.cpuUsage();
  const house = await buildHouse(configFor(state), pino({ level: "silent" }), {
    clock: { ...clock, wake: untilAborted },
  });
  await house.start();
  const openMs = performance.now() - began;
  const openCpuMs = cpuSince(cpuBefore) / 1000;
  const rssAtStart = process.memoryUsage.rss();
  const cpu = process.cpuUsage();
  const random = seeded("a week");
  for (let number = 0; number < days * perDay; number++) {
    const at = after(start, Math.floor((number * day) / perDay));
    clock.set(at);
    await receive(arrival(number, at, random), house.memory);
    // Between two deliveries a gate looks at its sockets, timers and files.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const cpuMicroseconds = cpuSince(cpu);
  const rssAtEnd = process.memoryUsage.rss();
  await house.stop();
  return {
    openMs,
    openCpuMs,
    rssAtStart,
    rssAtEnd,
    rssMax: process.resourceUsage().maxRSS * 1024,
    microsecondsEach: days === 0 ? 0 : cpuMicroseconds / (days * perDay),
  };
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** Nothing is kept in this week: no moment comes at which there is something to do. */
async function untilAborted(_: EpochMs, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason));
  });
}

/** Nothing is kept in it. */
const ledger = new ProcessLedger();
const words = new ProcessWords();

/** As services/check.ts does it: everybody is read and judged. */
async function receive(one: Arrival, memory: Memory): Promise<void> {
  const { at, receipt } = one.delivery;
  const met = await memory.acquaint(one, at);
  const seen = await observe(
    one,
    met,
    policy.needs,
    { memory, directory, ledger, words },
    { kind: "new" },
  );
  judge(seen, policy);
  await memory.record(one);
  await memory.answered(receipt, accepted, at);
}

/** A few write very much and many write seldom; one in five answers more than one person. */
function arrival(number: number, at: EpochMs, random: () => number): Arrival {
  const who = Math.floor(actors * random() ** 2);
  const host = `h${who % hosts}.example` as Host;
  const actor = `https://${host}/users/somebody${who}` as ActorId;
  const to = Array.from({ length: random() < 0.2 ? 3 : 1 }, () => local(random));
  const id = `${actor}/statuses/${number}`;
  const body = Buffer.from(JSON.stringify(activityOf(actor, id, to, random)));
  const parsed = parseActivity(body);
  if (!parsed.ok) throw new Error("a post of the week can't be read");
  const signed = { signedAt: at, expiresAt: undefined };
  return {
    delivery: {
      receipt: `r${number.toString(36).padStart(12, "0")}` as Receipt,
      at,
      path: "/inbox",
      headers: [],
      body,
      client: "192.0.2.1",
      scheme: "https",
    },
    activity: parsed.value,
    authenticity: {
      ...{ kind: "proven", signature: "draft-cavage", signer: actor, signerHost: host },
      ...signed,
    },
    authorProof: { kind: "proven", author: actor, host },
    sender: { actor, host, domain: host, proven: true },
    audience: {
      notified: to.map((person) => ({ actor: person, via: "mention" as const })),
      notifiedTotal: to.length,
      elsewhere: 1,
    },
  };
}

function activityOf(actor: string, id: string, to: readonly string[], random: () => number) {
  const link =
    random() < 0.4 ? `<a href="https://${word(random)}.example/${word(random)}">x</a>` : "";
  const picture = { type: "Document", mediaType: "image/png", url: `${id}.png` };
  const blurhash = Array.from({ length: 5 }, () => word(random)).join("");
  const object = {
    id,
    type: "Note",
    attributedTo: actor,
    to,
    content: `<p>${Array.from({ length: 12 }, () => word(random)).join(" ")} ${link}</p>`,
    attachment: random() < 0.15 ? [{ ...picture, blurhash }] : [],
  };
  return { id: `${id}/activity`, type: "Create", actor, to, object };
}

function local(random: () => number): ActorId {
  return `https://home.example/users/person${Math.floor(people * random())}` as ActorId;
}

function word(random: () => number): string {
  return Math.floor(random() * 36 ** 5).toString(36);
}

function configFor(state: string) {
  const flags = {
    mode: "guard",
    upstream: "http://127.0.0.1:1",
    state,
    listen: "127.0.0.1:0",
    admin: "127.0.0.1:0",
    "desk.enabled": "false",
    "home.origin": "https://home.example",
    "home.actors": "https://home.example/users/",
    "software.name": "mastodon",
    "software.version": "4.5.0",
  };
  const loaded = loadConfig({ flags });
  if (!loaded.ok) throw new Error(loaded.error.map(({ problem }) => problem).join("; "));
  return loaded.value.config;
}

const { positionals } = parseArgs({ allowPositionals: true });
const [state = "", days = "0", perDay = "0"] = positionals;
const told = await live(state, Number(days), Number(perDay));
process.stdout.write(`${JSON.stringify(told)}\n`);
process.exit();
