// H07, H08, H21, H22, H26, H27 and H32 to H34: programs, and what programs do by accident.

import { after, day, type EpochMs, hour, minute, second } from "../../base/units.ts";
import { announce, erase, everybody, type Outgoing } from "../activities.ts";
import { newId } from "../traffic/notes.ts";
import type { RemoteActor } from "../traffic/places.ts";
import type { LookAlike } from "./lookalike.ts";
import { answer } from "./newcomers.ts";
import {
  boosts,
  filled,
  follows,
  friendsOf,
  likes,
  locally,
  newHost,
  ordinaryHosts,
  ownPost,
  people,
  posts,
  type Stage,
  sends,
  several,
  somebody,
  stands,
  within,
} from "./stage.ts";
import { articleTitles, botAnswers, botForms, events, reviews } from "./texts/machines.ts";
import { answers } from "./texts/talk.ts";

/** Feeds, a third of them not marked as such; and bots that answer who asked them. */
function feed(stage: Stage): void {
  const { dice } = stage;
  for (const form of botForms) {
    const type = dice.chance(0.69) ? "Service" : "Person";
    const bot = friendsOf(stage, dice.sample(people, 2), somebody(stage, { type }));
    for (let left = 8; left > 0; left--)
      posts(stage, within(stage, day), bot, { line: filled(dice, form) });
  }
  for (const form of botAnswers) {
    const bot = somebody(stage, { type: dice.chance(0.69) ? "Service" : "Person" });
    for (const name of dice.sample(people, 8)) {
      const at = within(stage, day);
      const replyTo = ownPost(stage, name);
      locally(stage, after(at, -dice.int(2, 90) * second), "mention", name, bot);
      posts(stage, at, bot, { line: filled(dice, form), to: [name], replyTo });
    }
  }
}

/** One person, two to four accounts, the same words seconds apart. */
function mirror(stage: Stage): void {
  const { dice } = stage;
  for (let left = 12; left > 0; left--) {
    const username = `${dice.letters("bdfgklmnprst", 1)}${dice.letters("aeiou", 1)}_mirror`;
    const hosts = dice.sample(stage.hosts, dice.int(2, 4));
    const selves = hosts.map((host) => somebody(stage, { host, username }));
    const names = dice.sample(people, 3);
    for (const self of selves.slice(0, 1)) friendsOf(stage, names.slice(0, 1), self);
    for (let turn = 3; turn > 0; turn--) {
      const at = within(stage, 2 * day);
      const line = stage.ownWords();
      const to = dice.chance(0.7) ? dice.sample(names, dice.int(1, 2)) : [];
      for (const [index, self] of selves.entries())
        posts(stage, after(at, index * dice.int(1, 20) * second), self, { line, to });
    }
  }
}

/** Another type of object where a server of another kind would send one. */
export function retyped(
  created: Outgoing,
  type: string,
  more: Readonly<Record<string, unknown>>,
): Outgoing {
  return { ...created, object: { ...(created["object"] as Outgoing), type, ...more } };
}

/** Events, to followers and to whom they concern; the same text goes to several groups. */
function invite(stage: Stage): void {
  const { dice } = stage;
  for (const event of events) {
    const host = dice.pick([...stage.hosts.slice(0, 3), newHost(dice, { people: 40 })]);
    const from = somebody(stage, { host, type: dice.pick(["Group", "Person"]) });
    const line = filled(dice, event, { host: host.name });
    const startTime = new Date(after(stage.at, dice.int(3, 40) * day)).toISOString();
    for (let group = dice.int(1, 3); group > 0; group--) {
      const to = dice.chance(0.6) ? dice.sample(people, dice.int(1, 3)) : [];
      const name = line.text.slice(0, 40);
      posts(stage, within(stage, day), from, { line, to }, (created) =>
        retyped(created, "Event", { name, startTime }),
      );
    }
  }
}

