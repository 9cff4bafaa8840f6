// The parts of the settings: one's own, and those of the house.

import { html } from "hono/html";
import type { Permission } from "../../model/desk.ts";
import { type Asked, type Html, visitorMay } from "./page.ts";

/** In their order; a part is shown to whoever may see it. */
const parts = [
  ["yours", "/settings", "self"],
  ["notices", "/settings/notices", "self"],
  ["sessions", "/settings/sessions", "sessions"],
  ["access", "/settings/access", "admit"],
  ["house", "/settings/house", "read"],
] as const satisfies readonly (readonly [string, string, Permission])[];

/** Opens each page of the settings. */
export function settingsTabs(asked: Asked): Html {
  const { words, path } = asked;
  const shown = parts.filter(([, , may]) => visitorMay(asked, may));
  const links = shown.map(([name, to]) => {
    const current = path === to ? html` aria-current="page"` : "";
    return html`<a href="${to}"${current}>${words.settings.tabs[name]}</a>`;
  });
  return html`<nav class="tabs" aria-label="${words.shell.settings}">${links}</nav>`;
}
