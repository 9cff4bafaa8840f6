// The frame around every page.

import { html, raw } from "hono/html";
import { mayDo } from "../../model/desk.ts";
import type { Assets } from "./assets.ts";
import type { Asked, Html, PageAnswer } from "./page.ts";
import { themeOf } from "./themes.ts";

/** Pages in the bar, in the order of how often they are needed. */
const bar = [
  ["now", "/"],
  ["cases", "/cases"],
  ["senders", "/senders"],
  ["hosts", "/hosts"],
  ["signals", "/signals"],
  ["tuning", "/tuning"],
  ["rules", "/rules"],
  ["appeals", "/appeals"],
  ["audit", "/audit"],
  ["settings", "/settings"],
] as const;

/** A whole document. */
export function shell(asked: Asked, page: PageAnswer, assets: Assets): Html {
  const { language, words } = asked;
  const theme = themeOf(asked.cookie("theme"));
  const named = theme === "system" ? "" : html` data-theme="${theme}"`;
  const utc = asked.moments.zone === "UTC" ? html`<span data-utc>${words.shell.utc}</span>` : "";
  const island = (name: string): string => assets.url(`islands/${name}.js`);
  const islands = ["page", ...(page.islands ?? [])];
  return html`<!doctype html>
<html lang="${language}"${named} data-zone="${asked.moments.zone}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} · Breakwater</title>
<link rel="stylesheet" href="${assets.url("pico.css")}">
<link rel="stylesheet" href="${assets.url("desk.css")}">
${page.plots ? html`<link rel="stylesheet" href="${assets.url("uplot.css")}">` : ""}
<link rel="icon" href="${assets.url("icon.svg")}" type="image/svg+xml">
<script type="importmap">${raw(assets.importMap)}</script>
${islands.map((name) => html`<script type="module" src="${island(name)}"></script>`)}
</head>
<body>
<a class="skip" href="#content">${words.shell.skip}</a>
${header(asked, assets)}
<main id="content" tabindex="-1">
<h1>${page.title}</h1>
${page.body}
</main>
<footer><small>${utc}</small></footer>
</body>
</html>`;
}

function header(asked: Asked, assets: Assets): Html {
  const { words, say, visitor, formKey } = asked;
  const picture = html`<img src="${assets.url("icon.svg")}" alt="" width="22" height="22">`;
  const mark = html`<a class="mark" href="/">${picture}Breakwater</a>`;
  if (visitor === undefined) return html`<header class="bar">${mark}</header>`;
  const { who, role } = visitor;
  return html`<header class="bar">
${mark}
${mayDo(role, "read") ? navigation(asked) : ""}
<form method="post" action="/sign-out">${formKey}
<small>${say(words.shell.signedInAs, { who, role: words.shell[role] })}</small>
<button class="quiet">${words.shell.signOut}</button></form>
</header>`;
}

function navigation({ words, path }: Asked): Html {
  const links = bar.map(([name, to]) => {
    const here = to === "/" ? path === "/" : path === to || path.startsWith(`${to}/`);
    const current = here ? html` aria-current="page"` : "";
    return html`<li><a href="${to}"${current}>${words.shell[name]}</a></li>`;
  });
  return html`<nav aria-label="${words.shell.navigation}"><ul>${links}</ul></nav>`;
}
