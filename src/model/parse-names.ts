// Property names as JSON-LD lets a sender spell them: servers that expand contexts take `as:tag`,
// the full IRI, and a name that the document's own context gives to a tag, all for a tag.
//
// Only what stands in the document is applied, no context is fetched. A name that is plain for
// us and something else for such servers is read as both, and its object counts a recipient more
// than it has: it can't be known whom it is for, so it is judged.

import { listLengthMax } from "../base/limits.ts";
import { Recent } from "../base/recent.ts";
import { listOf } from "./parse-fields.ts";

type Names = Record<string, unknown>;

/** What the contexts around an object say of names: each its IRI, prefix and rest, or name. */
type Terms = ReadonlyMap<string, string>;

const noTerms: Terms = new Map();

/**
 * Characters of what a name may mean; the longest seen in a context has about 80. What is longer
 * may lead on to any name, so who writes it is not believed in plain names: see `isUnsure`.
 */
const meaningMax = 256;

/** Terms of one document's contexts that are looked at; the largest seen have about 60. */
const termsMax = 500;

/** The same document in plain names; the same value where it has no others, which is usual. */
export function inPlainNames(value: unknown): unknown {
  if (isPlain(value)) return value;
  return plainOf(value, noTerms, { contexts: contextsMax, steps: stepsMax });
}

