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
  const url = URL.parse(link.url);
  if (url === null) return link.domain;
  const pieces = url.pathname.split("/").filter((piece) => piece !== "");
  const folded = pieces.map((piece) => (isVariable(piece) ? "*" : piece.toLowerCase()));
  const telling = folded.some((piece) => piece !== "*");
  const path = (telling ? folded : pieces).join("/");
  const query = url.search === "" ? "" : `?${queryShape(url.searchParams)}`;
  return `${link.domain}/${path}${query}`;
}

/** A number, or letters and digits mixed as no word has them. */
function isVariable(piece: string): boolean {
  if (/^\d+$/.test(piece)) return true;
  return piece.length >= 6 && /^[\w.~=-]+$/.test(piece) && /\d/.test(piece) && /[a-z]/i.test(piece);
}

/** Names by which sites address their pages, such as a video's `v`. */
const pageNames: ReadonlySet<string> = new Set(["v", "id", "p", "q", "t", "list"]);

function queryShape(query: URLSearchParams): string {
  const named = new Set<string>();
  for (const [name, value] of query) named.add(pageNames.has(name) ? `${name}=${value}` : name);
  return [...named].sort().join("&");
}
