// HTML as a reader sees it: runs of text and links, what was hidden, words cut by tags.
//
// Only the tokenizer of htmlparser2 is used, not its parser: no tree is built and
// open elements are followed to a small depth only, so the work is linear whatever
// the nesting. What we need of structure fits in four questions: are we in a link,
// in something hidden, in something that is never shown, and does this end a line?
//
// In doubt text counts as visible, because servers differ in what they strip.

import { Tokenizer } from "htmlparser2";
import {
  blocks,
  closeBlock,
  closeInline,
  noneOpen,
  type OpenElements,
  openElement,
  voids,
} from "./open-elements.ts";

export interface Markup {
  readonly runs: readonly Run[];
  /** What Mastodon's own class for it hides from readers, outside links. */
  readonly hidden: string;
  /** Words cut by tags, and runs hidden. */
  readonly cuts: number;
}

/** Text, or a link with its label; blocks and line breaks are newlines. */
export interface Run {
  readonly text: string;
  readonly link: LinkMark | undefined;
}

export interface LinkMark {
  readonly href: string;
  /** `class`, as written. */
  readonly classes: string;
}

export function readHtml(html: string): Markup {
  if (!/[<&]/.test(html)) return unmarked(html);
  const pen = newPen(html);
  // Where it need not look for entities it skips over text instead of reading it.
  const tokenizer = new Tokenizer({ decodeEntities: html.includes("&") }, callbacksOf(pen));
  tokenizer.write(html);
  tokenizer.end();
  endRun(pen, undefined);
  return { runs: pen.runs, hidden: pen.hidden, cuts: pen.cuts };
}

function unmarked(text: string): Markup {
  return { runs: [{ text: text.replaceAll("\n", " "), link: undefined }], hidden: "", cuts: 0 };
}

/** Where we are while tokens come in. */
interface Pen {
  readonly html: string;
  readonly runs: Run[];
  readonly open: OpenElements;
  text: string;
  link: LinkMark | undefined;
  /** The element whose end ends the hiding, and how many of its name are open within. */
  hiding: { readonly tag: string; depth: number } | undefined;
  hidden: string;
  /** `script` or `style` while inside it. */
  unshown: string | undefined;
  cuts: number;
  /** A tag or comment stood between the last text and the next. */
  afterTag: boolean;
  tag: string;
  attribute: string;
  value: string;
  href: string | undefined;
  classes: string;
  alt: string;
}

function newPen(html: string): Pen {
  return {
    html,
    runs: [],
    open: noneOpen(),
    text: "",
    link: undefined,
    hiding: undefined,
    hidden: "",
    unshown: undefined,
    cuts: 0,
    afterTag: false,
    tag: "",
    attribute: "",
    value: "",
    href: undefined,
    classes: "",
    alt: "",
  };
}

function callbacksOf(pen: Pen): ConstructorParameters<typeof Tokenizer>[1] {
  const nothing = (): void => undefined;
  const between = (): void => {
    pen.afterTag = true;
  };
  return {
    ontext: (start, end) => write(pen, pen.html.slice(start, end)),
    ontextentity: (codepoint) => write(pen, String.fromCodePoint(codepoint)),
    onopentagname: (start, end) => beginTag(pen, pen.html.slice(start, end).toLowerCase()),
    onattribname: (start, end) => beginAttribute(pen, start, end),
    onattribdata: (start, end) => addValue(pen, start, end),
    onattribentity: (codepoint) => {
      if (pen.attribute !== "") pen.value += String.fromCodePoint(codepoint);
    },
    onattribend: () => endAttribute(pen),
    onopentagend: () => open(pen),
    onselfclosingtag: () => open(pen),
    onclosetag: (start, end) => close(pen, pen.html.slice(start, end).toLowerCase()),
    oncomment: between,
    oncdata: between,
    ondeclaration: between,
    onprocessinginstruction: nothing,
    onend: nothing,
  };
}

function beginTag(pen: Pen, tag: string): void {
  pen.tag = tag;
  pen.href = undefined;
  pen.classes = "";
  pen.alt = "";
}

