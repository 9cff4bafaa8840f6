// One piece of a post: a body, a title, an option. What a person sees of it, the words
// to compare it by, and the addresses in it.

import type { PostBody } from "../../model/activity.ts";
import { type Run, readHtml } from "./html.ts";
import { withoutSourceMarks } from "./source-marks.ts";
import { type Span, urlsIn } from "./urls.ts";

export interface Piece {
  /** For the eye: white space tidied, real mentions as `@`. */
  readonly text: string;
  /** For comparing: without mentions and addresses. */
  readonly words: string;
  readonly links: readonly string[];
  /** What markup hides from readers of some servers. */
  readonly hidden: string;
  readonly cuts: number;
}

/** Whom a post names and tags, as its tags say: what in its text is a mention and not a link. */
export interface Named {
  /** Lower case, without `@` and host. */
  readonly users: ReadonlySet<string>;
  readonly hosts: ReadonlySet<string>;
  /** Lower case, without `#`. */
  readonly hashtags: ReadonlySet<string>;
  /** Where the author's hashtags lead. */
  readonly authorHost: string | undefined;
}

export function readPiece(source: Pick<PostBody, "format" | "text">, named: Named): Piece {
  const { runs, hidden, cuts } =
    source.format === "html" ? readHtml(source.text) : plain(source.text, named);
  const draft: Draft = { text: "", words: "", links: [] };
  for (const run of runs) {
    if (run.link === undefined) addText(draft, run.text, named);
    else addLink(draft, run, named);
  }
  return { text: tidy(draft.text), words: draft.words, links: draft.links, hidden, cuts };
}

/** Titles and content warnings are plain on some servers and HTML on others. */
export function formatOf(text: string): PostBody["format"] {
  return /<\/?[a-z]|&#?\w+;/i.test(text) ? "html" : "text";
}

interface Draft {
  text: string;
  words: string;
  readonly links: string[];
}

function plain(text: string, named: Named): { runs: readonly Run[]; hidden: string; cuts: number } {
  const runs = [{ text: withoutSourceMarks(text, named.hosts), link: undefined }];
  return { runs, hidden: "", cuts: 0 };
}

function addText(draft: Draft, text: string, named: Named): void {
  let at = 0;
  for (const { start, end } of urlsIn(text)) {
    addWords(draft, text.slice(at, start), named);
    addUrl(draft, text, { start, end });
    at = end;
  }
  addWords(draft, at === 0 ? text : text.slice(at), named);
}

function addUrl(draft: Draft, text: string, { start, end }: Span): void {
  const url = text.slice(start, end);
  draft.links.push(url);
  draft.text += url;
  draft.words += " ";
}

const handle = /@([\p{L}\p{N}_][\p{L}\p{N}_.-]*)(?:@[\p{L}\p{N}.-]+)?/gu;

function addWords(draft: Draft, text: string, named: Named): void {
  if (named.users.size === 0 || !text.includes("@")) {
    draft.text += text;
    draft.words += text;
    return;
  }
  const isNamed = (user: string): boolean => named.users.has(user.toLowerCase());
  draft.text += text.replace(handle, (all, user: string) => (isNamed(user) ? "@" : all));
  draft.words += text.replace(handle, (all, user: string) => (isNamed(user) ? " " : all));
}

function addLink(draft: Draft, { text, link }: Run, named: Named): void {
  const label = tidy(text);
  const href = link?.href ?? "";
  if (isHashtag(label, href, named)) {
    draft.text += label;
    draft.words += label;
  } else if (isMention(label, link?.classes ?? "", href, named)) {
    addMention(draft, label, named);
  } else {
    draft.links.push(href);
    const address = isAddress(label, href);
    draft.text += address ? href : text;
    if (address) draft.words += " ";
    else addLabel(draft, text);
  }
}

/** An address in a link's label counts as a link of its own: the two may differ on purpose. */
function addLabel(draft: Draft, label: string): void {
  let at = 0;
  for (const { start, end } of urlsIn(label)) {
    draft.words += `${label.slice(at, start)} `;
    draft.links.push(label.slice(start, end));
    at = end;
  }
  draft.words += label.slice(at);
}

/** It looks like one, and it leads where one of the mentioned actors is. */
function isMention(label: string, classes: string, href: string, named: Named): boolean {
  if (named.hosts.size === 0) return false;
  if (!label.startsWith("@") && !/(?:^|\s)mention(?:\s|$)/.test(classes)) return false;
  const host = URL.parse(href)?.host;
  return host !== undefined && named.hosts.has(host);
}

/** The handle becomes `@`; a label that is not a named one's handle keeps its words. */
function addMention(draft: Draft, label: string, named: Named): void {
  const user = label.replace(/^@/, "").split("@", 1)[0]?.toLowerCase() ?? "";
  const isHandle = named.users.has(user);
  const before = draft.text.endsWith("@") ? "" : "@";
  draft.text += isHandle ? before : label;
  draft.words += isHandle ? " " : label;
}

/** A tag of the post that leads to its author's own server; some put the `#` before the link. */
function isHashtag(label: string, href: string, named: Named): boolean {
  if (named.hashtags.size === 0 || named.authorHost === undefined) return false;
  if (!named.hashtags.has(label.replace(/^#/, "").toLowerCase())) return false;
  return URL.parse(href)?.host === named.authorHost;
}

/** Whether a label only repeats its address, perhaps without scheme or cut short. */
function isAddress(label: string, href: string): boolean {
  const shown = bare(label).replace(/(?:…|\.\.\.)$/, "");
  return shown.length >= 4 && bare(href).startsWith(shown);
}

function bare(url: string): string {
  return url
    .toLowerCase()
    .replace(/^(?:https?:)?\/\//, "")
    .replace(/^www\./, "");
}

/** Single spaces, no empty lines, nothing at the ends. */
export function tidy(text: string): string {
  const trimmed = text.trim();
  if (!/[^\S ]| {2}/.test(trimmed)) return trimmed;
  return trimmed.replace(/[^\S\n]{2,}|[^\S\n ]/g, " ").replace(/ ?\n[ \n]*/g, "\n");
}
