// What many pages hold, made alike: a screen reader and a stylesheet then know them everywhere.

import { html } from "hono/html";
import type { Asked, Html } from "./page.ts";

export type Choice = readonly [value: string, name: string];

/** A list to choose from, with one chosen. */
export function select(name: string, chosen: string, choices: readonly Choice[]): Html {
  const options = choices.map(([value, text]) => {
    const selected = value === chosen ? html` selected` : "";
    return html`<option value="${value}"${selected}>${text}</option>`;
  });
  return html`<select name="${name}">${options}</select>`;
}

/** The cells of a table's head, in their order. */
export function columnTitles(titles: readonly string[]): readonly Html[] {
  return titles.map((title) => html`<th scope="col">${title}</th>`);
}

/** Nothing unless a form that was just sent led here with `?saved`. */
export function savedNote({ query }: Asked, text: string): Html {
  return query.has("saved") ? html`<p role="status" class="note good">${text}</p>` : html``;
}
