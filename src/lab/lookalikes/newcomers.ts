// H01 to H06, H38 and H40: people who are new, come in numbers, or show little of themselves.

import { after, day, hour, minute, second } from "../../base/units.ts";
import { move, movedFrom } from "../traffic/acts.ts";
import type { LookAlike } from "./lookalike.ts";
import {
  boosts,
  filled,
  follows,
  friendsOf,
  likes,
  locally,
  newcomer,
  newHost,
  ordinaryHosts,
  ownPost,
  people,
  posts,
  type Stage,
  sends,
  somebody,
  within,
} from "./stage.ts";
import {
  backAgain,
  exodus,
  introductionForms,
  introductions,
  introductionTags,
  newHomes,
  summaries,
} from "./texts/newcomers.ts";

/** They name who brought them; half fill in a form. */
function introduce(stage: Stage): void {
  const { dice } = stage;
  const own = dice.deck(introductions);
  for (let left = 36; left > 0; left--) {
    const at = within(stage, 2 * day);
    const from = newcomer(stage, at);
    const words = filled(dice, dice.chance(0.5) ? own() : dice.pick(introductionForms));
    const link = dice.chance(0.25) ? `\nhttps://${from.username.replace("_", "-")}.example` : "";
    const hashtags = ["introduction", ...dice.sample(introductionTags, dice.int(3, 11))];
    const to = dice.sample(people, dice.pick([0, 1, 1, 1, 2, 3]));
    posts(stage, at, from, { line: { ...words, text: words.text + link }, to, hashtags });
  }
}

/** One host grows fivefold in a night. Everybody follows, and says the same few words. */
function flee(stage: Stage): void {
  const { dice } = stage;
  const host = newHost(dice, { software: "mastodon", people: 140, openRegistrations: true });
  for (let left = 70; left > 0; left--) {
    const at = within(stage, 3 * hour);
    const joined = after(at, -dice.int(4, 90) * minute);
    const from = newcomer(stage, at, { host, joined, avatar: dice.chance(0.35) });
    const friends = dice.sample(people, dice.int(1, 3));
    for (const [index, name] of friends.entries())
      follows(stage, after(at, index * 20 * second), from, name);
    const to = friends.slice(0, 1);
    const line = filled(dice, dice.pick(exodus));
    if (dice.chance(0.6)) posts(stage, after(at, dice.int(2, 30) * minute), from, { line, to });
    if (dice.chance(0.3)) likes(stage, after(at, dice.int(2, 40) * minute), from, friends[0] ?? "");
  }
}

/** A list was imported: everybody on it is followed within the hour. */
function followMany(stage: Stage): void {
  const { dice } = stage;
  for (let left = 9; left > 0; left--) {
    const at = within(stage, 8 * hour);
    const from = newcomer(stage, at);
    for (const name of dice.sample(people, dice.int(6, 22)))
      follows(stage, after(at, dice.int(0, 3_000) * second), from, name);
  }
}

/** Somebody popular moved to us, and a host closes whose people move away. */
function moveHouse(stage: Stage): void {
  const { dice } = stage;
  const popular = dice.pick(people);
  const many = [...stage.hosts, ...ordinaryHosts(dice, 40)];
  for (let left = 90; left > 0; left--)
    follows(stage, within(stage, 3 * hour), somebody(stage, { host: dice.pick(many) }), popular);
  const closing = newHost(dice, { software: "mastodon", people: 420 });
  const next = dice.deck(newHomes);
  for (let left = 22; left > 0; left--) {
    const names = dice.sample(people, dice.int(1, 3));
    const before = friendsOf(stage, names, somebody(stage, { host: closing }));
    const at = within(stage, 2 * day);
    const joined = after(at, -dice.int(5, 60) * minute);
    const now = movedFrom(before, dice.pick(many), joined);
    sends(stage, at, before, move(before, `${before.id}#moves/1`, now), names);
    for (const name of names) follows(stage, after(at, dice.int(1, 30) * minute), now, name);
    const line = filled(dice, next());
    const to = dice.sample(names, 2);
    if (dice.chance(0.6)) posts(stage, after(at, dice.int(5, 90) * minute), now, { line, to });
  }
}

/** People without a picture, many of them without a word on their profile, write as people do. */
function facelessly(stage: Stage): void {
  const { dice } = stage;
  for (let left = 44; left > 0; left--) {
    const at = within(stage, day);
    const summary = dice.chance(0.4) ? "" : filled(dice, dice.pick(summaries)).text;
    const young = dice.chance(0.2);
    const told = { avatar: false, summary, fields: [], name: dice.chance(0.5) ? "" : "M." };
    const from = young ? newcomer(stage, at, told) : somebody(stage, told);
    const [name = ""] = dice.sample(people, 1);
    answer(stage, at, from, name);
    if (dice.chance(0.3)) follows(stage, after(at, minute), from, name);
  }
}

