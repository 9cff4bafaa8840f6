// The ledger's tables as Kysely sees them; migrations.ts is how a file comes to have them.
//
// Moments are whole milliseconds, JSON and ids are text, bodies are blobs: types that
// PostgreSQL has as well.

import type { Generated } from "kysely";
import type { KeptState } from "../../model/kept.ts";
import type { LessonSource } from "../../model/lesson.ts";
import type { Rung } from "../../model/rung.ts";
import type { DecisionsTable, PassedTable, SendersTable } from "./chronicle-tables.ts";

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
  own_records: OwnRecordsTable;
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
  /** When the last way closes that the gate can go by itself; null: while it is kept, never. */
  open_until: number | null;
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
  kind: "forget" | "tell" | "campaign" | "split";
  /** Or a campaign's id. */
  actor: string;
  /** Null: not done yet. */
  answer: string | null;
}

/** What the house keeps of its own, many of a kind. */
export interface OwnRecordsTable {
  /** In the order of writing. */
  number: Generated<number>;
  kind: string;
  id: string;
  about: string;
  at: number;
  value: string;
}