/** Articles of thousands of letters with many links, and comments by their authors. */
function publish(stage: Stage): void {
  const { dice } = stage;
  for (let left = 22; left > 0; left--) {
    const host = newHost(dice, { software: "pleroma", people: 1 });
    const blog = somebody(stage, { host, username: "blog", followers: 0, avatar: true });
    const title = filled(dice, dice.pick(articleTitles));
    const link = (n: number): string =>
      `https://${host.name}/p/${n}${dice.letters("0123456789", 4)}`;
    const words = ownVocabulary(stage);
    const body = several(dice.int(8, 60), (n) => `${someParagraph(stage, words)} ${link(n)}`);
    const line = { ...title, text: body.join("\n\n") };
    const to = dice.chance(0.6) ? dice.sample(people, 1) : [];
    const hashtags = several(dice.int(0, 24), (n) => `tag${n}${dice.letters("abcdefgh", 3)}`);
    posts(stage, within(stage, day), blog, { line, to, hashtags }, (created) =>
      retyped(created, "Article", { name: title.text }),
    );
    const { language, text } = stage.ownWords();
    const comment = { language, text: dice.chance(0.5) ? `${text} ${link(0)}` : text };
    const [name = ""] = dice.sample(people, 1);
    const replyTo = ownPost(stage, name);
    posts(stage, within(stage, day), blog, { line: comment, to: [name], replyTo });
  }
}

/**
 * A third of the common words and twice as many of their own: so articles share as many runs of
 * four letters as unrelated English texts of their length do, 0.13 of them at 3,000 letters.
 */
function ownVocabulary({ dice }: Stage): readonly string[] {
  const common = dice.sample(vocabulary, Math.floor(vocabulary.length / 3));
  const syllable = (): string =>
    dice.letters("bcdfghklmnprstvw", 1) + dice.letters("aeiouy", 1) + dice.letters("lnrstmdk", 1);
  const own = several(common.length * 2, () => several(dice.int(1, 3), syllable).join(""));
  return [...common, ...own];
}

/** Words in no order, of those that this author uses. */
function someParagraph({ dice }: Stage, own: readonly string[]): string {
  const drawn = several(dice.int(12, 60), () => dice.pick(own));
  return filled(dice, { language: "en", text: `${drawn.join(" ")}.` }).text;
}

