// What runs meanwhile: a wave of mentions and a wave of links, so that memory has a campaign
// in mind when wanted mail comes that resembles it.

import { after, type EpochMs, hour, minute } from "../../base/units.ts";
import { type Dice, dice as diceOf } from "../dice.ts";
import { home, person } from "../traffic/home.ts";
import { create } from "../traffic/notes.ts";
import { actorOn, bare, type RemoteHost } from "../traffic/places.ts";
import type { Scene, Sending } from "../traffic/scribe.ts";
import { newHost, people, type SpamPost, somebody } from "./stage.ts";

const alphanumeric = "abcdefghijklmnopqrstuvwxyz0123456789";

/** Texts that live at a time; each post has one of them and five mentions. */
const calls = [
  "https://join-the-server.test/x7Kq2",
  "The picture could not be attached, so here is only the link https://join-the-server.test/x7Kq2",
  "https://join-the-server.test/x7Kq2 best members best server come now",
];

/** Small open hosts, each with a few accounts that the wave made within minutes. */
export function spamOf(seed: string, begin: EpochMs, hosts: readonly RemoteHost[]): SpamPost[] {
  const dice = diceOf(`${seed}/mention wave`);
  const open = openHosts(dice, 14);
  return Array.from({ length: 24 }, () => {
    const at = after(begin, dice.int(0, 4 * 60) * minute);
    const joined = after(at, -dice.int(1, 30) * minute);
    const author = actorOn(dice.pick(open), dice.letters(alphanumeric, 10), bare(joined));
    const locals = dice.sample(people, 4);
    const others = [somebody({ dice, hosts, at })];
    const id = `${author.id}/statuses/1${dice.letters("0123456789", 17)}`;
    return { id, at, author, text: dice.pick(calls), locals, others };
  });
}

function openHosts(dice: Dice, count: number): RemoteHost[] {
  const told = { software: "mastodon", openRegistrations: true, people: 60 } as const;
  return Array.from({ length: count }, () => newHost(dice, told));
}

export function mentionWaveOf(spam: readonly SpamPost[]): Scene[] {
  return spam.map(({ id, at, author, text, locals, others }): Sending => {
    const mentions = [...locals.map((name) => person(home, name)), ...others];
    const activity = create(author, id, at, { text, language: "en", mentions });
    const nature = { truth: "spam", attack: "T12" } as const;
    return { kind: "sending", at, from: author, activity, reaches: locals, nature };
  });
}

/** Strangers who write to one person each, with a fresh address and a sum in every letter. */
export function linkWave(seed: string, begin: EpochMs): Scene[] {
  const dice = diceOf(`${seed}/link wave`);
  const large = openHosts(dice, 5);
  return Array.from({ length: 20 }, (): Sending => {
    const at = after(begin, dice.int(0, 4 * 60) * minute);
    const joined = after(at, -dice.int(2, 60) * minute);
    const profile = { ...bare(joined), avatar: dice.chance(0.6) };
    const from = actorOn(dice.pick(large), dice.letters(alphanumeric, 10), profile);
    const [name = ""] = dice.sample(people, 1);
    const address = `https://${dice.letters("abcdefghkmnpqrstuvw", 9)}.test/login`;
    const text =
      `Dear ${name}, you hold an unclaimed investment credit of ${dice.int(2, 90)}00 USD. ` +
      `Confirm your wallet within ${dice.int(2, 48)} hours at ${address}`;
    const say = { text, language: "en", visibility: "direct" } as const;
    const id = `${from.id}/statuses/1${dice.letters("0123456789", 17)}`;
    const activity = create(from, id, at, { ...say, mentions: [person(home, name)] });
    const nature = { truth: "spam", attack: "T09" } as const;
    return { kind: "sending", at, from, activity, reaches: [name], nature };
  });
}

/** They begin an hour before the look-alikes. */
export const headStart = hour;
