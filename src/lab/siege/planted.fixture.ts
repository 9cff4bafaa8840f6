// Filters with one rule each, and so with one way round it: an attacker has to find it.

import assert from "node:assert/strict";
import { day } from "../../base/units.ts";
import { parseTrafficLine, type TrafficEvent } from "../../model/traffic-log.ts";
import type { Filter } from "../filter.ts";
import { home } from "../traffic/home.ts";
import { fourGrams } from "./pitches.ts";

type Json = Record<string, unknown>;

/** What the rules see of a contact by somebody whom nobody here follows. */
interface Seen {
  readonly at: number;
  /** The actor's document. */
  readonly author: Json;
  /** Of the post without markup; where there is none, of the profile. */
  readonly words: string;
}

const followedHere = new RegExp(`^https://${home.host}/users/(?:${home.people.join("|")})$`);

/** Lets everybody in whom a person here follows; of the others, what the rule lets in. */
export function holding(name: string, rule: (seen: Seen) => boolean): Filter {
  const documents = new Map<string, Json>();
  const followed = new Set<string>();
  const isHeld = (event: TrafficEvent & { type: "delivery" }): boolean => {
    const activity = JSON.parse(event.activity) as Json;
    const actor = activity["actor"] as string;
    if (followed.has(actor)) return false;
    const author = documents.get(actor) ?? {};
    const summary = (author["summary"] ?? "") as string;
    const words = isWordless(activity) ? summary : textOf(activity);
    return rule({ at: event.at, author, words });
  };
  return {
    name,
    feed: async (line) => {
      const read = parseTrafficLine(line);
      assert.ok(read.ok);
      const event = read.value;
      if (event.type === "document" && event.body !== null) {
        documents.set(event.url, JSON.parse(event.body) as Json);
      }
      const isTie = event.type === "local" && followedHere.test(event.by);
      if (isTie && event.action === "follow") followed.add(event.actor);
      if (event.type !== "delivery") return [];
      const outcome = isHeld(event) ? "held" : "delivered";
      return [{ delivery: event.id, at: event.at, outcome }];
    },
    finish: async () => [],
  };
}

function textOf(activity: Json): string {
  const object = (activity["object"] ?? {}) as Json;
  if (typeof object !== "object") return "";
  const { content = "", contentMap, source, summary, name } = object;
  const parts = [content, contentMap, source, summary, name, object["oneOf"]];
  return parts
    .map((part) => (typeof part === "string" ? part : JSON.stringify(part ?? "")))
    .join(" ")
    .replace(/<a [^>]*mention[^>]*>.*?<\/a>/g, "")
    .replace(/<[^>]*>/g, "");
}

function isWordless(activity: Json): boolean {
  return activity["type"] === "Follow" || activity["type"] === "Like";
}

type Rule = (seen: Seen) => boolean;

const holdsLinks: Rule = ({ words }) => /https?:|\bwww\.|\.test\b/.test(words);

const holdsNewcomers: Rule = ({ at, author }) => {
  const joined = Date.parse((author["published"] as string | undefined) ?? "");
  return !(at - joined >= 3 * day);
};

/** What shares half of its runs of four letters with something seen shortly before. */
function holdsRepeats(): Rule {
  const seen: Set<string>[] = [];
  return ({ words }) => {
    const runs = [...fourGrams(words)];
    const likeness = seen.map((one) => runs.filter((run) => one.has(run)).length / runs.length);
    seen.push(new Set(runs));
    if (seen.length > 30) seen.shift();
    return runs.length > 8 && Math.max(0, ...likeness) >= 0.5;
  };
}

export function noLinks(): Filter {
  return holding("no links", holdsLinks);
}

export function noNewcomers(): Filter {
  return holding("no newcomers", holdsNewcomers);
}

export function noRepeats(): Filter {
  return holding("no repeats", holdsRepeats());
}

export function noneOfThese(): Filter {
  const rules = [holdsLinks, holdsNewcomers, holdsRepeats()];
  return holding("no links, newcomers or repeats", (seen) => rules.some((rule) => rule(seen)));
}
