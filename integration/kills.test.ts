// A house is killed very often, most times inside a commit or a replay, and started again over
// what is left. KILLS=100 for a long look; the seed says where each life ends.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { folderDisk } from "../src/adapters/durable/disk.ts";
import { DurableMemory } from "../src/adapters/durable/durable-memory.ts";
import { seeded } from "../src/base/prng.ts";
import type { Death } from "../src/lab/kills/deadly.fixture.ts";
import {
  alice,
  clockOf,
  countsAfterMs,
  oneMore,
  sentAt,
} from "../src/lab/kills/lives-until-killed.fixture.ts";
import type { Receipt } from "../src/model/ids.ts";
import { contact } from "../src/ports/memory-contract/contacts.ts";
import { openStore } from "../src/wire/store.ts";

const kills = Number(process.env["KILLS"] ?? 12);
const seed = process.env["KILLS_SEED"] ?? "sudden ends";
/** Who did not come to its death by then is killed from outside. */
const lifeMsMax = 15_000;

const program = fileURLToPath(
  new URL("../src/lab/kills/lives-until-killed.fixture.ts", import.meta.url),
);
const inCommit = new URL("../src/lab/kills/kill-in-commit.fixture.ts", import.meta.url).href;
const folder = mkdtempSync(join(tmpdir(), "breakwater-kills-"));
after(() => rmSync(folder, { recursive: true, force: true }));

interface Life {
  readonly said: readonly string[];
  /** When its end was noticed, by the wall clock. */
  readonly endedAt: number;
  readonly diedIn: string | undefined;
  readonly signal: NodeJS.Signals | null;
}

interface End extends Omit<Death, "place"> {
  readonly place: Death["place"] | "commit";
}

/** How often each, beside one in eight that falls anywhere. */
const ends: readonly (readonly [End["place"], times: number, nthMax: number])[] = [
  ["commit", 7, 30],
  ["write", 3, 60],
  ["sync", 2, 60],
  ["rename", 1, 1],
  ["read", 2, 1],
  ["unsent", 3, 6],
  ["unfinished", 3, 6],
];
const drawn = ends.flatMap((end) => Array.from({ length: end[1] }, () => end));

function endOf(life: number, random: () => number): End {
  const [place, , nthMax] = drawn[Math.floor(random() * drawn.length)] ?? ["commit", 1, 1];
  const nth = 1 + Math.floor(random() * nthMax);
  // The first life finds nothing to replay.
  if (life === 0) return { place: "commit", nth };
  return { place: life % 8 === 7 ? "elsewhere" : place, nth };
}

async function live(life: number, { place, nth }: End, killAfterMs: number): Promise<Life> {
  const [there, env] =
    place === "commit"
      ? (["elsewhere", { ...process.env, KILL_IN_COMMIT: String(nth) }] as const)
      : ([place, process.env] as const);
  const args = ["--disable-warning=ExperimentalWarning", "--import", inCommit, program];
  const child = spawn(process.execPath, [...args, folder, `${life}`, there, `${nth}`], {
    stdio: ["ignore", "pipe", "inherit"],
    env,
  });
  const timer = setTimeout(() => child.kill("SIGKILL"), killAfterMs);
  const ended = new Promise((resolve) => child.once("close", resolve));
  let endedAt = 0;
  child.once("exit", () => {
    endedAt = Date.now();
  });
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) said.push(line);
  await ended;
  clearTimeout(timer);
  const last = said.at(-1) ?? "";
  const diedIn = last.startsWith("dies in ") ? last.slice("dies in ".length) : undefined;
  return { said, endedAt, diedIn, signal: child.signalCode };
}

test(`killed ${kills} times, it keeps what it promised`, { timeout: 900_000 }, async (t) => {
  const random = seeded(seed);
  const lives: Life[] = [];
  for (let life = 0; life < kills; life++) {
    const end = endOf(life, random);
    const patienceMs = end.place === "elsewhere" ? 700 + random() * 2000 : lifeMsMax;
    lives.push(await live(life, end, patienceMs));
    assert.equal(lives.at(-1)?.signal, "SIGKILL");
  }
  lives.push(await live(kills, { place: "end", nth: 0 }, 60_000));
  assert.equal(lives.at(-1)?.signal, null, "the last life ends in order");
  for (const line of lives.flatMap(({ said }) => said))
    assert.doesNotMatch(line, /^failed|^trouble/);

  const places = Map.groupBy(lives.slice(0, -1), ({ diedIn }) => diedIn ?? "elsewhere");
  for (const [place, some] of places) t.diagnostic(`${some.length} in ${place}`);
  const inside = kills - (places.get("elsewhere")?.length ?? 0);
  assert.ok(inside >= 0.8 * kills, `${inside} of ${kills} fell inside a commit or a replay`);

  deliveredOnce(lives, t.diagnostic.bind(t));
  await keptInLedger(lives);
  await remembered(lives, t.diagnostic.bind(t));
});

