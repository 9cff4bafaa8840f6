// Who wrote, where from, and in which script: what a log itself tells of a delivery.

import type { DeliveryLine, LogLine } from "../../lab/traffic/lines.ts";

/** What first contacts are counted by, each with a word for where it is not told. */
export interface Traits {
  readonly language: string;
  readonly script: string;
  /** Of the author's host, as its NodeInfo says. */
  readonly people: string;
  readonly software: string;
}

export type Trait = keyof Traits;

export function traitsOf(lines: readonly LogLine[]): (delivery: DeliveryLine) => Traits {
  const hosts = new Map<string, Pick<Traits, "people" | "software">>();
  for (const line of lines) {
    if (line.type !== "document" || !line.url.endsWith("/nodeinfo/2.0")) continue;
    const told = line.body as unknown as NodeInfo;
    const people = sizeOf(told.usage.users.total);
    hosts.set(new URL(line.url).host, { people, software: told.software.name });
  }
  const unknown = { people: "not told", software: "not told" };
  return ({ activity }) => {
    const host = hosts.get(new URL(activity["actor"] as string).host) ?? unknown;
    return { ...host, ...wordsOf(activity["object"]) };
  };
}

interface NodeInfo {
  readonly software: { readonly name: string };
  readonly usage: { readonly users: { readonly total: number } };
}

const sizes = [1, 10, 100, 1_000, 10_000];

function sizeOf(people: number): string {
  const at = sizes.findIndex((most) => people <= most);
  if (at === 0) return "1";
  if (at < 0) return `more than ${sizes.at(-1)}`;
  return `${(sizes[at - 1] ?? 0) + 1} to ${sizes[at]}`;
}

interface Post {
  readonly content?: string;
  readonly contentMap?: object;
  readonly language?: { readonly identifier: string };
}

function wordsOf(object: unknown): Pick<Traits, "language" | "script"> {
  const wordless = { language: "no words", script: "no words" };
  if (typeof object !== "object" || object === null) return wordless;
  const { content, contentMap, language } = object as Post;
  if (content === undefined) return wordless;
  const [told = language?.identifier ?? "not told"] = Object.keys(contentMap ?? {});
  return { language: told, script: scriptOf(content) };
}

/** Kana and ideographs are one: Japanese uses both, and short Chinese looks like it. */
const scripts: readonly (readonly [string, RegExp])[] = [
  ["Latin", /\p{Script=Latin}/gu],
  ["Cyrillic", /\p{Script=Cyrillic}/gu],
  ["Greek", /\p{Script=Greek}/gu],
  ["Arabic", /\p{Script=Arabic}/gu],
  ["Hebrew", /\p{Script=Hebrew}/gu],
  ["Devanagari", /\p{Script=Devanagari}/gu],
  ["Thai", /\p{Script=Thai}/gu],
  ["Hangul", /\p{Script=Hangul}/gu],
  ["kana and ideographs", /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu],
];

/** The one that most of the letters are of; handles and addresses are nobody's script. */
export function scriptOf(html: string): string {
  const text = html.replace(/<[^>]*>/g, "").replace(/@\S+|https?:\/\/\S+/g, " ");
  const counted = scripts.map(
    ([name, letters]) => [name, text.match(letters)?.length ?? 0] as const,
  );
  const [most, count] = counted.reduce((best, one) => (one[1] > best[1] ? one : best));
  if (count > 0) return most;
  return /\p{Letter}/u.test(text) ? "other letters" : "no letters";
}
