import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { importsOf, sourceOf } from "../workshop/tidy-source.ts";
import {
  type Facts,
  judge,
  noWindows,
  observationOf,
  policyNamed,
  shippedPolicy,
  shippedSettings,
  understand,
} from "./engine.ts";

const at = Date.UTC(2026, 0, 5, 12);
const home = { origin: "https://home.example", actors: "https://home.example/users/" };
const stranger = "https://harbor.example/users/new";
const people = ["alice", "bob", "carol", "dan", "eve"].map((name) => `${home.actors}${name}`);

function mention(words: string): string {
  const tag = people.map((href) => ({ type: "Mention", href }));
  const object = { type: "Note", id: `${stranger}/1`, attributedTo: stranger, content: words, tag };
  return JSON.stringify({ type: "Create", id: `${stranger}/1/a`, actor: stranger, object });
}

const nobodyKnows: Partial<Facts> = {
  unsolicitedRecipients: people.length,
  actorHistory: {
    firstSeenAt: undefined,
    lastHeardAt: undefined,
    goodDays: 0,
    streamedDays: 0,
    unasked: 0,
    contacts: noWindows,
    welcomedBy: 0,
    vouchedBy: 0,
    complaints: 0,
    complaintWeight: 0,
    condemned: 0,
  },
};

function arrivalOf(body: string, signedBy?: string) {
  const arrival = understand({ body, at, home, ...(signedBy && { signedBy }) });
  assert.ok(arrival.ok);
  return arrival.value;
}

test("a stranger who names five people is judged from a body and two facts", () => {
  const arrival = arrivalOf(mention("<p>look at this</p>"), stranger);
  assert.deepEqual(
    arrival.audience.notified.map(({ actor }) => String(actor)),
    people,
  );
  assert.equal(arrival.sender.proven, true);
  const verdict = judge(observationOf(arrival, nobodyKnows), shippedPolicy);
  const symbols = verdict.evidence.map(({ symbol }) => symbol);
  assert.ok(symbols.includes("STRANGER_MENTIONS") && symbols.includes("NEWCOMER"), symbols.join());
  assert.notEqual(verdict.action, "accept");
});

test("what is not told is unknown, and speaks for nobody and against nobody", () => {
  const verdict = judge(observationOf(arrivalOf(mention("<p>hello</p>")), {}), shippedPolicy);
  assert.equal(verdict.action, "accept");
  assert.doesNotMatch(JSON.stringify(verdict.evidence), /NEWCOMER|STRANGER/);
});

test("a verdict carries the name of its policy", () => {
  const strict = policyNamed("strict", { ...shippedSettings, holdAt: -20 });
  const verdict = judge(observationOf(arrivalOf(mention("<p>hello</p>")), {}), strict);
  assert.equal(verdict.action, "hold");
  assert.equal(String(verdict.policy), "strict");
});

test("a body that is no activity is a value, not an exception", () => {
  const refused = understand({ body: "{", at, home });
  assert.ok(!refused.ok);
  assert.equal(refused.error.kind, "not-json");
});

/** All files that `path` leads to, itself included, and the packages they name. */
function reach(path: string, files = new Set<string>(), packages = new Set<string>()) {
  files.add(path);
  for (const { from } of importsOf(sourceOf(path, readFileSync(path, "utf8")))) {
    if (!from.startsWith(".")) packages.add(from);
    else {
      const next = fileURLToPath(new URL(from, `file://${path}`));
      if (!files.has(next)) reach(next, files, packages);
    }
  }
  return { files: [...files], packages: [...packages].sort() };
}

test("the engine reaches no file that waits or asks, and no package but two pure ones", () => {
  const entry = fileURLToPath(new URL("./engine.ts", import.meta.url));
  const { files, packages } = reach(entry);
  assert.deepEqual(packages, ["htmlparser2", "tldts"]);
  assert.ok(files.length > 50 && files.every((file) => existsSync(file)));
  const outside = files.filter((file) => !/\/src\/(?:base|model|engine)\/|engine\.ts$/.test(file));
  assert.deepEqual(outside, []);
  const runtimes = /\b(?:Buffer|process|require|globalThis|setTimeout|performance|Deno|Bun)\b/;
  const asks = /\b(?:fetch|Date\.now|Math\.random|async)\b/;
  const impure = files.filter((file) => {
    const { code } = sourceOf(file, readFileSync(file, "utf8"));
    return runtimes.test(code) || asks.test(code);
  });
  assert.deepEqual(impure, []);
});
