// The ledger's tables as Kysely sees them, and how a file comes to have them.
//
// Moments are whole milliseconds, JSON and ids are text, bodies are blobs: types that
// PostgreSQL has as well.

import type { Generated } from "kysely";
import type { KeptState } from "../../model/kept.ts";
import type { LessonSource } from "../../model/lesson.ts";
import type { Rung } from "../../model/rung.ts";
import {
  chronicleTables,
  type DecisionsTable,
  type PassedTable,
  type SendersTable,
} from "./chronicle-tables.ts";

export interface Tables {
  kept: KeptTable;
  kept_bytes: KeptBytesTable;
  rules: RulesTable;
  reports: ReportsTable;
  settings: SettingsTable;
  documents: DocumentsTable;
  decisions: DecisionsTable;
  passed: PassedTable;
  senders: SendersTable;
  errands: ErrandsTable;
  rulings: RulingsTable;
  campaigns: CampaignsTable;
  recalls: RecallsTable;
  lessons: LessonsTable;
}

export interface KeptTable {
  /** In the order of keeping. */
  seq: Generated<number>;
  receipt: string;
  /** SHA-256 over what makes a delivery a repeat of another. */
  repeat_key: string;
  /** The same without the inbox. */
  sibling_key: string;
  state: KeptState;
  claimed_from: "settling" | "held" | null;
  due_at: number | null;
  since: number;
  attempts: number;
  ruled_by: string | null;
  /** Receipts: of what it must not overtake, and of the first of its siblings. */
  behind: string | null;
  eldest: string | null;
  /** What it is counted under, and how much of it is still here. */
  domain: string | null;
  block: string | null;
  view: string | null;
  bytes: number;
  arrived_at: number;
  replay_until: number;
  sender: string;
  /** The sender, where its key proved it. */
  signer: string | null;
  activity_id: string | null;
  object_id: string | null;
  path: string;
  client: string;
  scheme: "https" | "http";
  authenticity: string;
  verdict: string;
  view_keys: string;
  answer_status: number | null;
  answer_because: string | null;
  later_ways: string;
  tried_by: Rung | null;
  author: string | null;
  /** What it belongs to. The verdict's own word on it is not read. */
  campaign: string | null;
  /** A JSON list. */
  recipients: string;
}

/** Everybody's words, apart from the rest: a row is deleted, and they are gone. */
export interface KeptBytesTable {
  seq: number;
  whose: "sender" | "home";
  headers: string;
  body: Uint8Array;
}

export interface RulesTable {
  /** `recipient`: one of our own people; the others are about senders. */
  kind: "host" | "actor" | "recipient";
  subject: string;
  decision: "allow" | "refuse" | "off" | "consent";
  made_by: string;
  why: string;
  made_at: number;
  expires_at: number | null;
}

/** Reports on the same people on one day. */
export interface ReportsTable {
  day: number;
  /** A JSON list, sorted. */
  subjects: string;
  count: number;
  /** A JSON list. */
  domains: string;
  first_at: number;
  last_at: number;
}

export interface SettingsTable {
  name: string;
  value: string;
}

export interface DocumentsTable {
  /** In the order of writing: a replaced row counts as new. */
  seq: Generated<number>;
  url: string;
  fetched_at: number;
  kind: "found" | "gone" | "failed";
  /** The body, or why there is none. */
  content: string;
}

/** Of whom a gate has to learn; a row goes once it has. */
export interface RulingsTable {
  number: Generated<number>;
  /** Empty: it is on a campaign as a whole. */
  receipt: string;
  ruling: "ham" | "spam";
  by: string;
  at: number;
  /** Null: what was ruled on is not proven. */
  sender: string | null;
  campaign: string | null;
}

/** A campaign that was ruled on, or has met another. */
export interface CampaignsTable {
  id: string;
  /** Null: it still goes by this. */
  leads_to: string | null;
  ruling: "ham" | "spam" | null;
  ruled_by: string | null;
  ruled_at: number | null;
  /** When anything was last written of it. */
  noted_at: number;
}

/** Posts that the home server took and that are to be withdrawn there. */
export interface RecallsTable {
  receipt: string;
  campaign: string;
  sender: string;
  activity_id: string | null;
  object_id: string | null;
  /** A JSON list. */
  recipients: string;
  arrived_at: number;
  listed_at: number;
  recalled_at: number | null;
}

/** What was learned here of words. */
export interface LessonsTable {
  /** In the order of learning. */
  number: Generated<number>;
  about: string;
  label: "spam" | "ham";
  /** Salted, as is `sender`. */
  author: string;
  sender: string | null;
  source: LessonSource;
  is_public: number;
  at: number;
  receipt: string | null;
  /** 1: somebody went back to a day before it. */
  aside: number;
  features: Uint8Array;
}

/** Asked of a running gate; a row goes with its answer. */
export interface ErrandsTable {
  kind: "forget" | "tell" | "campaign";
  /** Or a campaign's id. */
  actor: string;
  /** Null: not done yet. */
  answer: string | null;
}