const vocabulary = [...answers, ...reviews, ...articleTitles]
  .filter(({ language }) => language === "en")
  .flatMap(({ text }) => text.split(/[^\w{}']+/))
  .filter((word, index, all) => all.indexOf(word) === index);

/** A relay boosts what it is sent, several times a minute. Posts of ours are among it. */
function relay(stage: Stage): void {
  const { dice } = stage;
  const host = newHost(dice, { people: 1 });
  const told = { host, username: "relay", summary: "", avatar: false, followers: 0, name: "" };
  const from = somebody(stage, { ...told, type: "Service" });
  for (let left = 150; left > 0; left--) {
    const at = within(stage, 40 * minute);
    const author = somebody(stage);
    const post = dice.chance(0.8)
      ? stands(stage, after(at, -minute), author, { line: stage.ownWords() })
      : undefined;
    if (post === undefined) boosts(stage, at, from, dice.pick(people));
    else {
      const id = newId(from, "boosts", at, dice);
      sends(stage, at, from, announce(from, id, at, post, author.id), []);
    }
  }
}

/** A group boosts whatever names it: posts of ours, and posts that name ours. */
function regroup(stage: Stage): void {
  const { dice } = stage;
  for (let left = 4; left > 0; left--) {
    const group = somebody(stage, { type: "Group", avatar: dice.chance(0.5) });
    const members = dice.sample(people, 6);
    for (const name of members.slice(0, 4))
      locally(stage, after(stage.at, -day), "follow", name, group);
    for (let turn = 26; turn > 0; turn--) {
      const at = within(stage, day);
      const name = dice.pick(members);
      if (dice.chance(0.4)) boosts(stage, at, group, name);
      else {
        const author = somebody(stage);
        const to = dice.chance(0.5) ? [name] : [];
        const line = stage.ownWords();
        const created = posts(stage, at, author, { line, to, others: [group] });
        const post = (created["object"] as { id: string }).id;
        const id = newId(group, "boosts", at, dice);
        const later = after(at, 3 * second);
        sends(stage, later, group, announce(group, id, later, post, author.id), []);
      }
    }
  }
}

/** A host comes back and sends all that it owes, hours old, within minutes. */
function catchUp(stage: Stage): void {
  const { dice } = stage;
  const host = newHost(dice, { software: "mastodon", people: 6_000 });
  const friends = several(14, () =>
    friendsOf(stage, dice.sample(people, 2), somebody(stage, { host })),
  );
  for (let left = 170; left > 0; left--) {
    const isFriend = dice.chance(0.6);
    const from = isFriend ? dice.pick(friends) : somebody(stage, { host });
    const at = within(stage, 10 * minute);
    const written = after(at, -dice.int(2, 20) * hour);
    const [name = ""] = dice.sample(people, 1);
    const draw = dice.int(1, 10);
    if (draw <= 2) likes(stage, at, from, name);
    else if (draw === 3) boosts(stage, at, from, name);
    else if (draw === 4) follows(stage, at, from, name);
    else if (draw <= 7) posts(stage, at, from, { line: stage.ownWords() }, dated(written));
    else {
      const told = { line: stage.ownWords(), to: [name], replyTo: ownPost(stage, name) };
      posts(stage, at, from, told, dated(written));
    }
  }
}

/** As it was written: then, not now. */
function dated(at: EpochMs): (created: Outgoing) => Outgoing {
  const published = new Date(at).toISOString();
  return (created) => ({
    ...created,
    published,
    object: { ...(created["object"] as Outgoing), published },
  });
}

/** Old mail sent again with its notifications, everything twice, and clocks that go wrong. */
function stumble(stage: Stage): void {
  const { dice } = stage;
  const host = newHost(dice, { software: "pleroma", people: 90 });
  const authors = several(9, () => somebody(stage, { host }));
  for (let left = 110; left > 0; left--) {
    const from = dice.pick(authors);
    const at = within(stage, 2 * hour);
    const to = dice.sample(people, 1);
    const line = stage.ownWords();
    const old = dated(after(at, -dice.int(20, 400) * day));
    const created = posts(stage, at, from, { line, to }, old);
    if (dice.chance(0.3)) sends(stage, after(at, dice.int(1, 9) * second), from, created, to);
  }
  for (let left = 12; left > 0; left--) {
    const at = within(stage, 2 * hour);
    const fast = dated(after(at, dice.int(1, 12) * hour));
    posts(stage, at, somebody(stage), { line: stage.ownWords(), to: dice.sample(people, 1) }, fast);
  }
}

/** Accounts that nobody here knows are deleted by the hundred; each tells everybody. */
function vanish(stage: Stage): void {
  const { dice } = stage;
  const hosts = ordinaryHosts(dice, 6);
  for (let left = 180; left > 0; left--) {
    const from = somebody(stage, { host: dice.pick(hosts) });
    sends(stage, within(stage, minute), from, erase(from, from.id, from.id), []);
  }
  for (let left = 10; left > 0; left--)
    answer(stage, within(stage, minute), somebody(stage), dice.pick(people));
}

/** What a community's people do, in its community's Announce. */
export function wrapped(stage: Stage, at: EpochMs, group: RemoteActor, inner: Outgoing): Outgoing {
  const { "@context": context, ...object } = inner;
  const id = newId(group, "announce", at, stage.dice);
  const cc = [`${group.id}/followers`];
  return {
    "@context": context,
    id,
    type: "Announce",
    actor: group.id,
    to: [everybody],
    cc,
    object,
  };
}

export const machines: readonly LookAlike[] = [
  { code: "H07", name: "feeds and helpful bots", starred: false, play: feed },
  { code: "H08", name: "the same post on all one's accounts", starred: false, play: mirror },
  { code: "H21", name: "announcements of events", starred: false, play: invite },
  { code: "H22", name: "blogs and newsletters", starred: false, play: publish },
  { code: "H26", name: "relays", starred: false, play: relay },
  { code: "H27", name: "groups that boost", starred: false, play: regroup },
  { code: "H32", name: "a backlog after an outage", starred: false, play: catchUp },
  { code: "H33", name: "accidents of software", starred: false, play: stumble },
  { code: "H34", name: "a storm of deletions", starred: false, play: vanish },
];
