// H09, H11 to H13, H35 and H39: many people who say the same, each of their own accord.

import { after, day, hour, minute, second } from "../../base/units.ts";
import type { LookAlike } from "./lookalike.ts";
import {
  filled,
  friendsOf,
  locally,
  newcomer,
  newHost,
  ordinaryHosts,
  ownPost,
  people,
  posts,
  type Stage,
  several,
  somebody,
  within,
} from "./stage.ts";
import {
  agency,
  askedAgency,
  copiedWith,
  homework,
  memes,
  mutualAid,
  mutualAidTags,
  pileIn,
  raffleEntries,
  safetyTexts,
  sensitive,
} from "./texts/crowds.ts";
import { afterthoughts } from "./texts/talk.ts";

/** A warning copied by hundreds; some name whom they worry about. An agency's new account. */
function warnOfDisaster(stage: Stage): void {
  const { dice } = stage;
  for (const warning of safetyTexts)
    for (let left = 24; left > 0; left--) {
      const before = dice.pick(copiedWith[warning.language] ?? [""]);
      const line = { ...warning, text: `${before} ${warning.text}`.trim() };
      const to = dice.chance(0.6) ? dice.sample(people, dice.int(1, 3)) : [];
      const from = somebody(stage);
      if (dice.chance(0.5)) friendsOf(stage, to.slice(0, 1), from);
      posts(stage, within(stage, 3 * hour), from, { line, to });
    }
  const host = newHost(dice, { name: "county-alerts.example", software: "mastodon", people: 2 });
  const joined = after(stage.at, -hour);
  const office = somebody(stage, { host, joined, username: "orne", avatar: true, followers: 2 });
  for (const name of dice.sample(people, 12)) {
    const at = within(stage, 4 * hour);
    locally(stage, after(at, -5 * minute), "mention", name, office);
    const { text } = dice.pick(agency);
    const line = { language: "en", text: `${dice.pick(askedAgency)} ${text}`.trim() };
    posts(stage, at, office, { line, to: [name], replyTo: ownPost(stage, name) });
  }
}

/** Who needs money says so daily, with the same link, and names who helped or might. */
function ask(stage: Stage): void {
  const { dice } = stage;
  for (const words of mutualAid) {
    const site = dice.pick(["chip-in", "fund-me"]);
    const link = `https://${site}.example/${dice.letters("abcdefghkmnpqrst", 8)}`;
    const isRebuilt = dice.chance(0.3);
    const supporters = dice.sample(people, dice.int(1, 4));
    const from = isRebuilt
      ? newcomer(stage, stage.at, { avatar: true })
      : friendsOf(stage, dice.chance(0.6) ? supporters.slice(0, 2) : [], somebody(stage));
    const others = several(isRebuilt ? dice.int(2, 14) : dice.int(0, 3), () => somebody(stage));
    for (let days = 0; days < 3; days++) {
      const line = filled(dice, words, { link });
      const hashtags = dice.sample(mutualAidTags, dice.int(5, 16));
      const to = dice.chance(0.7) ? supporters : [];
      const at = after(within(stage, 10 * hour), days * day);
      posts(stage, at, from, { line, to, others, hashtags });
    }
  }
}

/** One of ours gives something away: "boost to enter", "say in". Hundreds do. */
function enter(stage: Stage): void {
  const { dice } = stage;
  const giver = dice.pick(people);
  const post = ownPost(stage, giver);
  const many = [...stage.hosts, ...ordinaryHosts(dice, 60)];
  for (let left = 130; left > 0; left--) {
    const from = somebody(stage, { host: dice.pick(many) });
    const line = dice.pick(raffleEntries);
    posts(stage, within(stage, 10 * hour), from, { line, to: [giver], replyTo: post });
  }
}

/** One text goes round among old and well-known accounts. A few hand it to a friend here. */
function passOn(stage: Stage): void {
  const { dice } = stage;
  for (const meme of memes) {
    const many = [...stage.hosts, ...ordinaryHosts(dice, 12)];
    for (let left = 16; left > 0; left--) {
      const from = somebody(stage, { host: dice.pick(many), joined: after(stage.at, -900 * day) });
      const to = dice.chance(0.35) ? dice.sample(people, dice.int(1, 2)) : [];
      if (dice.chance(0.7)) friendsOf(stage, to, from);
      posts(stage, within(stage, 2 * day), from, { line: filled(dice, meme), to });
    }
  }
}

/** A post of ours goes round the world: short answers, alike, from everywhere. */
function pileOn(stage: Stage): void {
  const { dice } = stage;
  const author = dice.pick(people);
  const post = ownPost(stage, author);
  const many = [...stage.hosts, ...ordinaryHosts(dice, 110)];
  for (let left = 190; left > 0; left--) {
    const from = somebody(stage, { host: dice.pick(many) });
    const line = dice.chance(0.25) ? stage.ownWords() : dice.pick(pileIn);
    const at = within(stage, 70 * minute);
    posts(stage, at, from, { line, to: [author], replyTo: post });
    if (dice.chance(0.05)) locally(stage, after(at, 9 * minute), "reply", author, from);
  }
}

/** A class makes accounts in ten minutes on one host, and all hand in the same. */
function handIn(stage: Stage): void {
  const { dice } = stage;
  for (const task of homework.slice(1)) {
    const host = newHost(dice, { software: "mastodon", people: 60, openRegistrations: true });
    const [teacher = "", ...guests] = dice.sample(people, 3);
    const begin = within(stage, 4 * hour);
    const pupils = several(25, () =>
      newcomer(stage, begin, { host, joined: after(begin, -dice.int(5, 15) * minute) }),
    );
    for (const from of pupils) {
      const others = dice.sample(pupils, 4).filter((one) => one !== from);
      const to = [teacher, ...guests.filter(() => dice.chance(0.3))];
      const at = after(begin, dice.int(0, 2_400) * second);
      posts(stage, at, from, { line: filled(dice, task), to, others, hashtags: ["course26"] });
      if (dice.chance(0.4)) locally(stage, after(at, 20 * minute), "follow", teacher, from);
    }
  }
}

/** What filters of old fell for, said by those who have a right to the words. */
function speakPlainly(stage: Stage): void {
  const { dice } = stage;
  for (const { language, text } of sensitive) {
    const from = somebody(stage, { avatar: dice.chance(0.7) });
    const [name = ""] = dice.sample(people, 1);
    const isReply = dice.chance(0.7);
    const replyTo = isReply ? { replyTo: ownPost(stage, name) } : {};
    const own = dice.chance(0.6) ? dice.sample(afterthoughts[language] ?? [], 1) : [];
    const line = filled(dice, { language, text: [text, ...own].join(" ") });
    const at = within(stage, day);
    posts(stage, at, from, { line, to: [name], ...replyTo });
    if (dice.chance(0.4)) locally(stage, after(at, dice.int(5, 99) * minute), "reply", name, from);
  }
}

export const crowds: readonly LookAlike[] = [
  { code: "H09", name: "warnings of a disaster", starred: true, play: warnOfDisaster },
  { code: "H11", name: "mutual aid", starred: true, play: ask },
  { code: "H12", name: "a giveaway", starred: false, play: enter },
  { code: "H13", name: "chain posts and memes", starred: false, play: passOn },
  { code: "H35", name: "a post goes viral", starred: false, play: pileOn },
  { code: "H36", name: "spam's words, meant well", starred: false, play: speakPlainly },
  { code: "H39", name: "a class does its homework", starred: false, play: handIn },
];
