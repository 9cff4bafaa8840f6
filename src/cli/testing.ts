// What the tests of commands stand on: an output that remembers, a place with nothing in it, and
// something that was kept.

import { after, epochMs, hour } from "../base/units.ts";
import type { ActorId, Host, ObjectId, Receipt } from "../model/ids.ts";
import type { Kept } from "../model/kept.ts";
import type { Evidence, PolicyDigest, Verdict } from "../model/verdict.ts";
import { type Config, loadConfig } from "../services/config.ts";
import type { Context } from "./context.ts";
import type { Output } from "./output.ts";

export interface FakeOutput extends Output {
  /** The answer so far. */
  text(): string;
  /** What was said beside it. */
  asides(): string;
}

export function fakeOutput(more: Partial<Output> = {}): FakeOutput {
  let text = "";
  let asides = "";
  return {
    line: (line = "") => {
      text += `${line}\n`;
    },
    write: (part) => {
      text += part;
    },
    aside: (line) => {
      asides += `${line}\n`;
    },
    width: 100,
    colours: false,
    interactive: false,
    text: () => text,
    asides: () => asides,
    ...more,
  };
}

/** A context in an empty place, at a set moment, with nothing on standard input. */
export function fakeContext(more: Partial<Context> = {}): Context & { output: FakeOutput } {
  const output = fakeOutput();
  return {
    output,
    environment: { USER: "alice" },
    directory: "/nowhere",
    pid: 4711,
    input: bytesOf(""),
    now: () => testMoment,
    stopping: () => new AbortController().signal,
    onHangup: () => undefined,
    parts: () => Promise.reject(new Error("this test has no parts")),
    ...more,
  } as Context & { output: FakeOutput };
}

export const testMoment = epochMs(Date.UTC(2026, 10, 23, 12));

export async function* bytesOf(...texts: readonly (string | Uint8Array)[]) {
  for (const text of texts) yield typeof text === "string" ? new TextEncoder().encode(text) : text;
}

/** The shipped configuration. */
export function shippedConfig(): Config {
  const loaded = loadConfig({});
  if (!loaded.ok) throw new Error("the shipped configuration does not load");
  return loaded.value.config;
}

export const testVerdict: Verdict = {
  action: "settle",
  score: 1.5,
  probability: 0.585,
  path: "judged",
  campaign: undefined,
  evidence: [
    evidence("REPEATED_TEXT", "repetition", 1, 9, "three others sent this"),
    evidence("NEW_HOST", "acquaintance", 0.5, 4, "nobody here knows spam.example"),
    evidence("STRANGER", "acquaintance", 1, 3, "\u001b[2Jno one has met @bob"),
    evidence("REPLY", "trust", 1, -1.5, "answers a post of ours"),
  ],
  policy: "0123456789abcdef" as PolicyDigest,
};

function evidence(
  symbol: string,
  group: string,
  strength: number,
  decibans: number,
  because: string,
): Evidence {
  return { symbol, group, strength, decibans, because };
}

/** A held direct note from spam.example. */
export function heldDelivery(receipt: string): Kept {
  const sender = "https://spam.example/users/bob" as ActorId;
  const body = new TextEncoder().encode('{"type":"Create","content":"a \\u001b[2J b"}');
  return {
    delivery: {
      receipt: receipt as Receipt,
      at: testMoment,
      path: "/users/alice/inbox",
      headers: [],
      body,
      client: "203.0.113.9",
      scheme: "https",
    },
    authenticity: {
      kind: "proven",
      signature: "draft-cavage",
      signer: sender,
      signerHost: "spam.example" as Host,
      signedAt: testMoment,
      expiresAt: undefined,
    },
    verdict: { ...testVerdict, action: "hold" },
    state: "held",
    sender,
    author: undefined,
    activityId: `https://spam.example/a/${receipt}` as ObjectId,
    objectId: `https://spam.example/n/${receipt}` as ObjectId,
    keys: [],
    recipients: [],
    dueAt: undefined,
    replayUntil: after(testMoment, hour),
    laterWays: [],
    attempts: 0,
    answer: undefined,
    triedBy: undefined,
    since: testMoment,
    ruledBy: undefined,
    behind: undefined,
    eldest: undefined,
  };
}