/** Only three attributes matter; the first of a name counts, as in HTML. */
function beginAttribute(pen: Pen, start: number, end: number): void {
  const length = end - start;
  const name = length >= 3 && length <= 5 ? pen.html.slice(start, end).toLowerCase() : "";
  pen.attribute = name === "href" || name === "class" || name === "alt" ? name : "";
  pen.value = "";
}

function addValue(pen: Pen, start: number, end: number): void {
  if (pen.attribute !== "") pen.value += pen.html.slice(start, end);
}

function endAttribute(pen: Pen): void {
  if (pen.attribute === "href") pen.href ??= pen.value;
  if (pen.attribute === "class" && pen.classes === "") pen.classes = pen.value;
  if (pen.attribute === "alt" && pen.alt === "") pen.alt = pen.value;
  pen.attribute = "";
}

/** Sanitizers drop these with what they hold. */
const neverShown: ReadonlySet<string> = new Set(["script", "style"]);

/** Mastodon hides parts of long URLs by this class, inside links only. */
const invisibleClass = /(?:^|\s)invisible(?:\s|$)/;

function open(pen: Pen): void {
  const { tag } = pen;
  if (neverShown.has(tag)) pen.unshown = tag;
  openElement(pen.open, tag);
  if (blocks.has(tag)) breakLine(pen);
  else if (tag !== "wbr") pen.afterTag = true;
  if (tag === "a") endRun(pen, linkOf(pen));
  if (tag === "img" && pen.alt !== "") write(pen, pen.alt);
  if (pen.hiding?.tag === tag) pen.hiding.depth++;
  else if (hides(pen)) {
    pen.hiding = { tag, depth: 1 };
    pen.cuts++;
  }
}

function hides(pen: Pen): boolean {
  if (pen.hiding !== undefined || pen.link !== undefined || voids.has(pen.tag)) return false;
  return pen.classes !== "" && invisibleClass.test(pen.classes);
}

function close(pen: Pen, tag: string): void {
  if (pen.unshown === tag) pen.unshown = undefined;
  if (blocks.has(tag) && closeBlock(pen.open, tag)) breakLine(pen);
  else pen.afterTag = true;
  if (!blocks.has(tag)) closeInline(pen.open, tag);
  if (tag === "a") endRun(pen, undefined);
  if (pen.hiding?.tag === tag && --pen.hiding.depth === 0) pen.hiding = undefined;
}

/** A block ends what was hidden inline, as the end of its paragraph does in a browser. */
function breakLine(pen: Pen): void {
  if (pen.hiding !== undefined && !blocks.has(pen.hiding.tag)) pen.hiding = undefined;
  pen.afterTag = false;
  if (pen.unshown !== undefined) return;
  if (pen.hiding === undefined) pen.text += "\n";
  else pen.hidden += "\n";
}

function linkOf(pen: Pen): LinkMark | undefined {
  return pen.href === undefined ? undefined : { href: pen.href.trim(), classes: pen.classes };
}

function endRun(pen: Pen, next: LinkMark | undefined): void {
  if (pen.text !== "" || pen.link !== undefined) pen.runs.push({ text: pen.text, link: pen.link });
  pen.text = "";
  pen.link = next;
}

function write(pen: Pen, raw: string): void {
  if (pen.unshown !== undefined) return;
  const text = raw.includes("\n") ? raw.replaceAll("\n", " ") : raw;
  if (pen.hiding !== undefined) {
    pen.hidden += text;
    return;
  }
  if (pen.afterTag && pen.link === undefined && cutsAWord(pen.text, text)) pen.cuts++;
  pen.afterTag = false;
  pen.text += text;
}

/** A letter on both sides, in the scripts that put spaces between words. */
function cutsAWord(before: string, after: string): boolean {
  return /[A-Za-z\u00C0-\u058F]$/.test(before.slice(-1)) && /^[A-Za-z\u00C0-\u058F]/.test(after);
}
