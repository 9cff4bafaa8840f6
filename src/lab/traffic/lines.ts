// The lines of a traffic log as the lab makes them; docs/traffic-log.md has the format.

import { type EpochMs, isoTime } from "../../base/units.ts";
import type { LocalAct } from "../../model/local-act.ts";
import type { Json } from "../activities.ts";

export type LogLine = Header | Page | DeliveryLine | LocalLine | LabelLine;

export interface Header {
  readonly type: "traffic-log";
  readonly version: 1;
  readonly at: EpochMs;
  readonly home: { readonly origin: string; readonly actors: string; readonly software?: string };
}

/** From `at` a GET of `url` answers `body`; null: gone. */
export interface Page {
  readonly type: "document";
  readonly at: EpochMs;
  readonly url: string;
  readonly body: Json | null;
}

export interface DeliveryLine {
  readonly type: "delivery";
  readonly at: EpochMs;
  readonly id: string;
  readonly inbox: string;
  readonly ip: string;
  readonly signature: "valid" | "forwarded";
  /** Who signed it, where `forwarded`. */
  readonly signedBy?: string;
  readonly activity: Json;
}

export interface LocalLine {
  readonly type: "local";
  readonly at: EpochMs;
  readonly action: LocalAct["action"];
  /** Ids of the local and of the remote actor. */
  readonly by: string;
  readonly actor: string;
  /** The post concerned, where there is one. */
  readonly object?: string;
}

export interface LabelLine {
  readonly type: "label";
  readonly at: EpochMs;
  /** Of an earlier line. */
  readonly delivery: string;
  readonly label: "spam" | "ham";
  /** `moderator`, or a local actor's id. */
  readonly by: string;
}

/** As it stands in the log, without its line end. */
export function lineOf(line: LogLine): string {
  return JSON.stringify({ ...line, at: isoTime(line.at) });
}

/** What the lab knows of a delivery, in the form of the file that stands beside a log. */
export type Truth = {
  readonly delivery: string;
  /** How many local people it notifies. */
  readonly recipients: number;
} & Nature;

/** What a delivery is; no filter is told. */
export type Nature =
  | { readonly truth: "spam"; readonly attack: string }
  | { readonly truth: "ham"; readonly class: string; readonly first?: true };
