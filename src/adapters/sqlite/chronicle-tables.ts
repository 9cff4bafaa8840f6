// The chronicle's tables, in the ledger's file: one file to back up, one thread that waits for it.

import type { ActivityKind } from "../../model/activity.ts";
import type { KeptState } from "../../model/kept.ts";
import type { Action } from "../../model/verdict.ts";
import type { PassReason, SenderEnd } from "../../ports/chronicle.ts";
import type { Done } from "../../ports/journal.ts";

export interface DecisionsTable {
  receipt: string;
  at: number;
  sender: string;
  host: string;
  proven: 0 | 1;
  activity: ActivityKind;
  recipients: number;
  action: Action;
  score: number;
  probability: number;
  path: "fast" | "judged";
  evidence: string;
  policy: string;
  done: Done;
  why: string | null;
  state: KeptState | null;
  state_at: number | null;
  answer: number | null;
  activity_id: string | null;
  object_id: string | null;
  campaign: string | null;
  /** JSON of what a later look found. */
  last: string | null;
}

export interface PassedTable {
  hour: number;
  reason: PassReason;
  count: number;
}

/** Proven senders of decisions. */
export interface SendersTable {
  sender: string;
  first_at: number;
  last_at: number;
  /** Whether something of it was to be kept back. */
  doubted: 0 | 1;
  ended: SenderEnd | null;
  ended_at: number | null;
  good_days: number;
  complaints: number;
  welcomes: number;
  looked_at: number | null;
  look_at: number | null;
}

export const chronicleTables = `
  create table decisions (
    receipt text primary key,
    at integer not null,
    sender text not null,
    host text not null,
    proven integer not null,
    activity text not null,
    recipients integer not null,
    action text not null,
    score real not null,
    probability real not null,
    path text not null,
    evidence text not null,
    policy text not null,
    done text not null,
    why text,
    state text,
    state_at integer,
    answer integer
  ) strict, without rowid;
  create index decisions_at on decisions (at, receipt);
  create index decisions_sender on decisions (sender);

  create table passed (
    hour integer not null,
    reason text not null,
    count integer not null,
    primary key (hour, reason)
  ) strict, without rowid;

  create table senders (
    sender text primary key,
    first_at integer not null,
    last_at integer not null,
    doubted integer not null,
    ended text,
    ended_at integer,
    good_days integer not null,
    complaints integer not null,
    welcomes integer not null,
    looked_at integer,
    look_at integer
  ) strict, without rowid;
  create index senders_look on senders (look_at) where look_at is not null;
  create index senders_last on senders (last_at);
`;
