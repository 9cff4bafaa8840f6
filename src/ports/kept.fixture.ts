// A kept delivery for contracts, tests and benches: whatever a test does not care about.

import { type EpochMs, epochMs, hour } from "../base/units.ts";
import type { Authenticity } from "../model/authenticity.ts";
import type { Delivery } from "../model/delivery.ts";
import type { ActorId, Host, ObjectId, Receipt, ViewKey } from "../model/ids.ts";
import type { Kept, UpstreamAnswer } from "../model/kept.ts";
import type { PolicyDigest, Verdict } from "../model/verdict.ts";

/** A Monday in 2026. Tests count from here. */
export const start: EpochMs = epochMs(Date.UTC(2026, 2, 2, 8));

/** `ms` after the start. */
export function later(ms: number): EpochMs {
  return epochMs(start + ms);
}

export const doubt: Verdict = {
  action: "settle",
  score: 3.5,
  probability: 0.69,
  path: "judged",
  campaign: undefined,
  evidence: [
    {
      symbol: "STRANGER_MENTIONS",
      group: "reach",
      strength: 0.5,
      decibans: 3.5,
      because: "addresses 5 people here who did not ask for it",
    },
  ],
  policy: "0123456789abcdef" as PolicyDigest,
};

/** The `number`-th delivery: settling, from a sender of its own, due a minute after the start. */
export function someKept(number: number, changes: Partial<Kept & Delivery> = {}): Kept {
  const post = `https://remote.example/notes/${number}`;
  const { receipt, at, path, headers, body, client, scheme, ...kept } = changes;
  const delivery: Delivery = {
    receipt: receipt ?? receiptOf(number),
    at: at ?? start,
    path: path ?? "/inbox",
    headers: headers ?? [
      ["Host", "home.example"],
      ["X-Twice", "one"],
      ["x-twice", "two"],
    ],
    body: body ?? bytes(JSON.stringify({ id: `${post}/activity`, type: "Create" })),
    client: client ?? "192.0.2.7",
    scheme: scheme ?? "https",
  };
  return {
    delivery,
    authenticity: provenBy(changes.sender ?? actor(number)),
    verdict: doubt,
    state: "settling",
    sender: actor(number),
    author: undefined,
    activityId: `${post}/activity` as ObjectId,
    objectId: post as ObjectId,
    keys: [`text:${number}` as ViewKey],
    recipients: [],
    dueAt: waits(changes.state) ? later(60_000) : undefined,
    replayUntil: later(hour),
    laterWays: [],
    attempts: 0,
    answer: undefined,
    triedBy: undefined,
    since: start,
    ruledBy: undefined,
    behind: undefined,
    eldest: undefined,
    ...kept,
  };
}

function waits(state: Kept["state"] = "settling"): boolean {
  return state === "settling" || state === "releasing";
}

export function receiptOf(number: number): Receipt {
  return `r${number}` as Receipt;
}

export function actor(number: number): ActorId {
  return `https://remote.example/users/${number}` as ActorId;
}

/** Its key signed it. */
export function provenBy(signer: ActorId): Authenticity {
  return {
    kind: "proven",
    signature: "draft-cavage",
    signer,
    signerHost: "remote.example" as Host,
    signedAt: start,
    expiresAt: undefined,
  };
}

/** The key that it names was not to be had: anybody may have written it. */
export const unproven: Authenticity = {
  kind: "unknown",
  signature: "draft-cavage",
  keyId: "https://remote.example/users/1#main-key",
  why: "late",
  because: "no answer in time",
};

export const refuted: Authenticity = {
  kind: "refuted",
  signature: "draft-cavage",
  why: "wrong-key",
  because: "another key signed it",
};

export function answered(status: number, body = ""): UpstreamAnswer {
  return { kind: "answered", status, headers: [["Server", "home"]], body: bytes(body) };
}

export const unreachable: UpstreamAnswer = {
  kind: "unreachable",
  because: "connection refused",
};

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
