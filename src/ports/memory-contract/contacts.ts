// Deliveries and acts by the handful, for the stories that every memory must pass.

import { type EpochMs, epochMs } from "../../base/units.ts";
import { type ActivityKind, nothingOfItsOwn } from "../../model/activity.ts";
import type { Arrival } from "../../model/arrival.ts";
import type { ActorId, Host, ObjectId, Receipt, ViewKey } from "../../model/ids.ts";
import type { UpstreamAnswer } from "../../model/kept.ts";
import type { LocalAct } from "../../model/local-act.ts";
import type { Acquaintance, Repeats } from "../../model/observation.ts";
import type { Memory } from "../memory.ts";

/** Registers one story; each runs on an empty memory of its own. */
export type Story = (title: string, run: (memory: Memory) => Promise<void>) => void;

/** Counts up to here are exact; beyond, an adapter may say this number instead. */
export const exactUpTo = 40;

export const t0 = epochMs(Date.UTC(2026, 0, 5, 12));
export const key = "text:1f2e" as ViewKey;

export interface Said {
  readonly from?: string;
  readonly to?: readonly string[];
  readonly id?: string | undefined;
  /** Bytes of their own make another post of it; left out, the id speaks for them. */
  readonly body?: string;
  /** The inbox it was posted to. */
  readonly path?: string;
  readonly at?: EpochMs;
  readonly receipt?: string;
  readonly proven?: boolean;
  readonly kind?: ActivityKind;
  readonly replyTo?: string;
  /** Addressed to everybody. */
  readonly public?: boolean;
  /** When its author says that it was written. */
  readonly published?: EpochMs;
}

let receipts = 0;

/** `name@domain` of a remote actor becomes its id. */
export function remote(handle: string): ActorId {
  const [name, domain] = handle.split("@");
  return `https://${domain}/users/${name}` as ActorId;
}

export function local(name: string): ActorId {
  return `https://home.example/users/${name}` as ActorId;
}

/** A delivery that contacts `to` here; every call is a delivery of its own. */
export function contact(said: Said = {}): Arrival {
  const { from = "sam@a.example", to = ["alice"], at = t0, kind = "create" } = said;
  const receipt = (said.receipt ?? `r${++receipts}`) as Receipt;
  const id = "id" in said ? said.id : `${remote(from)}/activities/${receipt}`;
  const domain = from.split("@")[1] ?? "";
  const everybody = said.public === true ? ["https://www.w3.org/ns/activitystreams#Public"] : [];
  const addressed = { to: everybody, cc: [], audience: [], total: to.length };
  const notified = to.map((name) => ({ actor: local(name), via: "mention" as const }));
  const reply = said.replyTo === undefined ? [] : [said.replyTo as ObjectId];
  return {
    delivery: {
      receipt,
      at,
      path: said.path ?? "/inbox",
      headers: [],
      body: new TextEncoder().encode(said.body ?? id ?? ""),
      client: "192.0.2.1",
      scheme: "https",
    },
    activity: {
      kind,
      type: kind,
      id: id as ObjectId | undefined,
      actor: remote(from),
      addressed,
      published: said.published,
      objects: [{ kind: "post", post: emptyPost(reply) }],
      target: undefined,
      instrument: undefined,
      content: undefined,
      carries: nothingOfItsOwn,
    },
    authenticity: { kind: "unknown", signature: "none", keyId: "", why: "late", because: "" },
    authorProof: { kind: "none" },
    sender: {
      actor: remote(from),
      host: domain as Host,
      domain,
      proven: said.proven ?? true,
    },
    audience: { notified, notifiedTotal: notified.length, elsewhere: 0 },
  };
}

function emptyPost(inReplyTo: readonly ObjectId[]) {
  return {
    type: "Note",
    id: undefined,
    attributedTo: [],
    inReplyTo,
    quotes: [],
    replies: [],
    addressed: { to: [], cc: [], audience: [], total: 0 },
    directMessage: undefined,
    published: undefined,
    updated: undefined,
    sensitive: false,
    title: undefined,
    warning: undefined,
    bodies: [],
    options: [],
    notes: [],
    mentions: [],
    hashtags: [],
    emoji: [],
    attachments: [],
    links: [],
    tagsTotal: 0,
  };
}

export function status(code: number): UpstreamAnswer {
  return { kind: "answered", status: code, headers: [], body: new Uint8Array() };
}

/** What a judged delivery does to a memory; answers what `witness` answered. */
export async function judged(
  memory: Memory,
  said: Said,
  keys = [key],
): Promise<readonly Repeats[]> {
  const arrival = contact(said);
  const repeats = await memory.witness(arrival, keys);
  await memory.record(arrival);
  return repeats;
}

export async function delivered(memory: Memory, said: Said, code = 202): Promise<void> {
  const arrival = contact(said);
  await memory.witness(arrival, [key]);
  await memory.record(arrival);
  await memory.answered(arrival.delivery.receipt, status(code), arrival.delivery.at);
}

/** What somebody who never wrote would hear of `key`. */
export async function heard(
  memory: Memory,
  at: EpochMs = t0,
  view = key,
): Promise<Repeats | undefined> {
  const [repeats] = await memory.repeats(contact({ from: "asker@ask.example", at }), [view], at);
  return repeats;
}

export async function act(
  memory: Memory,
  by: string,
  action: LocalAct["action"],
  at = t0,
  actor = "sam@a.example",
): Promise<void> {
  await memory.notice({ at, action, by: local(by), actor: remote(actor) });
}

export async function solicited(
  memory: Memory,
  at = t0,
  to = ["alice"],
): Promise<readonly boolean[]> {
  const { ties } = await memory.acquaint(contact({ to, at }), at);
  return ties.map((tie) => tie.solicited);
}

export async function history(
  memory: Memory,
  at = t0,
  from = "sam@a.example",
): Promise<Acquaintance> {
  return memory.acquaint(contact({ from, to: ["nobody"], at }), at);
}
