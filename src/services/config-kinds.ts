// The kinds of value that a setting can have, each with its one sentence for a wrong one.

import ipaddr from "ipaddr.js";
import { z } from "zod";
import { formatDuration, formatSize, parseDuration, parseSize } from "../base/quantity.ts";
import { secretOf } from "../base/secret.ts";
import { parseSocketAddress, type SocketAddress } from "../base/socket-address.ts";
import { isEmailAddress } from "../model/email-address.ts";

export function choice<const T extends string>(values: readonly T[], doc: string) {
  const error = `must be ${eitherOf(values)}`;
  return z.enum(values, { error }).describe(doc);
}

function eitherOf(values: readonly string[]): string {
  const last = values.at(-1) ?? "";
  return `${values.slice(0, -1).join(", ")} or ${last}`;
}

export function number(min: number, max: number, doc: string) {
  const error = `must be a number from ${min} to ${max}`;
  return z.number({ error }).min(min, { error }).max(max, { error }).describe(doc);
}

export function wholeNumber(min: number, max: number, doc: string) {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.int({ error }).min(min, { error }).max(max, { error }).describe(doc);
}

/** A part of the whole, written in percent; 0 to 1 inside. */
export function percentage(doc: string) {
  const error = 'must be a share in percent from 0% to 100%, such as "10%"';
  return parsed(error, doc, parsePercentage);
}

/** One in so many, written as people say it; 0 to 1 inside. */
export function oneIn(least: number, most: number, doc: string) {
  const range = `from "1 in ${least}" to "1 in ${most}"`;
  const error = `must be a share such as "1 in 1000", ${range}`;
  return parsed(error, doc, (text) => {
    const many = parseOneIn(text);
    return many !== undefined && many >= least && many <= most ? 1 / many : undefined;
  });
}

export function yesOrNo(doc: string) {
  return z.boolean({ error: "must be true or false" }).describe(doc);
}

/** Milliseconds, written with a unit. */
export function duration(min: number, max: number, doc: string) {
  const range = `from ${formatDuration(min)} to ${formatDuration(max)}`;
  const error = `must be a time with its unit, such as "10m" or "30d", ${range}`;
  return parsed(error, doc, (text) => within(parseDuration(text), min, max));
}

/** Bytes, written with a unit. */
export function size(min: number, max: number, doc: string) {
  const range = `from ${formatSize(min)} to ${formatSize(max)}`;
  const error = `must be a size with its unit, such as "256KiB" or "1MiB", ${range}`;
  return parsed(error, doc, (text) => within(parseSize(text), min, max));
}

export function text(what: string, doc: string) {
  const error = `must be ${what}`;
  return z.string({ error }).min(1, { error }).max(1024, { error }).describe(doc);
}

/** A password or a token: never in the file, and shown nowhere. */
export function secret(doc: string) {
  const error = "must be a text of at most 1024 characters";
  return z
    .string({ error })
    .min(1, { error })
    .max(1024, { error })
    .transform(secretOf)
    .meta({ description: doc, secret: true });
}

/** Whom letters are from, or for: one address and no name. */
export function emailAddress(doc: string) {
  const error = 'must be an e-mail address such as "breakwater@social.example"';
  return parsed(error, doc, (text) => (isEmailAddress(text) ? text : undefined));
}

/** A mail server: TLS from the first byte with smtps, else STARTTLS. */
export function mailServer(doc: string) {
  const error = 'must look like "smtps://mail.example:465" or "smtp://127.0.0.1:25"';
  return parsed(error, doc, parseMailServer);
}

export function address(doc: string) {
  const error = 'must be an address and port such as "127.0.0.1:8090", or "unix:/run/gate.sock"';
  return parsed(error, doc, parseAddress);
}

/** No path and no https: the gate stands beside its server, and TLS ends in front of the gate. */
export function upstreamAddress(doc: string) {
  const error = 'must look like "http://127.0.0.1:3000" or "unix:/run/web.sock"';
  return parsed(error, doc, parseUpstream);
}

/** Scheme, host and port alone: no path, no password. */
export function origin(doc: string) {
  return parsed('must be an origin such as "https://social.example"', doc, parseOrigin);
}

export function urlPrefix(doc: string) {
  const error = 'must begin like a URL, such as "https://social.example/users/"';
  return parsed(error, doc, (value) => (plainUrl(value) === undefined ? undefined : value));
}

