// The traffic log: what one server's inbox saw, line by line. docs/traffic-log.md has the format.

import { err, ok, type Result } from "../base/result.ts";
import { type EpochMs, parseTime } from "../base/units.ts";
import type { ActorId } from "./ids.ts";
import { type LocalAct, localActions } from "./local-act.ts";

export type TrafficEvent =
  | {
      readonly type: "traffic-log";
      readonly at: EpochMs;
      readonly origin: string;
      readonly actors: string;
      readonly software: string | undefined;
    }
  | {
      readonly type: "document";
      readonly at: EpochMs;
      readonly url: string;
      /** JSON text; null: gone. */
      readonly body: string | null;
    }
  | {
      readonly type: "delivery";
      readonly at: EpochMs;
      readonly id: string;
      readonly inbox: string;
      readonly ip: string;
      readonly signature: "valid" | "forwarded" | "invalid" | "absent";
      readonly signedBy: ActorId | undefined;
      /** JSON text. */
      readonly activity: string;
    }
  | ({ readonly type: "local" } & LocalAct)
  | {
      readonly type: "label";
      readonly at: EpochMs;
      readonly delivery: string;
      readonly label: "spam" | "ham";
      readonly by: string;
    }
  | { readonly type: "unknown"; readonly at: EpochMs; readonly name: string };

/** What is wrong with a line, in words that may follow "FILE:LINE: ". */
export type BadLine = { readonly kind: "bad-line"; readonly because: string };

type Fields = Readonly<Record<string, unknown>>;

/** One line, without its line end. Unknown fields are ignored, an unknown `type` is a value. */
export function parseTrafficLine(line: string): Result<TrafficEvent, BadLine> {
  const fields = parseFields(line);
  if (fields === undefined) return bad("not a JSON object");
  const { type } = fields;
  if (typeof type !== "string") return bad("has no type");
  const at = typeof fields["at"] === "string" ? parseTime(fields["at"]) : undefined;
  if (at === undefined)
    return bad(`a ${type} event needs "at", a time such as 2026-01-05T10:04:00.000Z`);
  return parseEvent(type, at, fields);
}

function parseEvent(type: string, at: EpochMs, fields: Fields): Result<TrafficEvent, BadLine> {
  switch (type) {
    case "traffic-log":
      return parseHeader(at, fields);
    case "document":
      return parseDocumentEvent(at, fields);
    case "delivery":
      return parseDeliveryEvent(at, fields);
    case "local":
      return parseLocal(at, fields);
    case "label":
      return parseLabel(at, fields);
    default:
      return ok({ type: "unknown", at, name: type.slice(0, 64) });
  }
}

function parseHeader(at: EpochMs, fields: Fields): Result<TrafficEvent, BadLine> {
  if (fields["version"] !== 1) return bad("this log's version is not 1, the only one there is");
  const home = asFields(fields["home"]);
  const origin = text(home?.["origin"]);
  const actors = text(home?.["actors"]);
  if (origin === undefined || actors === undefined) return bad("home needs origin and actors");
  return ok({ type: "traffic-log", at, origin, actors, software: text(home?.["software"]) });
}

function parseDocumentEvent(at: EpochMs, fields: Fields): Result<TrafficEvent, BadLine> {
  const url = text(fields["url"]);
  if (url === undefined) return bad("a document event needs a url");
  const body = fields["body"] ?? null;
  return ok({ type: "document", at, url, body: body === null ? null : JSON.stringify(body) });
}

function parseDeliveryEvent(at: EpochMs, fields: Fields): Result<TrafficEvent, BadLine> {
  const id = text(fields["id"]);
  const inbox = text(fields["inbox"]);
  if (id === undefined || inbox === undefined) return bad("a delivery needs id and inbox");
  const signature = fields["signature"] ?? "valid";
  if (!oneOf(signature, ["valid", "forwarded", "invalid", "absent"] as const)) {
    return bad("signature must be valid, forwarded, invalid or absent");
  }
  const signedBy = text(fields["signedBy"]) as ActorId | undefined;
  if (signature === "forwarded" && signedBy === undefined) {
    return bad("a forwarded delivery needs signedBy");
  }
  const activity = JSON.stringify(fields["activity"] ?? null);
  const ip = text(fields["ip"]) ?? "";
  return ok({ type: "delivery", at, id, inbox, ip, signature, signedBy, activity });
}

function parseLocal(at: EpochMs, fields: Fields): Result<TrafficEvent, BadLine> {
  const { action } = fields;
  const by = text(fields["by"]) as ActorId | undefined;
  const actor = text(fields["actor"]) as ActorId | undefined;
  if (by === undefined || actor === undefined) return bad("a local event needs by and actor");
  if (!oneOf(action, localActions)) return bad(`unknown local action ${JSON.stringify(action)}`);
  return ok({ type: "local", at, action, by, actor });
}

function parseLabel(at: EpochMs, fields: Fields): Result<TrafficEvent, BadLine> {
  const { label } = fields;
  const delivery = text(fields["delivery"]);
  const by = text(fields["by"]);
  if (delivery === undefined || by === undefined) return bad("a label needs delivery and by");
  if (!oneOf(label, ["spam", "ham"] as const)) return bad("a label is spam or ham");
  return ok({ type: "label", at, delivery, label, by });
}

function bad(because: string): Result<never, BadLine> {
  return err({ kind: "bad-line", because });
}

function parseFields(line: string): Fields | undefined {
  try {
    return asFields(JSON.parse(line));
  } catch {
    return undefined;
  }
}

function asFields(value: unknown): Fields | undefined {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? (value as Fields) : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function oneOf<const T extends string>(value: unknown, all: readonly T[]): value is T {
  return typeof value === "string" && (all as readonly string[]).includes(value);
}
