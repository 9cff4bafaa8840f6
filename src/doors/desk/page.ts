// What a page of the desk is: an address, who may see it, and a function from what was asked to
// an answer. Pages know nothing of HTTP; app.ts does.

import type { HtmlEscapedString } from "hono/utils/html";
import type { z } from "zod";
import type { EpochMs } from "../../base/units.ts";
import { mayDo, type Permission, type Visitor } from "../../model/desk.ts";
import type { Hand } from "../../model/hand.ts";
import type { Challenges } from "./challenges.ts";
import type { DeskParts } from "./desk-parts.ts";
import type { EventStream } from "./event-streams.ts";
import type { Moments } from "./moments.ts";
import type { Visit } from "./visit-limits.ts";
import type { Speech } from "./words.ts";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface Asked extends Speech {
  readonly parts: DeskParts;
  /** Undefined only where anyone may ask. */
  readonly visitor: Visitor | undefined;
  readonly now: EpochMs;
  readonly moments: Moments;
  /** The path as it was asked for, without the query. */
  readonly path: string;
  /** From the route's path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Empty for a GET. At most 64 KiB. */
  readonly form: URLSearchParams;
  /** Hidden fields that every form needs. */
  readonly formKey: Html;
  /** The other end, as the proxy saw it: for limits, never shown. */
  readonly client: string;
  /** Browser and system, in two words; may be empty. */
  readonly device: string;
  /** What whoever has no account has to solve first. */
  readonly challenges: Challenges;
  /** The address of a file that pages load from us. */
  assetUrl(name: string): string;
  /** Who does what is done here. Throws where nobody has signed in. */
  hand(): Hand;
  /** The last event that a browser saw whose stream broke. */
  readonly lastEventId: string | undefined;
  /** The cookie of that name. */
  cookie(name: string): string | undefined;
}

export type Answer =
  | PageAnswer
  | {
      readonly kind: "redirect";
      /** A path of ours; elsewhere only where somebody is sent to sign in at home. */
      readonly to: string;
      readonly cookies?: readonly Cookie[];
    }
  | { readonly kind: "json"; readonly value: unknown; readonly status?: number }
  /** Events for as long as somebody listens and this goes on. */
  | { readonly kind: "stream"; run(stream: EventStream): Promise<void> };

export interface PageAnswer {
  readonly kind: "page";
  /** In the tab and as the heading. */
  readonly title: string;
  readonly body: Html;
  readonly status?: number;
  /** Modules to be loaded, by their names in `islands/`. */
  readonly islands?: readonly string[];
  /** Also loads what plots are drawn with. */
  readonly plots?: boolean;
  readonly cookies?: readonly Cookie[];
}

/** Ends with the browser's session unless it says how long it lasts. */
export interface Cookie {
  readonly name: string;
  /** Empty: it is taken away. */
  readonly value: string;
  readonly maxAgeSeconds?: number;
}

export interface Route {
  readonly method: "GET" | "POST";
  /** In Hono's syntax. */
  readonly path: string;
  readonly may: Permission | "anyone";
  /** How often strangers may ask for it: what anyone may send is an entry, or see, a look. */
  readonly visit?: Visit;
  answer(asked: Asked): Promise<Answer> | Answer;
}

/** What was sent is wrong: said to the visitor in a sentence, with status 400. */
export class WrongInput extends Error {
  override readonly name = "WrongInput";
}

/** What a page is about does not exist, or no longer: status 404. */
export class NotThere extends Error {
  override readonly name = "NotThere";
}

/** Query or form as a shape wants it; a name given twice counts once. Throws WrongInput. */
export function readAs<T>(shape: z.ZodType<T>, given: URLSearchParams): T {
  const parsed = shape.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new WrongInput(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`);
}

/** Not where nobody has signed in: what a page need not show, its route refuses anyway. */
export function visitorMay({ visitor }: Asked, permission: Permission): boolean {
  return visitor !== undefined && mayDo(visitor.role, permission);
}
