// Which elements are open while HTML is read, as far as it decides where a line ends.
//
// An end tag that closes nothing is ignored by browsers and sanitizers, so it must not end a
// line here either: otherwise "fr</div>ee" reads as two words to us and as one to people. What
// is followed of the standard's tree construction (HTML, section 13.2.6.4.7 "in body"): a block
// ends an open paragraph, a heading ends a heading it stands directly in, the end tag of a block
// closes what is open within, and </p> without a <p> makes an empty paragraph.

/** Beyond this depth every end tag of a block ends a line: in doubt text stays apart. */
const depthMax = 64;

export const blocks: ReadonlySet<string> = new Set([
  ...["p", "br", "div", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "hr", "table"],
  ...["tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header"],
  ...["footer", "aside", "main", "nav", "figure", "figcaption", "details", "summary", "center"],
  ...["address", "form", "fieldset", "option", "title", "body", "html"],
]);

export const voids: ReadonlySet<string> = new Set(["br", "hr", "img", "wbr", "input", "source"]);

/** Lower-case names, outermost first; headings under one name: one ends another. */
export interface OpenElements {
  readonly names: string[];
  /** How many were opened beyond `depthMax`. */
  beyond: number;
}

export function noneOpen(): OpenElements {
  return { names: [], beyond: 0 };
}

export function openElement(open: OpenElements, tag: string): void {
  const name = nameOf(tag);
  if (blocks.has(tag)) closeTo(open, "p");
  if (name === heading && open.names.at(-1) === heading) open.names.pop();
  if (voids.has(tag)) return;
  if (open.names.length < depthMax) open.names.push(name);
  else open.beyond++;
}

/** Whether the end tag of a block ends a line. */
export function closeBlock(open: OpenElements, tag: string): boolean {
  const closed = closeTo(open, nameOf(tag));
  return closed || open.beyond > 0 || tag === "p" || tag === "br";
}

/** Blocks opened within stay open, as they do when `</b>` comes before `</div>`. */
export function closeInline(open: OpenElements, tag: string): void {
  const at = open.names.lastIndexOf(tag);
  if (at >= 0) open.names.splice(at, 1);
}

const heading = "h";

function nameOf(tag: string): string {
  return /^h[1-6]$/.test(tag) ? heading : tag;
}

function closeTo(open: OpenElements, name: string): boolean {
  const at = open.names.lastIndexOf(name);
  if (at < 0) return false;
  open.names.length = at;
  return true;
}
