// One's own settings: language, looks and zone. They lie in this browser's cookies.

import { html } from "hono/html";
import { z } from "zod";
import { day, second } from "../../../base/units.ts";
import { zoneNamed } from "../moments.ts";
import { type Answer, type Asked, type Route, readAs, WrongInput } from "../page.ts";
import { type Choice, savedNote, select } from "../pieces.ts";
import { settingsTabs } from "../settings-tabs.ts";
import { themeOf, themes } from "../themes.ts";
import { languageNames, languages } from "../words.ts";

export const settingsRoutes: readonly Route[] = [
  { method: "GET", path: "/settings", may: "self", answer: (asked) => settingsPage(asked) },
  { method: "POST", path: "/settings", may: "self", answer: save },
];

const form = z.object({
  language: z.enum([...languages, ""]),
  theme: z.enum(themes),
  zone: z.string().max(64),
});

const yearSeconds = (365 * day) / second;

function settingsPage(asked: Asked): Answer {
  const { words, cookie, formKey, moments, say } = asked;
  const saved = savedNote(asked, words.settings.saved);
  const language = languages.find((one) => one === cookie("language")) ?? "";
  const named = languages.map((one): Choice => [one, languageNames[one]]);
  const theme = themeOf(cookie("theme"));
  const looks = themes.map((one): Choice => [one, words.settings.themes[one]]);
  const hint = say(words.settings.zoneHint, { zone: moments.zone });
  const body = html`${settingsTabs(asked)}${saved}
<form method="post" action="/settings" class="narrow">${formKey}
<label>${words.settings.language}
${select("language", language, [["", words.settings.asBrowser], ...named])}</label>
<label>${words.settings.theme}${select("theme", theme, looks)}</label>
<label>${words.settings.zone}
<input name="zone" value="${moments.zone}" maxlength="64" required aria-describedby="zone-hint">
</label><small id="zone-hint">${hint}</small>
<button>${words.settings.save}</button></form>`;
  return { kind: "page", title: words.shell.settings, body };
}

function save({ form: given }: Asked): Answer {
  const { language, theme, zone } = readAs(form, given);
  const known = zoneNamed(zone.trim());
  if (known === undefined) throw new WrongInput(`"${zone}" is no time zone: try Europe/Berlin.`);
  const lasting = { maxAgeSeconds: yearSeconds };
  return {
    kind: "redirect",
    to: "/settings?saved",
    cookies: [
      { name: "language", value: language, ...lasting },
      { name: "theme", value: theme === "system" ? "" : theme, ...lasting },
      { name: "zone", value: known, ...lasting },
    ],
  };
}