/** Names that look drawn by lot: initials, transliterations, hashes, ten letters. */
function underOddNames(stage: Stage): void {
  const { dice } = stage;
  const lower = "abcdefghijklmnopqrstuvwxyz";
  const alphanumeric = `${lower}0123456789`;
  const oddName = (): string =>
    dice.pick([
      dice.letters(lower, 3) + dice.letters("0123456789", 5),
      dice.letters(alphanumeric, 10),
      dice.letters("0123456789abcdef", 16),
      dice.pick(["xuexiang", "shchyolk", "tsymbal", "nguyenth", "yzhang", "kwiatk"]) +
        dice.int(1, 99),
      `user${dice.letters("0123456789", 6)}`,
    ]);
  for (let left = 44; left > 0; left--) {
    const username = oddName();
    const name = dice.chance(0.5) ? username : "";
    const from = somebody(stage, { username, ...(name === "" ? {} : { name }) });
    answer(stage, within(stage, day), from, dice.pick(people));
  }
}

/** Hosts a few days old, one person each, with a profile that says who it is. */
function ownServers(stage: Stage): void {
  const { dice } = stage;
  for (let left = 30; left > 0; left--) {
    const at = within(stage, 2 * day);
    const software = dice.pick(["gotosocial", "mastodon", "pleroma", "misskey"] as const);
    const host = newHost(dice, { software, people: 1, openRegistrations: false });
    const joined = after(at, -dice.int(1, 150) * hour);
    const fields = [["Blog", `https://${host.name}/blog`]] as const;
    const summary = filled(dice, { language: "en", text: "{name}. {craft}, {craft}." }).text;
    const from = somebody(stage, { host, joined, avatar: true, fields, summary, followers: 3 });
    const [one = "", two = ""] = dice.sample(people, 2);
    follows(stage, at, from, one);
    answer(stage, after(at, dice.int(1, 200) * minute), from, one);
    if (dice.chance(0.5)) answer(stage, after(at, dice.int(1, 600) * minute), from, two);
    if (dice.chance(0.3)) boosts(stage, after(at, dice.int(1, 600) * minute), from, two);
  }
}

/** Old friends under a new name: they follow, and write to whom they knew. */
function comeBack(stage: Stage): void {
  const { dice } = stage;
  for (const words of backAgain) {
    const names = dice.sample(people, dice.int(1, 4));
    const old = friendsOf(stage, names, somebody(stage));
    posts(stage, after(stage.at, -dice.int(3, 20) * hour), old, {
      line: stage.ownWords(),
      to: names.slice(0, 1),
    });
    const at = within(stage, 2 * day);
    const now = newcomer(stage, at, { username: `${old.username}_${dice.int(2, 4)}` });
    for (const name of names) follows(stage, after(at, dice.int(1, 40) * minute), now, name);
    const line = filled(dice, words);
    const visibility = dice.chance(0.4) ? "direct" : "public";
    posts(stage, after(at, dice.int(2, 50) * minute), now, { line, to: names, visibility });
    for (const name of dice.sample(names, 2))
      if (dice.chance(0.6))
        locally(stage, after(at, dice.int(60, 600) * minute), "follow", name, now);
  }
}

/** A stranger answers something public of one of ours, in words of their own. */
export function answer(
  stage: Stage,
  at: Stage["at"],
  from: ReturnType<typeof somebody>,
  name: string,
): void {
  const { dice } = stage;
  const visibility = dice.pick(["public", "unlisted", "unlisted", "direct"] as const);
  const isReply = visibility !== "direct" && dice.chance(0.8);
  const replyTo = isReply ? { replyTo: ownPost(stage, name) } : {};
  posts(stage, at, from, { line: stage.ownWords(), to: [name], visibility, ...replyTo });
  if (dice.chance(0.4)) locally(stage, after(at, dice.int(5, 200) * minute), "reply", name, from);
}

export const newcomers: readonly LookAlike[] = [
  { code: "H01", name: "newcomers introduce themselves", starred: true, play: introduce },
  { code: "H02", name: "an exodus to one host", starred: true, play: flee },
  { code: "H03", name: "newcomers follow a whole list", starred: false, play: followMany },
  { code: "H04", name: "people move house", starred: true, play: moveHouse },
  { code: "H05", name: "people without a picture", starred: true, play: facelessly },
  { code: "H06", name: "names that look drawn by lot", starred: true, play: underOddNames },
  { code: "H38", name: "new servers of one person", starred: false, play: ownServers },
  { code: "H40", name: "old friends on new accounts", starred: false, play: comeBack },
];