function isNames(value: unknown): value is Names {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPlain(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(isPlain);
  // What JSON.parse makes has no names but its own, and to list them would be a third of the work.
  for (const name in value) {
    const inside = (value as Names)[name];
    if (name === "@context") {
      if (!listOf(inside).every(isOrdinary)) return false;
    } else if (typeof inside === "object" && !isPlain(inside)) return false;
    else if (name.includes(":")) return false;
  }
  return true;
}

/** A context that gives no ActivityStreams name to anything but that name. */
function isOrdinary(context: unknown): boolean {
  if (!isNames(context)) return true;
  const text = JSON.stringify(context);
  if (text.length > textMax) return isOrdinaryUnseen(context);
  const known = seen.get(text);
  if (known !== undefined) return known;
  const ordinary = isOrdinaryUnseen(context);
  seen.set(text, ordinary);
  return ordinary;
}

/**
 * Each version of a server software sends the same context with everything, so there are few, and
 * each is looked at once. At most 2 MiB; the largest seen has 5 KiB.
 */
const seen = new Recent<string, boolean>(256);
const textMax = 8 * 1024;

function isOrdinaryUnseen(context: Names): boolean {
  const terms = new Map<string, string>();
  learn(context, terms);
  const budget = { contexts: 0, steps: stepsMax };
  for (const [name, iri] of terms) {
    if (iri === tooLong || (name !== "as" && wholeNamespace.startsWith(iri))) return false;
    if (plainName(name, terms, budget) !== name || isRedefined(name, terms)) return false;
  }
  return budget.steps > 0;
}

const wholeNamespace = "https://www.w3.org/ns/activitystreams#";

function learn(context: Names, terms: Map<string, string>): void {
  for (const [name, meaning] of Object.entries(context)) {
    if (terms.size >= termsMax) return;
    const iri = isNames(meaning) ? (meaning["@id"] ?? meaning["@reverse"]) : meaning;
    if (typeof iri === "string" && (name === "@vocab" || !name.startsWith("@"))) {
      terms.set(name, iri.length > meaningMax ? tooLong : iri);
    }
  }
}

/** Stands for a meaning that is not followed; no text on the wire has it for a prefix. */
const tooLong = " ";

const namespace = /^(?:as:|https?:\/\/www\.w3\.org\/ns\/activitystreams#)/;

/** What is meant, after at most a few steps from name to name; the name itself if no other. */
function plainName(name: string, terms: Terms, budget: Budget): string {
  if (name === "as" || name.endsWith("Map")) return name;
  let iri = name;
  for (let step = 0; step < 5; step++) {
    if (namespace.test(iri)) return iri.replace(namespace, "");
    const next = terms.get(iri) ?? unprefixed(iri, terms);
    if (next === undefined || next === iri || budget.steps <= 0) break;
    budget.steps--;
    iri = next;
  }
  if (iri === "@id" || iri === "@type") return iri.slice(1);
  return iri !== name && readNames.has(iri) ? iri : name;
}

function unprefixed(iri: string, terms: Terms): string | undefined {
  const colon = iri.indexOf(":");
  const prefix = colon === -1 ? undefined : terms.get(iri.slice(0, colon));
  return prefix === undefined ? undefined : prefix + iri.slice(colon + 1);
}

/** Names that tell whom a thing is for and what it says. */
const readNames: ReadonlySet<string> = new Set([
  ...["type", "actor", "object", "to", "cc", "bto", "bcc", "audience", "tag", "href", "items"],
  ...["orderedItems", "content", "contentMap", "name", "summary", "inReplyTo", "attributedTo"],
  ...["attachment", "source", "url", "Note", "Create", "Mention", "Update", "Announce"],
]);

/** `"tag": "https://evil.example/x"`: for us it is a tag, for others it is none, or the reverse. */
function isRedefined(name: string, terms: Terms): boolean {
  if (!readNames.has(name)) return false;
  const iri = terms.get(name);
  return iri !== undefined && iri !== "@type" && plainIri(iri, terms) !== name;
}

function plainIri(iri: string, terms: Terms): string {
  const whole = unprefixed(iri, terms) ?? iri;
  return whole.replace(namespace, "");
}

function plainOf(value: unknown, around: Terms, budget: Budget): unknown {
  if (Array.isArray(value)) return value.map((one) => plainOf(one, around, budget));
  if (!isNames(value)) return value;
  const terms = termsOf(value["@context"], around, budget);
  const plain: Names = Object.create(null) as Names;
  const merged = new Map<string, unknown[]>();
  let unsure = terms !== around && redefines(terms);
  for (const [name, inside] of Object.entries(value)) {
    if (name === "@context") continue;
    const known = plainName(name, terms, budget);
    const meant =
      known === "type" ? typesIn(inside, terms, budget) : plainOf(inside, terms, budget);
    const before = plain[known];
    if (before === undefined) {
      plain[known] = meant;
      continue;
    }
    unsure = true;
    if (known !== "id") plain[known] = mergedInto(merged, known, before, meant);
  }
  if (unsure || budget.steps <= 0) unsureOnes.add(plain);
  return plain;
}

/** One list for each name, however many spellings it has; who reads it sees that it was cut. */
function mergedInto(
  merged: Map<string, unknown[]>,
  name: string,
  before: unknown,
  more: unknown,
): readonly unknown[] {
  const list = merged.get(name) ?? [...listOf(before)];
  merged.set(name, list);
  if (list.length <= listLengthMax) list.push(...listOf(more));
  return list;
}

/** Contexts of one document that are applied: each costs a copy of the terms around it. */
const contextsMax = 64;

/**
 * Steps from name to name in one document; an honest one that needs any needs two for each
 * property. Each is work of up to a thousand characters, for a name of three.
 */
const stepsMax = 4096;

interface Budget {
  contexts: number;
  steps: number;
}

/** Objects that say one thing in plain names and another in JSON-LD. */
const unsureOnes = new WeakSet<object>();

/** Whether it can't be known whom an object is for. */
export function isUnsure(value: object): boolean {
  return unsureOnes.has(value);
}

function termsOf(context: unknown, around: Terms, budget: Budget): Terms {
  const own = listOf(context).filter(isNames);
  if (own.length === 0 || budget.contexts <= 0) return around;
  budget.contexts--;
  const terms = new Map(around);
  for (const one of own) learn(one, terms);
  return terms;
}

function redefines(terms: Terms): boolean {
  for (const [name, iri] of terms) if (iri === tooLong || isRedefined(name, terms)) return true;
  return false;
}

/** As they stand and as they are meant: the most demanding decides. */
function typesIn(value: unknown, terms: Terms, budget: Budget): unknown {
  const types = listOf(value);
  const meant = types.map((type) =>
    typeof type === "string" ? plainName(type, terms, budget) : type,
  );
  return [...new Set([...types, ...meant])];
}
