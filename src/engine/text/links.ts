// Addresses: whose they are, and what stays the same when a spammer varies them.

import { urlLengthMax } from "../../base/limits.ts";
import type { Host } from "../../model/ids.ts";
import type { Link } from "../../model/reading.ts";
import { domainOf } from "./domain.ts";

/** A link as a browser would follow it; undefined for what is not http(s). */
export function linkTo(href: string, senderDomain: string): Link | undefined {
  const absolute = href.startsWith("//") ? `https:${href}` : href;
  const url = URL.parse(absolute.slice(0, urlLengthMax));
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) return undefined;
  const domain = domainOf(url.host);
  return { url: url.href, host: url.host as Host, domain, own: domain === senderDomain };
}

/**
 * What a link is compared by: its registrable domain and the shape of its path. Numbers and
 * random-looking pieces become `*`, as trackers and recipients' codes do; values of a query
 * go, but for those that name the page itself. Where nothing but such pieces would be left, as
 * with shorteners and video hosts, the path stays: there the piece is the address.
 *
 *   https://a7.spam.example/win/8c1f90ab?ref=x1   ▶  spam.example/win/*?ref
 *   https://short.example/8c1f90ab                ▶  short.example/8c1f90ab
 */
export function linkShape(link: Link): string {
  const { path, query } = partsOf(link.url);
  const pieces = path.split("/").filter((piece) => piece !== "");
  const folded = pieces.map((piece) => (isVariable(piece) ? "*" : piece.toLowerCase()));
  const telling = folded.some((piece) => piece !== "*");
  const shape = (telling ? folded : pieces).join("/");
  return `${link.domain}/${shape}${query === "" ? "" : `?${queryShape(query)}`}`;
}

/** Needs no second parse: a link's URL is as a parser wrote it, with a path after the host. */
function partsOf(url: string): { readonly path: string; readonly query: string } {
  const hash = url.indexOf("#");
  const address = hash === -1 ? url : url.slice(0, hash);
  const mark = address.indexOf("?");
  const page = mark === -1 ? address : address.slice(0, mark);
  const path = page.slice(page.indexOf("/", page.indexOf("//") + 2));
  return { path, query: mark === -1 ? "" : address.slice(mark + 1) };
}

/** A number, or letters and digits mixed as no word has them. */
function isVariable(piece: string): boolean {
  if (/^\d+$/.test(piece)) return true;
  return piece.length >= 6 && /^[\w.~=-]+$/.test(piece) && /\d/.test(piece) && /[a-z]/i.test(piece);
}

/** Names by which sites address their pages, such as a video's `v`. */
const pageNames: ReadonlySet<string> = new Set(["v", "id", "p", "q", "t", "list"]);

function queryShape(query: string): string {
  const named = new Set<string>();
  for (const [name, value] of new URLSearchParams(`?${query}`))
    named.add(pageNames.has(name) ? `${name}=${value}` : name);
  return [...named].sort().join("&");
}
