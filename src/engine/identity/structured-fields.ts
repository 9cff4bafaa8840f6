/**
 * Structured fields (RFC 8941), as far as message signatures and content digests
 * need them: dictionaries of items and of lists of items, each with parameters.
 *
 *   sig1=("@method" "date");created=1732400000;keyid="https://a.example/#key"
 *   └key └inner list       └parameters
 *
 * Own code, because a signature covers the *serialization* of its parameters:
 * what is parsed here must come out again exactly as section 4.1 says, in the
 * sender's order. A cursor over at most `signatureHeaderBytesMax` characters,
 * no recursion, never a throw.
 */

import { signatureHeaderBytesMax } from "../../base/limits.ts";
import { decodeBase64, encodeBase64 } from "./decode-base64.ts";

export type BareItem =
  | { readonly kind: "integer" | "decimal"; readonly value: number }
  | { readonly kind: "string" | "token"; readonly value: string }
  | { readonly kind: "bytes"; readonly value: Uint8Array }
  | { readonly kind: "boolean"; readonly value: boolean };

export type Parameters = ReadonlyMap<string, BareItem>;

export interface Item {
  readonly kind: "item";
  readonly bare: BareItem;
  readonly parameters: Parameters;
}

export interface InnerList {
  readonly kind: "list";
  readonly items: readonly Item[];
  readonly parameters: Parameters;
}

export type Dictionary = ReadonlyMap<string, Item | InnerList>;

/** Section 4.2.2. Undefined if malformed or too long; of equal keys the last counts. */
export function parseDictionary(text: string): Dictionary | undefined {
  if (text.length > signatureHeaderBytesMax) return undefined;
  const at = new Cursor(text);
  const members = new Map<string, Item | InnerList>();
  at.skip(spaces);
  while (!at.atEnd) {
    const key = at.take(keyShape);
    if (key === undefined) return undefined;
    const member = at.eat("=") ? takeMember(at) : takeTrue(at);
    if (member === undefined) return undefined;
    members.delete(key);
    members.set(key, member);
    at.skip(optionalWhitespace);
    if (at.atEnd) return members;
    if (!at.eat(",")) return undefined;
    at.skip(optionalWhitespace);
    if (at.atEnd) return undefined;
  }
  return members;
}

/** Section 4.1.1.1: how a list of items and its parameters are written. */
export function writeInnerList(list: InnerList): string {
  return `(${list.items.map(writeItem).join(" ")})${writeParameters(list.parameters)}`;
}

export function writeItem(item: Item): string {
  return writeBare(item.bare) + writeParameters(item.parameters);
}

const spaces = / */y;
const optionalWhitespace = /[ \t]*/y;
const keyShape = /[a-z*][a-z0-9_\-.*]*/y;
const numberShape = /-?\d{1,15}(?:\.\d{1,3})?/y;
const stringShape = /"(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])*"/y;
const tokenShape = /[A-Za-z*][A-Za-z0-9!#$%&'*+\-.^_`|~:/]*/y;
const bytesShape = /:[A-Za-z0-9+/=]*:/y;
const booleanShape = /\?[01]/y;

/** A place in a text that only moves forward. */
class Cursor {
  readonly text: string;
  place = 0;

  constructor(text: string) {
    this.text = text;
  }

  get atEnd(): boolean {
    return this.place >= this.text.length;
  }

  get next(): string {
    return this.text.charAt(this.place);
  }

  eat(character: string): boolean {
    if (this.next !== character) return false;
    this.place++;
    return true;
  }

  /** What `shape` (sticky) matches here, stepping over it. */
  take(shape: RegExp): string | undefined {
    shape.lastIndex = this.place;
    const found = shape.exec(this.text)?.[0];
    if (found !== undefined) this.place += found.length;
    return found;
  }

  skip(shape: RegExp): void {
    this.take(shape);
  }
}

function takeMember(at: Cursor): Item | InnerList | undefined {
  return at.next === "(" ? takeInnerList(at) : takeItem(at);
}

function takeTrue(at: Cursor): Item | undefined {
  const parameters = takeParameters(at);
  return parameters && { kind: "item", bare: { kind: "boolean", value: true }, parameters };
}

function takeInnerList(at: Cursor): InnerList | undefined {
  const items: Item[] = [];
  at.eat("(");
  for (;;) {
    const separated = at.take(spaces) !== "" || items.length === 0;
    if (at.eat(")")) break;
    const item = separated ? takeItem(at) : undefined;
    if (item === undefined) return undefined;
    items.push(item);
  }
  const parameters = takeParameters(at);
  return parameters && { kind: "list", items, parameters };
}

function takeItem(at: Cursor): Item | undefined {
  const bare = takeBare(at);
  const parameters = bare && takeParameters(at);
  return bare && parameters && { kind: "item", bare, parameters };
}

function takeParameters(at: Cursor): Parameters | undefined {
  const parameters = new Map<string, BareItem>();
  while (at.eat(";")) {
    at.skip(spaces);
    const key = at.take(keyShape);
    if (key === undefined) return undefined;
    const value = at.eat("=") ? takeBare(at) : ({ kind: "boolean", value: true } as const);
    if (value === undefined) return undefined;
    parameters.set(key, value);
  }
  return parameters;
}

function takeBare(at: Cursor): BareItem | undefined {
  switch (at.next) {
    case '"':
      return takeString(at);
    case ":":
      return takeBytes(at);
    case "?": {
      const found = at.take(booleanShape);
      return found === undefined ? undefined : { kind: "boolean", value: found === "?1" };
    }
    default:
      return takeNumber(at) ?? takeToken(at);
  }
}

function takeString(at: Cursor): BareItem | undefined {
  const found = at.take(stringShape);
  if (found === undefined) return undefined;
  return { kind: "string", value: found.slice(1, -1).replace(/\\(["\\])/g, "$1") };
}

function takeBytes(at: Cursor): BareItem | undefined {
  const value = decodeBase64(at.take(bytesShape)?.slice(1, -1) ?? "?");
  return value && { kind: "bytes", value };
}

function takeNumber(at: Cursor): BareItem | undefined {
  const found = at.take(numberShape);
  if (found === undefined) return undefined;
  return { kind: found.includes(".") ? "decimal" : "integer", value: Number(found) };
}

function takeToken(at: Cursor): BareItem | undefined {
  const value = at.take(tokenShape);
  return value === undefined ? undefined : { kind: "token", value };
}

function writeParameters(parameters: Parameters): string {
  let written = "";
  for (const [key, bare] of parameters) {
    const isTrue = bare.kind === "boolean" && bare.value;
    written += isTrue ? `;${key}` : `;${key}=${writeBare(bare)}`;
  }
  return written;
}

function writeBare(bare: BareItem): string {
  switch (bare.kind) {
    case "integer":
    case "token":
      return String(bare.value);
    case "decimal":
      return Number.isInteger(bare.value) ? `${bare.value}.0` : String(bare.value);
    case "string":
      return `"${bare.value.replace(/["\\]/g, "\\$&")}"`;
    case "bytes":
      return `:${encodeBase64(bare.value)}:`;
    case "boolean":
      return bare.value ? "?1" : "?0";
  }
}
