// What goes out to one person at once: a notice, several of them, or a digest.

import type { Language } from "./subscription.ts";

/** Plain text throughout: no channel renders any of it, and nothing in it is a link but `link`. */
export interface Letter {
  /** The same at each try: by it the other side knows a repeat. At most 32 of [A-Za-z0-9_-]. */
  readonly id: string;
  readonly kind: "notices" | "digest" | "test";
  /** One line. */
  readonly title: string;
  readonly lines: readonly string[];
  /** To the desk. */
  readonly link: string | undefined;
  readonly urgent: boolean;
  readonly language: Language;
  /** The same for programs, which only a webhook carries. */
  readonly notices: readonly object[];
}
