// Who is at the other end? Proxies that the operator trusts may say; nobody else.

import ipaddr from "ipaddr.js";
import { Recent } from "../../base/recent.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { HeaderField } from "../../model/delivery.ts";
import { valuesOf } from "../../model/header-fields.ts";

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Range = readonly [Address, number];

/** Proxies that tell the truth about their clients. A unix socket's peer always does. */
export type TrustedProxies = readonly Range[];

/** The machine itself: the usual nginx beside the gate. */
export const loopbackProxies: readonly string[] = ["127.0.0.0/8", "::1/128"];

export function parseTrustedProxies(texts: readonly string[]): Result<TrustedProxies, string> {
  const ranges: Range[] = [];
  for (const text of texts) {
    const range = rangeOf(text);
    if (range === undefined) return err(`"${text}" is neither an address nor a CIDR range`);
    ranges.push(range);
  }
  return ok(ranges);
}

export interface Client {
  /** As the last trusted proxy saw it; `local` for an unnamed peer of a unix socket. */
  readonly address: string;
  readonly scheme: "https" | "http";
  /** What goes on to the home server: a trusted proxy's fields as they are, else our own. */
  readonly headers: readonly HeaderField[];
}

/** `peer`: the socket's remote address, undefined on a unix socket. */
export function clientOf(
  peer: string | undefined,
  headers: readonly HeaderField[],
  trusted: TrustedProxies,
): Client {
  if (peer === undefined || isTrusted(peer, trusted)) {
    return { address: namedClient(peer, headers, trusted), scheme: schemeOf(headers), headers };
  }
  const address = plain(peer);
  return { address, scheme: "http", headers: asEdge(headers, address) };
}

/**
 * What a server behind us may believe about where a request came from. Underscores count as
 * dashes: CGI-like servers (Rack, WSGI, PHP) can't tell them apart.
 */
const tellsOrigin = /^(?:x-forwarded(?:-.*)?|forwarded|x-real-ip|(?:x-|true-)?client-ip)$/;

function asEdge(headers: readonly HeaderField[], address: string): HeaderField[] {
  const kept = headers.filter(
    ([name]) => !tellsOrigin.test(name.toLowerCase().replaceAll("_", "-")),
  );
  return [
    ...kept,
    ["X-Forwarded-For", address],
    ["X-Forwarded-Proto", "http"],
    ["X-Real-IP", address],
  ];
}

/** From the right, each proxy vouches for the entry before its own; the first stranger is it. */
function namedClient(
  peer: string | undefined,
  headers: readonly HeaderField[],
  trusted: TrustedProxies,
): string {
  let nearest = peer === undefined ? "local" : plain(peer);
  const forwarded = valuesOf(headers, "x-forwarded-for");
  const hops = forwarded.length === 0 ? [] : forwarded.join(",").split(",").reverse();
  const named = hops.some((hop) => hop.trim() !== "") ? hops : valuesOf(headers, "x-real-ip");
  for (const hop of named) {
    const address = addressIn(hop);
    if (address === undefined) return nearest;
    nearest = address;
    if (!isTrusted(address, trusted)) return nearest;
  }
  return nearest;
}

function schemeOf(headers: readonly HeaderField[]): "https" | "http" {
  const schemes = valuesOf(headers, "x-forwarded-proto").join(",").split(",");
  return schemes.at(-1)?.trim().toLowerCase() === "https" ? "https" : "http";
}

/** One entry of X-Forwarded-For; some proxies add the port. */
function addressIn(hop: string): string | undefined {
  const text = hop.trim().replace(/^\[(.*)\](?::\d+)?$/, "$1");
  const bare = /^\d+\.\d+\.\d+\.\d+:\d+$/.test(text) ? text.slice(0, text.indexOf(":")) : text;
  return parsed(bare)?.toString();
}

function isTrusted(text: string, trusted: TrustedProxies): boolean {
  const address = parsed(text);
  if (address === undefined) return false;
  for (const [range, bits] of trusted) {
    if (range.kind() === address.kind() && address.match(range, bits)) return true;
  }
  return false;
}

/** Each request asks twice for its peer, and peers come again; parsing takes microseconds. */
const parsedLately = new Recent<string, Address>(1000);

/** Of an IPv6 address with IPv4's numbers at its end; only a zone makes it longer. */
const addressLengthMax = 45;

/** IPv4 inside IPv6 is IPv4; anything but four numbers or a plain IPv6 address is nothing. */
function parsed(text: string): Address | undefined {
  const before = parsedLately.get(text);
  if (before !== undefined) return before;
  if (!ipaddr.IPv4.isValidFourPartDecimal(text) && !ipaddr.IPv6.isValid(text)) return undefined;
  const address = ipaddr.process(text);
  if (text.length <= addressLengthMax) parsedLately.set(text, address);
  return address;
}

function plain(peer: string): string {
  return parsed(peer)?.toString() ?? peer;
}

function rangeOf(text: string): Range | undefined {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
  const address = parsed(text);
  if (address === undefined) return undefined;
  return [address, address.kind() === "ipv4" ? 32 : 128];
}
