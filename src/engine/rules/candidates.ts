// What the posts of a case have in common that a rule could say: a link, a phrase, a way of making
// names, somebody whom all of them name. Whether it is any good is tried afterwards.

import type { RulePattern } from "../../model/admin-rule.ts";
import type { Sighted } from "../../model/ruled-contact.ts";
import { commonPartsOf } from "../campaigns/common-parts.ts";
import { lettersOf, saysEnough } from "../text/keys.ts";
import { compilePattern } from "./compile-rule.ts";
import { isPopular } from "./popular-hosts.ts";

export interface CaseMember {
  readonly sighted: Sighted;
  /** Whether everybody may read it: of other posts no word becomes a rule. */
  readonly isOpen: boolean;
}

/** Chosen by us: what fewer share may be chance, and catches too little of the next. */
const [membersMin, shareMin] = [3, 0.6];

/** Words of a phrase: more make a rule that a changed word escapes. Chosen by us. */
const [phraseWordsMin, phraseWordsMax] = [3, 8];

/** Of each kind at most. */
const kindMax = 3;

/** `own`: hosts of our people. Those that most members share first, of each kind. */
export function candidatesIn(
  members: readonly CaseMember[],
  own: readonly string[],
): readonly RulePattern[] {
  const enough = Math.max(membersMin, Math.ceil(shareMin * members.length));
  const shared = (listsOf: (sighted: Sighted) => readonly string[]): readonly string[] =>
    sharedBy(
      members.map(({ sighted }) => listsOf(sighted)),
      enough,
    );
  const all: RulePattern[] = [
    ...shared(({ reading }) => reading.links.map(({ domain }) => domain))
      .filter((domain) => !isPopular(domain) && !own.includes(domain))
      .map((text) => ({ kind: "link", text }) as const),
    ...phrasesIn(members, enough).map((text) => ({ kind: "words", text }) as const),
    ...namesIn(members).map((text) => ({ kind: "name", text }) as const),
    ...shared(({ reading }) => reading.mentions.map(handleOf))
      .filter((handle) => handle.includes("@") && !own.some((host) => handle.endsWith(`@${host}`)))
      .map((text) => ({ kind: "words", text: `@${text}` }) as const),
  ];
  return all.filter((pattern) => compilePattern(pattern).ok);
}

/** What so many have, most first. */
function sharedBy(lists: readonly (readonly string[])[], enough: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const list of lists)
    for (const what of new Set(list)) counts.set(what, (counts.get(what) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= enough)
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, kindMax)
    .map(([what]) => what);
}

/** Runs of words that most have in one order; the longest say most. */
function phrasesIn(members: readonly CaseMember[], enough: number): readonly string[] {
  const open = members.filter(({ isOpen }) => isOpen);
  if (open.length < Math.min(enough, membersMin)) return [];
  const specimens = open.map(({ sighted }) => ({
    text: sighted.reading.text,
    ...{ links: [], pictures: [], handles: [], profile: [] },
  }));
  const phrases = commonPartsOf(specimens).template.flatMap((part) =>
    part.kind === "constant" ? partsOf(part.words) : [],
  );
  return [...phrases].sort((a, b) => b.length - a.length).slice(0, kindMax);
}

/** Without addresses and mentions, which end a phrase; what says too little is none. */
function partsOf(words: string): readonly string[] {
  const runs: string[][] = [[]];
  for (const word of words.split(" ")) {
    if (/^@|:\/\//.test(word) || runs.at(-1)?.length === phraseWordsMax) runs.push([]);
    if (!/^@|:\/\//.test(word)) runs.at(-1)?.push(word);
  }
  return runs
    .filter((run) => run.length >= phraseWordsMin && saysEnough(lettersOf(run.join(""))))
    .map((run) => run.join(" "));
}

/** Of different people: one who writes much is no way of making names. */
function namesIn(members: readonly CaseMember[]): readonly string[] {
  const people = new Map(members.map(({ sighted }) => [sighted.sender.actor, namesOf(sighted)]));
  return sharedBy([...people.values()], Math.max(membersMin, Math.ceil(shareMin * people.size)));
}

/** How its name is made: letters as they are, each number as any; and what it is shown as. */
function namesOf({ sender, profile }: Sighted): readonly string[] {
  const last = sender.actor.split(/[/?#]/).at(-1) ?? "";
  const made = (profile?.username ?? last.replace(/^@/, "")).replace(/\d+/g, "#");
  const shown = profile?.name?.replace(/[*#]/g, " ").replace(/\d+/g, "#") ?? "";
  return [...new Set([made, shown])];
}

function handleOf(mention: string): string {
  return mention.toLowerCase().replace(/^@/, "");
}
