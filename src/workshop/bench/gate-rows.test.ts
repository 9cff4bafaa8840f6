import assert from "node:assert/strict";
import { test } from "node:test";
import { makeKeys } from "../../lab/sign.ts";
import { startHomeStub } from "./beside.ts";
import { calmLoad, type GateLoad, knownLoad, strangersLoad } from "./gate-loads.ts";
import { calmMix } from "./gate-mix.ts";
import { openGate, type Tally } from "./gate-rows.ts";
import { measureLoad } from "./load.ts";

const keys = await makeKeys(1);

/** How many of each type a load has, and how many of them name somebody here. */
function countsOf({ requests }: GateLoad): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { body } of requests) {
    const text = Buffer.from(body).toString();
    const { type } = JSON.parse(text) as { type: string };
    const what = text.includes("https://home.example/") ? `${type} here` : type;
    counts[what] = (counts[what] ?? 0) + 1;
  }
  return counts;
}

/** What the real gate kept back of a load. */
async function keptOf(load: GateLoad): Promise<Tally> {
  let kept: Tally = new Map();
  const home = await startHomeStub();
  const gate = await openGate(home.address, load, (tally) => {
    kept = tally;
  });
  try {
    await measureLoad(gate.address, load.requests, 4);
  } finally {
    await gate.stop();
    await home.stop();
  }
  return kept;
}

test("the calm mix has an ordinary inbox's proportions", () => {
  const shares = calmMix.reduce((sum, { share }) => sum + share, 0);
  assert.equal(shares, 1000);
  assert.deepEqual(countsOf(calmLoad(1000, keys)), {
    Create: 320,
    "Create here": 20,
    Announce: 282,
    "Announce here": 18,
    "Like here": 120,
    Delete: 140,
    Undo: 20,
    Update: 50,
    "Follow here": 15,
    "Accept here": 10,
    Add: 5,
  });
});

test("each sender's key is there, and nobody says twice the same", () => {
  for (const load of [calmLoad(50, keys), strangersLoad(50, keys), knownLoad(50, keys)]) {
    const shelved = new Set(load.documents.map(({ url }) => url));
    const said = new Set(load.requests.map(({ body }) => Buffer.from(body).toString()));
    assert.equal(said.size, 50, load.name);
    for (const text of said) {
      const { actor } = JSON.parse(text) as { actor: string };
      assert.ok(shelved.has(actor) && load.keys[`${actor}#main-key`] !== undefined, load.name);
    }
  }
});

test("the real gate lets all strangers settle, and passes on what was asked for", async () => {
  const strangers = strangersLoad(24, keys);
  const known = knownLoad(24, keys);
  const kept = await keptOf({
    ...known,
    requests: [...strangers.requests, ...known.requests],
    documents: [...strangers.documents, ...known.documents],
  });
  assert.deepEqual([...kept], [["settling", 24]]);
});
