// A text of the page that a stream may change.

import { html } from "hono/html";
import type { Html } from "../page.ts";
import type { Texts } from "./texts.ts";

/** Throws for a name that there is not. */
export function live(texts: Texts, name: string): Html {
  const text = texts[name];
  if (text === undefined) throw new Error(`no text is called ${name}`);
  return html`<span data-live="${name}">${text}</span>`;
}
