// H19, H23 to H25, H28, H29 and H37: other software, other writing, and the wrong neighbours.

import { after, day, hour, minute, second } from "../../base/units.ts";
import { like, type Outgoing } from "../activities.ts";
import { edited } from "../traffic/acts.ts";
import { create, newId } from "../traffic/notes.ts";
import type { LookAlike } from "./lookalike.ts";
import { retyped, wrapped } from "./machines.ts";
import { answer } from "./newcomers.ts";
import {
  filled,
  follows,
  friendsOf,
  likes,
  locally,
  named,
  newHost,
  ownPost,
  people,
  posts,
  type Stage,
  sends,
  several,
  somebody,
  within,
} from "./stage.ts";
import { trials } from "./texts/formulas.ts";
import { forumPosts, polls, reviews } from "./texts/machines.ts";
import { scripts } from "./texts/scripts.ts";

/** "test", twenty times, to themselves and to who tests with them; and types nobody knows. */
function tryOut(stage: Stage): void {
  const { dice } = stage;
  for (let left = 6; left > 0; left--) {
    const software = dice.pick(["gotosocial", "pleroma", "mastodon"] as const);
    const host = newHost(dice, { software, people: 1 });
    const from = somebody(stage, { host, followers: 0, summary: "", joined: stage.at });
    const [mate = ""] = dice.sample(people, 1);
    const isAgreed = dice.chance(0.5);
    if (isAgreed) locally(stage, stage.at, "mention", mate, from);
    const line = dice.pick(trials);
    const begin = after(within(stage, 6 * hour), minute);
    for (let turn = 14; turn > 0; turn--) {
      const at = after(begin, dice.int(0, 5_400) * second);
      const to = dice.chance(0.5) ? [mate] : [];
      const type = dice.pick(["Note", "Note", "Note", "Article", "Listen", "Recipe"]);
      posts(stage, at, from, { line, to }, (created) => retyped(created, type, {}));
    }
  }
}

/** A community passes everything on: comments, votes, posts; and private messages. */
function federateForums(stage: Stage): void {
  const { dice } = stage;
  const host = newHost(dice, { software: "lemmy", people: 3_000 });
  const group = somebody(stage, { host, type: "Group", username: "workshop" });
  const members = dice.sample(people, 8);
  for (const name of members) locally(stage, after(stage.at, -day), "follow", name, group);
  for (let left = 110; left > 0; left--) {
    const at = within(stage, 6 * hour);
    const author = somebody(stage, { host });
    const name = dice.pick(members);
    const draw = dice.int(1, 10);
    const id = newId(author, "statuses", at, dice);
    const said = (line: { text: string; language: string }, reply: boolean): Outgoing =>
      create(author, id, at, {
        ...line,
        mentions: reply ? named(name) : [],
        ...(reply ? { replyTo: ownPost(stage, name) } : {}),
      });
    const passOn = (inner: Outgoing, reaches: readonly string[]): void =>
      sends(stage, at, group, wrapped(stage, at, group, inner), reaches);
    if (draw <= 3) passOn(said(stage.ownWords(), true), [name]);
    else if (draw <= 5) passOn(said(stage.ownWords(), false), []);
    else if (draw <= 8)
      passOn(like(author, newId(author, "like", at, dice), ownPost(stage, name)), [name]);
    else if (draw === 9) {
      const line = filled(dice, dice.pick(forumPosts));
      passOn(retyped(said(line, false), "Page", { name: line.text }), []);
    } else posts(stage, at, author, { line: stage.ownWords(), to: [name], visibility: "direct" });
  }
}