/**
 * From an empty file to today's tables. The place in the list is the version a file has after
 * it (`user_version`): only ever add at the end.
 */
export const migrations: readonly string[] = [
  `
  create table kept (
    seq integer primary key,
    receipt text not null unique,
    repeat_key text not null unique,
    state text not null,
    claimed_from text,
    due_at integer,
    since integer not null,
    attempts integer not null,
    ruled_by text,
    arrived_at integer not null,
    replay_until integer not null,
    sender text not null,
    activity_id text,
    object_id text,
    path text not null,
    client text not null,
    scheme text not null,
    authenticity text not null,
    verdict text not null,
    view_keys text not null,
    answer_status integer,
    answer_because text
  ) strict;
  create index kept_due on kept (due_at, seq) where due_at is not null;
  create index kept_newest on kept (state, arrived_at desc, seq desc);
  create index kept_since on kept (state, since);
  create index kept_sender on kept (sender);

  create table kept_bytes (
    seq integer not null references kept (seq) on delete cascade,
    whose text not null,
    headers text not null,
    body blob not null,
    primary key (seq, whose)
  ) strict;

  create table rules (
    kind text not null,
    subject text not null,
    decision text not null,
    made_by text not null,
    why text not null,
    made_at integer not null,
    expires_at integer,
    primary key (kind, subject)
  ) strict;

  create table settings (name text primary key, value text not null) strict;

  create table documents (
    seq integer primary key,
    url text not null unique,
    fetched_at integer not null,
    kind text not null,
    content text not null
  ) strict;
  `,
  `
  alter table kept add column signer text;
  update kept set signer = sender where authenticity ->> 'kind' = 'proven';
  drop index kept_sender;
  create index kept_signer on kept (signer);
  `,
  chronicleTables,
  `
  alter table kept add column later_ways text not null default '[]';
  alter table kept add column tried_by text;
  `,
  // What was kept before this has no siblings, and nothing waits behind it.
  `
  alter table kept add column sibling_key text not null default '';
  alter table kept add column behind text;
  alter table kept add column eldest text;
  update kept set sibling_key = repeat_key;
  create index kept_sibling on kept (sibling_key, seq);
  create index kept_behind on kept (behind, seq) where behind is not null;
  create index kept_object on kept (sender, object_id);
  create index kept_activity on kept (sender, activity_id);
  `,
  // What was kept before this counts in all, and under nobody's name.
  `
  alter table kept add column domain text;
  alter table kept add column block text;
  alter table kept add column view text;
  alter table kept add column bytes integer not null default 0;
  update kept set bytes = coalesce((
    select length(body) + length(headers) from kept_bytes
    where kept_bytes.seq = kept.seq and whose = 'sender'
  ), 0);
  create index kept_usage on kept (domain, block, view, state, bytes);
  `,
  `
  create table errands (
    kind text not null,
    actor text not null,
    answer text,
    primary key (kind, actor)
  ) strict, without rowid;
  `,
  `
  alter table kept add column author text;
  create index kept_author on kept (author) where author is not null;
  `,
  `
  create table reports (
    day integer not null,
    subjects text not null,
    count integer not null,
    domains text not null,
    first_at integer not null,
    last_at integer not null,
    primary key (day, subjects)
  ) strict;
  create index reports_last on reports (last_at);
  `,
  `
  create table rulings (
    number integer primary key autoincrement,
    receipt text not null,
    ruling text not null,
    by text not null,
    at integer not null,
    sender text
  ) strict;
  `,
  `
  alter table kept add column campaign text;
  alter table kept add column recipients text not null default '[]';
  create index kept_campaign on kept (campaign, state) where campaign is not null;
  alter table rulings add column campaign text;
  create table campaigns (
    id text primary key,
    leads_to text,
    ruling text,
    ruled_by text,
    ruled_at integer,
    noted_at integer not null
  ) strict;
  `,
  `
  alter table decisions add column activity_id text;
  alter table decisions add column object_id text;
  create table recalls (
    receipt text primary key,
    campaign text not null,
    sender text not null,
    activity_id text,
    object_id text,
    recipients text not null,
    arrived_at integer not null,
    listed_at integer not null,
    recalled_at integer
  ) strict, without rowid;
  create index recalls_newest on recalls (campaign, arrived_at desc);
  create index recalls_sender on recalls (sender);
  `,
  `
  create table lessons (
    number integer primary key autoincrement,
    about text not null unique,
    label text not null,
    author text not null,
    sender text,
    source text not null,
    is_public integer not null,
    at integer not null,
    receipt text,
    aside integer not null,
    features blob not null
  ) strict;
  create index lessons_source on lessons (source, at);
  create index lessons_sender on lessons (sender) where sender is not null;
  `,
  `
  alter table decisions add column campaign text;
  alter table decisions add column last text;
  `,
  `
  create index kept_ruled on kept (arrived_at desc, seq desc) where ruled_by is not null;
  `,
];