/** IP addresses and networks. */
export function networks(doc: string) {
  const error = 'must be a list of addresses or networks, such as ["127.0.0.1", "10.0.0.0/8"]';
  const one = z.string({ error }).refine(isNetwork, { error });
  return z.array(one, { error }).max(256, { error }).describe(doc);
}

/** IP addresses, networks, host names, and `*.domain` for all names below one. */
export function hostsOrNetworks(doc: string) {
  const error =
    'must be a list of addresses, networks or names, such as ["10.0.0.0/8", "*.lab.example"]';
  const one = z.string({ error }).refine((text) => isNetwork(text) || isName(text), { error });
  return z.array(one, { error }).max(256, { error }).describe(doc);
}

function isName(text: string): boolean {
  return text.length <= 253 && /^(?:\*\.)?[a-z\d-]+(?:\.[a-z\d-]+)*$/i.test(text);
}

export function listOf<const T extends string>(values: readonly T[], doc: string) {
  const error = `must be a list of ${values.join(", ")}`;
  return z.array(z.enum(values, { error }), { error }).max(16, { error }).describe(doc);
}

function parsed<T>(error: string, doc: string, parse: (text: string) => T | undefined) {
  return z
    .string({ error })
    .transform((value, context): T => {
      const result = value.length > 1024 ? undefined : parse(value);
      if (result !== undefined) return result;
      context.addIssue({ code: "custom", message: error });
      return z.NEVER;
    })
    .describe(doc);
}

function within(value: number | undefined, min: number, max: number): number | undefined {
  return value !== undefined && value >= min && value <= max ? value : undefined;
}

function parsePercentage(value: string): number | undefined {
  const written = /^(\d{1,3}(?:\.\d{1,3})?) ?%$/.exec(value.trim())?.[1];
  const share = Number(written) / 100;
  return share >= 0 && share <= 1 ? share : undefined;
}

/** "1 in 1000" or "1 in 1,000". */
function parseOneIn(value: string): number | undefined {
  const written = /^1 in (\d{1,3}(?:,\d{3})+|\d{1,7})$/.exec(value.trim())?.[1];
  return written === undefined ? undefined : Number(written.replaceAll(",", ""));
}

function parseAddress(value: string): SocketAddress | undefined {
  const address = parseSocketAddress(value);
  return address.ok ? address.value : undefined;
}

function parseUpstream(value: string): SocketAddress | undefined {
  if (value.startsWith("unix:")) return parseAddress(value);
  const origin = parseOrigin(value);
  if (origin === undefined || !origin.startsWith("http://")) return undefined;
  const { hostname, port } = new URL(origin);
  const host = hostname.replace(/^\[(.*)\]$/, "$1");
  return { kind: "tcp", host, port: port === "" ? 80 : Number(port) };
}

function parseOrigin(value: string): string | undefined {
  const url = plainUrl(value);
  if (url === undefined || url.pathname !== "/" || url.search !== "") return undefined;
  return url.origin;
}

/** Submission's own ports (RFC 8314, RFC 6409) where none is named. */
const mailPorts = { "smtps:": 465, "smtp:": 587 } as const;

function parseMailServer(value: string) {
  if (!/^smtps?:\/\//i.test(value) || !URL.canParse(value)) return undefined;
  const { protocol, hostname, port, username, password, pathname, search } = new URL(value);
  if (protocol !== "smtps:" && protocol !== "smtp:") return undefined;
  if (username !== "" || password !== "" || hostname === "") return undefined;
  if ((pathname !== "" && pathname !== "/") || search !== "") return undefined;
  const host = hostname.replace(/^\[(.*)\]$/, "$1");
  const numbered = port === "" ? mailPorts[protocol] : Number(port);
  return { host, port: numbered, tls: protocol === "smtps:" };
}

function plainUrl(value: string): URL | undefined {
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  return url.username === "" && url.password === "" && url.hash === "" ? url : undefined;
}

function isNetwork(value: string): boolean {
  return value.includes("/") ? ipaddr.isValidCIDR(value) : isAddress(value);
}

/** ipaddr.js also takes "10" and "0x7f.1" for addresses; we take what people write. */
function isAddress(value: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(value) || ipaddr.IPv6.isValid(value);
}