/** Comments under films, reviews of books; much is edited right after it was sent. */
function review(stage: Stage): void {
  const { dice } = stage;
  for (const words of reviews) {
    const at = within(stage, day);
    const from = somebody(stage, { host: newHost(dice, { software: "pleroma", people: 300 }) });
    const [name = ""] = dice.sample(people, 1);
    const line = filled(dice, words);
    const type = dice.pick(["Note", "Note", "Review", "Quotation", "Comment"]);
    const to = dice.chance(0.7) ? [name] : [];
    const replyTo = ownPost(stage, name);
    const created = posts(stage, at, from, { line, to, replyTo }, (note) =>
      retyped(note, type, {}),
    );
    if (!dice.chance(0.4)) continue;
    const later = after(at, dice.int(5, 400) * second);
    const say = { ...line, mentions: named(...to), replyTo, text: `${line.text} (edit: typo)` };
    sends(stage, later, from, edited(from, created, later, say), to);
  }
}

/** Thousands of unrelated people behind one domain: odd handles, no history, fresh documents. */
function bridge(stage: Stage): void {
  const { dice } = stage;
  const host = newHost(dice, { software: "mastodon", people: 60_000, openRegistrations: true });
  const lower = "abcdefghijklmnopqrstuvwxyz";
  for (let left = 100; left > 0; left--) {
    const at = within(stage, 8 * hour);
    const elsewhere = dice.pick(["bluest", "blog", "web"]);
    const username = `${dice.letters(lower, dice.int(4, 9))}.${elsewhere}.test`;
    const joined = after(at, -dice.int(1, 5_000) * minute);
    const told = { host, username, joined, followers: 0, posts: dice.int(0, 4) };
    const from = somebody(stage, { ...told, avatar: dice.chance(0.8) });
    const name = dice.pick(people);
    const draw = dice.int(1, 10);
    if (draw <= 3) follows(stage, at, from, name);
    else if (draw <= 6) likes(stage, at, from, name);
    else answer(stage, at, from, name);
  }
}

/** Every script and every joke with letters; all of it is meant as it stands. */
function writeOtherwise(stage: Stage): void {
  const { dice } = stage;
  for (const words of scripts) {
    const from = somebody(stage, { avatar: dice.chance(0.8) });
    const name = dice.pick(people);
    const line = filled(dice, words);
    const replyTo = dice.chance(0.8) ? { replyTo: ownPost(stage, name) } : {};
    const at = within(stage, day);
    posts(stage, at, from, { line, to: [name], ...replyTo });
    if (dice.chance(0.4)) locally(stage, after(at, dice.int(5, 99) * minute), "reply", name, from);
  }
}

/** Polls, with friends asked by name, and words in them that filters don't like. */
function poll(stage: Stage): void {
  const { dice } = stage;
  for (const [language, ...lines] of polls) {
    const to = dice.chance(0.7) ? dice.sample(people, dice.int(1, 3)) : [];
    const from = somebody(stage);
    if (dice.chance(0.5)) friendsOf(stage, to.slice(0, 1), from);
    const [text = "", ...choices] = lines.map((one) => filled(dice, { language, text: one }).text);
    posts(stage, within(stage, day), from, { line: { language, text }, to, poll: choices });
  }
}

/** A small host on which the spam wave has one account. The other people just live there. */
function liveBeside(stage: Stage): void {
  const { dice } = stage;
  const shared = stage.spam.map(({ author }) => author.host);
  const neighbours = several(36, () => somebody(stage, { host: dice.pick(shared) }));
  for (const from of neighbours) {
    const at = within(stage, 8 * hour);
    const name = dice.pick(people);
    answer(stage, at, from, name);
    if (dice.chance(0.3)) likes(stage, after(at, minute), from, name);
  }
}

export const platforms: readonly LookAlike[] = [
  { code: "H19", name: "people who test", starred: false, play: tryOut },
  { code: "H23", name: "forums", starred: false, play: federateForums },
  { code: "H24", name: "films, books and their reviews", starred: false, play: review },
  { code: "H25", name: "people behind a bridge", starred: true, play: bridge },
  {
    code: "H28",
    name: "other scripts and plays with letters",
    starred: true,
    play: writeOtherwise,
  },
  { code: "H29", name: "polls", starred: false, play: poll },
  { code: "H37", name: "neighbours of a spammer", starred: false, play: liveBeside },
];
