// Lists of header fields as the wire has them: order, spelling and repetition kept.

import type { HeaderField } from "./delivery.ts";

/**
 * Fields that speak to the next machine only (RFC 9110 section 7.6.1, and its forerunners'
 * `Proxy-Connection`). `Expect` is not among them: whoever answers it decides.
 */
const hopByHop: ReadonlySet<string> = new Set([
  "connection",
  "keep-alive",
  "proxy-connection",
  "te",
  "transfer-encoding",
  "upgrade",
]);

/** Node's flat `rawHeaders`, in pairs. */
export function pairFields(raw: readonly string[]): HeaderField[] {
  const fields: HeaderField[] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) fields.push([raw[i] ?? "", raw[i + 1] ?? ""]);
  return fields;
}

/** The other way round. */
export function flattenFields(fields: readonly HeaderField[]): string[] {
  const flat: string[] = [];
  for (const [name, value] of fields) flat.push(name, value);
  return flat;
}

/** As lists of their own, which node's trailers ask for. */
export function copyFields(fields: readonly HeaderField[]): [string, string][] {
  return fields.map(([name, value]) => [name, value]);
}

/** The values of one field, each as it stood. `name` in lower case. */
export function valuesOf(fields: readonly HeaderField[], name: string): string[] {
  const values: string[] = [];
  for (const [field, value] of fields) {
    if (field.length === name.length && field.toLowerCase() === name) values.push(value);
  }
  return values;
}

export function hasField(fields: readonly HeaderField[], name: string): boolean {
  return fields.some(([field]) => field.length === name.length && field.toLowerCase() === name);
}

/**
 * What is meant for the far end: without hop-by-hop fields, those that `Connection` names
 * included. What frames or addresses the message stays whatever `Connection` says, so that
 * nobody can strip it from under the next parser.
 */
export function endToEnd(fields: readonly HeaderField[]): HeaderField[] {
  const named = namedByConnection(fields);
  const kept: HeaderField[] = [];
  for (const field of fields) {
    const name = field[0].toLowerCase();
    if (!hopByHop.has(name) && !named.has(name)) kept.push(field);
  }
  return kept;
}

/** `Connection` may not name these: they belong to the message, or prove who sent it. */
const protectedFields: ReadonlySet<string> = new Set([
  "authorization",
  "content-digest",
  "content-length",
  "content-type",
  "cookie",
  "date",
  "digest",
  "forwarded",
  "host",
  "signature",
  "signature-input",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-real-ip",
]);

/** Of trailers, those that no server may mistake for a field of the request itself. */
export function harmlessTrailers(fields: readonly HeaderField[]): HeaderField[] {
  return endToEnd(fields).filter(
    ([name]) => !protectedFields.has(name.toLowerCase().replaceAll("_", "-")),
  );
}

const none: ReadonlySet<string> = new Set();

/** What nearly every `Connection` says names nothing that is not hop-by-hop anyway. */
function namesMore(value: string): boolean {
  return value !== "keep-alive";
}

function namedByConnection(fields: readonly HeaderField[]): ReadonlySet<string> {
  const values = valuesOf(fields, "connection").filter(namesMore);
  if (values.length === 0) return none;
  const named = new Set<string>();
  for (const value of values) {
    for (const token of value.split(",")) named.add(token.trim().toLowerCase());
  }
  for (const name of protectedFields) named.delete(name);
  return named;
}
