// A decision for contracts, tests and benches: whatever a test does not care about.

import { hour } from "../base/units.ts";
import type { ActorId, Host, ObjectId, Receipt } from "../model/ids.ts";
import type { PolicyDigest } from "../model/verdict.ts";
import type { Decision } from "./chronicle.ts";
import { later } from "./kept.fixture.ts";

/** The `number`-th decision: a stranger of its own who was to settle, `number` hours in. */
export function someDecision(number: number, changes: Partial<Decision> = {}): Decision {
  return {
    receipt: `r${number}` as Receipt,
    at: later(number * hour),
    sender: senderOf(number),
    host: "remote.example" as Host,
    proven: true,
    activity: "create",
    activityId: `https://remote.example/notes/${number}/activity` as ObjectId,
    objectId: `https://remote.example/notes/${number}` as ObjectId,
    recipients: 3,
    action: "settle",
    score: 3.5,
    probability: 0.69,
    path: "judged",
    evidence: [{ symbol: "STRANGER_MENTIONS", group: "reach", strength: 0.5, decibans: 3.5 }],
    campaign: undefined,
    policy: "0123456789abcdef" as PolicyDigest,
    done: "passed",
    why: "watching only",
    state: undefined,
    stateAt: undefined,
    last: undefined,
    answer: undefined,
    ...changes,
  };
}

export function senderOf(number: number): ActorId {
  return `https://remote.example/users/${number}` as ActorId;
}
