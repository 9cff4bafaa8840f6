// Finds addresses in running text, also where no space tells them from the words around.
//
//   今なら無料https://spam.example.co.jp/foo。次
//           └──────────────────────────┘
//
// The path ends at the first character that is not ASCII: in scripts written without
// spaces that is where the sentence goes on, and a percent sign starts what it should
// have been elsewhere. Host names may have letters of any script.

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where absolute http(s) URLs stand in a text, in order and apart from each other. */
export function urlsIn(text: string): readonly Span[] {
  if (!text.includes("://")) return [];
  const spans: Span[] = [];
  const scheme = /https?:\/\//gi;
  for (let found = scheme.exec(text); found !== null; found = scheme.exec(text)) {
    const end = endOfUrl(text, scheme.lastIndex);
    if (end === undefined) continue;
    spans.push({ start: found.index, end });
    scheme.lastIndex = end;
  }
  return spans;
}

const authority = /(?:[\p{L}\p{M}\p{N}._~%-]|[@:](?=[\p{L}\p{N}])|\[[0-9a-f:.]+\])+/uy;
/** Square brackets belong to Markdown and BBCode around an address. */
const rest = /[/?#][!#-;=?-Z_a-z~]*/y;

function endOfUrl(text: string, start: number): number | undefined {
  authority.lastIndex = start;
  const host = authority.exec(text)?.[0];
  if (host === undefined) return undefined;
  const hostEnd = start + endOfHost(host);
  if (hostEnd === start) return undefined;
  rest.lastIndex = hostEnd;
  const path = rest.exec(text)?.[0] ?? "";
  return withoutPunctuation(text, start, hostEnd + path.length);
}

/** A last label that turns from Latin to another script is a word glued to the host. */
function endOfHost(host: string): number {
  const lastDot = host.lastIndexOf(".");
  const label = host.slice(lastDot + 1);
  const glued = /^[\x21-\x7E]+(?=[^\x21-\x7E])/.exec(label)?.[0];
  return glued === undefined || lastDot === -1 ? host.length : lastDot + 1 + glued.length;
}

/** What ends a sentence or closes a bracket around the address is not part of it. */
function withoutPunctuation(text: string, start: number, end: number): number {
  const address = text.slice(start, end);
  let unopened = countOf(address, ")") - countOf(address, "(");
  for (let length = address.length; length > 0; length--) {
    const last = address[length - 1] ?? "";
    if (!(last === ")" ? unopened-- > 0 : ".,;:!?'*_~".includes(last))) return start + length;
  }
  return start;
}

function countOf(text: string, letter: string): number {
  return text.split(letter).length - 1;
}