function told(lives: readonly Life[], word: string): readonly (readonly string[])[] {
  return lives
    .flatMap(({ said }) => said)
    .filter((line) => line.startsWith(`${word} `))
    .map((line) => line.split(" ").slice(1));
}

/** Everything came to the home server; twice only what was on its way there at a kill. */
function deliveredOnce(lives: readonly Life[], tell: (line: string) => void): void {
  const done = new Set<string>();
  const home = new Map<string, number>();
  let again = 0;
  for (const [life, { said }] of lives.entries()) {
    for (const [word, receipt = ""] of said.map((line) => line.split(" "))) {
      if (word === "done") done.add(receipt);
      if (word !== "home") continue;
      assert.ok(!done.has(receipt), `${receipt} was finished, and came again`);
      const before = home.get(receipt);
      assert.notEqual(before, life, `${receipt} came twice in one life`);
      if (before !== undefined) again++;
      home.set(receipt, life);
    }
  }
  const heard = told(lives, "heard");
  assert.ok(heard.length > 10 * kills);
  for (const [receipt = ""] of heard) assert.ok(home.has(receipt), `${receipt} never came home`);
  tell(`${heard.length} acknowledged, ${home.size} came home, ${again} of them twice`);
}

async function keptInLedger(lives: readonly Life[]): Promise<void> {
  const { ledger, close } = await openStore(folder);
  for (const [receipt, how] of told(lives, "heard")) {
    if (how !== "kept") continue;
    assert.equal((await ledger.find(receipt as Receipt))?.state, "delivered", receipt);
  }
  await close();
}

async function remembered(lives: readonly Life[], tell: (line: string) => void): Promise<void> {
  const options = { disk: folderDisk(folder), clock: clockOf(kills), tell: () => undefined };
  const memory = await DurableMemory.open(options);
  const meet = (receipt: string) => {
    const { arrival } = oneMore(receipt);
    const notified = [{ actor: alice, via: "mention" as const }];
    const audience = { notified, notifiedTotal: 1, elsewhere: 0 };
    return memory.acquaint({ ...arrival, audience }, sentAt(receipt));
  };
  for (const [receipt = "", how] of told(lives, "heard")) {
    const { actor } = await meet(receipt);
    assert.equal(actor.firstSeenAt, sentAt(receipt), `the first sight of ${receipt}`);
    if (how === "passed") assert.equal(actor.goodDays, 1, `the good day of ${receipt}`);
  }
  for (const [receipt = ""] of told(lives, "tied")) {
    assert.equal((await meet(receipt)).ties[0]?.solicited, true, `the tie of ${receipt}`);
  }
  for (const [receipt = ""] of told(lives, "ruled")) {
    assert.equal((await meet(receipt)).actor.condemned, 1, `the ruling about ${receipt}`);
  }
  const worstMs = await worstLoss(lives, memory);
  tell(`counts were lost of the last ${worstMs} ms at worst, written every ${countsAfterMs} ms`);
  assert.ok(worstMs <= 5 * countsAfterMs, "as ten seconds are to the shipped two");
  await memory.close();
}

/** How long before a kill the oldest count was made that is not there. */
async function worstLoss(lives: readonly Life[], memory: DurableMemory): Promise<number> {
  const asker = contact({ from: "asker@ask.example" });
  let worstMs = 0;
  let there = 0;
  for (const life of lives) {
    for (const [receipt = "", at] of told([life], "counted")) {
      const { keys, arrival } = oneMore(receipt);
      const repeats = await memory.repeats(asker, keys, arrival.delivery.at);
      if (repeats.length > 0) there++;
      else worstMs = Math.max(worstMs, life.endedAt - Number(at));
    }
  }
  assert.ok(there > kills);
  return worstMs;
}
