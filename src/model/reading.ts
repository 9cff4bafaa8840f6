// A post as a person would see it, and as we compare it. Derived once, by pure code.

import type { Host, ObjectId, ViewKey } from "./ids.ts";

export interface Reading {
  /** Visible text: title, warning, bodies, options, alt texts; no markup, real mentions as `@`. */
  readonly text: string;
  /** The same normalised for comparison, never for display: see engine/text/normalize.ts. */
  readonly comparable: string;
  readonly links: readonly Link[];
  /** Handles named, local and remote, in order. */
  readonly mentions: readonly string[];
  readonly hashtags: readonly string[];
  readonly attachments: number;
  readonly blurhashes: readonly string[];
  readonly visibility: Visibility;
  readonly replyTo: ReplyContext;
  /** What it points at without carrying it: posts boosted, liked or quoted, actors followed. */
  readonly about: readonly ObjectId[];
  /** BCP 47 as the sender says; undefined where it says nothing. */
  readonly language: string | undefined;
  /** What normalising had to undo: evasion is evidence by itself. */
  readonly disguise: Disguise;
  /** What it is compared by; empty for what has no content of its own. */
  readonly keys: readonly ViewKey[];
}

export interface Link {
  readonly url: string;
  readonly host: Host;
  /** Registrable domain, private suffixes kept apart. */
  readonly domain: string;
  /** On the sender's own registrable domain. */
  readonly own: boolean;
}

export type Visibility = "public" | "unlisted" | "followers" | "direct" | "none";

export type ReplyContext =
  | { readonly kind: "none" }
  | { readonly kind: "local"; readonly post: ObjectId }
  | { readonly kind: "remote"; readonly post: ObjectId };

/** To a post of ours or to one elsewhere. */
export function isAnswer({ replyTo }: Pick<Reading, "replyTo">): boolean {
  return replyTo.kind !== "none";
}

export interface Disguise {
  /** Zero-width, bidi and other invisible characters inside the text. */
  readonly invisible: number;
  /** Letters of another script inside an otherwise Latin word. */
  readonly lookalikes: number;
  /** Words cut by markup, or text hidden by it. */
  readonly markup: number;
}

export const undisguised: Disguise = { invisible: 0, lookalikes: 0, markup: 0 };
