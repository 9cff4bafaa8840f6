// What two hundred rules of an admin's cost a post that is read, beside the verification of its
// signature: `npm run bench -- rules`.

import { generateKeyPairSync, sign, verify } from "node:crypto";
import { epochMs } from "../../base/units.ts";
import { read } from "../../engine/read.ts";
import { ruleSetOf } from "../../engine/rules/rule-set.ts";
import { adminRule } from "../../engine/rules/rules.fixture.ts";
import type { RuleId, RulePattern } from "../../model/admin-rule.ts";
import type { Arrival } from "../../model/arrival.ts";
import { type ActorId, type Host, hostOf } from "../../model/ids.ts";
import type { RuledContact } from "../../model/ruled-contact.ts";
import { undelivered } from "../undelivered.ts";
import type { BenchOptions, Row } from "./main.ts";
import { type OrdinaryPost, ordinaryPosts } from "./ordinary-posts.ts";

const unit = "µs a post";

/** As many of each kind as an admin might have after a bad year; chosen by us. */
const counts = { words: 105, fuzzy: 20, expression: 10, link: 30, host: 10, actor: 5, name: 20 };

/** Rounds are interleaved, to share the noise. */
export async function benchRules({ smoke }: BenchOptions): Promise<readonly Row[]> {
  const [rounds, count] = smoke ? [2, 10] : [15, 400];
  const works = worksOn(ordinaryPosts(count, epochMs(0)));
  const times = new Map<string, number[]>(works.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, work] of works) times.get(name)?.push(microsecondsOf(work) / count);
  const rows = works.map(([name]) => rowOf(name, times.get(name) ?? []));
  const [reference] = rows;
  return rows.map((row, at) =>
    at === 0 || reference === undefined
      ? row
      : { ...row, ratio: { to: reference.name, value: row.median / reference.median } },
  );
}

function worksOn(posts: readonly OrdinaryPost[]): readonly [name: string, work: () => void][] {
  const contacts = posts.map(contactOf);
  const arrivals = posts.map(arrivalOf);
  const all = ruleSetOf(rules(Object.keys(counts)), clock);
  const one = ruleSetOf(rules(["words"]).slice(0, 1), clock);
  const without = ruleSetOf(rules(["words", "link", "host", "actor", "name"]), clock);
  const each = <T>(things: readonly T[], step: (thing: T) => unknown) => {
    return () => {
      for (const thing of things) step(thing);
    };
  };
  return [
    ["bare RSA-2048 verification", each(posts, verification())],
    ["one rule of words", each(contacts, (contact) => one.hits(contact))],
    ["170 rules: words, links, senders, names", each(contacts, (contact) => without.hits(contact))],
    [
      "200 rules: near spellings and expressions too",
      each(contacts, (contact) => all.hits(contact)),
    ],
    ["reading a post that would have passed unread", each(arrivals, read)],
  ];
}

const clock = { now: () => epochMs(0) };

function rules(kinds: readonly string[]) {
  const patterns = kinds.flatMap((kind) => {
    const count = counts[kind as keyof typeof counts];
    return Array.from({ length: count }, (_, at) => patternOf(kind as RulePattern["kind"], at));
  });
  return patterns.map((pattern, at) =>
    adminRule(pattern, { id: `r${at}` as RuleId, reach: "all" }),
  );
}

/** What is in none of the posts, as most rules are not in most posts. */
function patternOf(kind: RulePattern["kind"], at: number): RulePattern {
  const word = `${["casino", "bitcoin", "payout", "invest"][at % 4]}${"abcdefghij"[at % 10]}`;
  const host = `${word}${at}.example`;
  const texts: Readonly<Record<RulePattern["kind"], string>> = {
    words: `${word} bonus`,
    fuzzy: `${word} bonus`,
    expression: String.raw`${word}\s+(now|today) .{0,20} t\.me/\+?[a-z0-9]{6,}`,
    link: host,
    host,
    actor: `https://${host}/users/eve`,
    name: `${word}####`,
  };
  return { kind, text: texts[kind] };
}

function contactOf(post: OrdinaryPost): RuledContact {
  const arrival = arrivalOf(post);
  const seen = [{ sender: arrival.sender, reading: read(arrival), profile: post.profile }];
  return { arrival, met: undefined, seen };
}

function arrivalOf({ activity }: OrdinaryPost): Arrival {
  const host = hostOf(activity.actor) ?? ("" as Host);
  return {
    ...undelivered,
    activity,
    sender: { actor: activity.actor as ActorId, host, domain: host, proven: true },
    audience: { notified: [], notifiedTotal: 1, elsewhere: 0 },
  };
}

function verification(): () => boolean {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const text = new TextEncoder().encode("x".repeat(300));
  const signature = sign("sha256", text, privateKey);
  return () => verify("sha256", text, publicKey, signature);
}

/** CPU, not wall time: what else the machine does should not count. */
function microsecondsOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

function rowOf(name: string, took: readonly number[]): Row {
  const sorted = [...took].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { name, median: at(0.5), min: at(0), max: at(1), unit };
}
