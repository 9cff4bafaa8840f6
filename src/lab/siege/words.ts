// What one post of an attack says, by the method of the moment.

import type { Dice } from "../dice.ts";
import { dice as diceOf } from "../dice.ts";
import { coverTalk } from "./cover-talk.ts";
import { disguised } from "./disguise.ts";
import type { Method } from "./method.ts";
import { type Offer, pitched, rewritten, type Said, saidSoFar, tongues } from "./pitches.ts";
import type { Purse } from "./prices.ts";

/** A campaign's own vocabulary: it draws, remembers what it said, and pays. */
export interface Speaker {
  /** The whole text, links included; `name` is whom it speaks to. */
  say(method: Method, name: string): Spoken;
  /** Something harmless, in the campaign's language. */
  chat(method: Method): Spoken;
}

export interface Spoken {
  readonly text: string;
  readonly language: string;
}

export interface Campaign {
  readonly seed: string;
  readonly theme: Offer["theme"];
  readonly language: string;
}

export function speakerOf(campaign: Campaign, dice: Dice, purse: Purse): Speaker {
  const said = saidSoFar();
  const paid = new Set<string>();
  let posts = 0;
  const languageOf = ({ language }: Method): string => {
    if (language === "one") return campaign.language;
    return tongues[Math.floor(posts / 10) % tongues.length] ?? "en";
  };
  return {
    say(method, name) {
      posts += 1;
      const brand = brandOf(campaign, method);
      const language = languageOf(method);
      const offer = { theme: campaign.theme, language, name, brand };
      const worded = wordsOf({ campaign, dice, purse, said }, method, offer);
      const text = disguised(dice, worded, method.letters);
      const link = linked(dice, method, brand);
      payForLink(purse, paid, method, brand);
      const lead = method.onTopic ? `${coverTalk(dice, language)} ` : "";
      return { language, text: lead + text + link };
    },
    chat: (method) => {
      const language = languageOf(method);
      return { language, text: coverTalk(dice, language) };
    },
  };
}

const brandNames = "Velora Numbit Kasto Dravix Ponteo Luxbay Morvian Zetrio Halcove Quorro".split(
  " ",
);

/** Another edition has another name. */
function brandOf({ seed }: Campaign, { edition }: Method): string {
  const dice = diceOf(`${seed}/brand/${edition}`);
  return `${dice.pick(brandNames)}${dice.int(10, 99)}`;
}

interface Desk {
  readonly campaign: Campaign;
  readonly dice: Dice;
  readonly purse: Purse;
  readonly said: Said;
}

function wordsOf({ campaign, dice, purse, said }: Desk, method: Method, offer: Offer): string {
  switch (method.wording) {
    case "template":
      return templateOf(campaign, method, offer);
    case "random-parts":
      return withRandomParts(dice, templateOf(campaign, method, offer));
    case "below-likeness": {
      purse.spend("rewrite", 3);
      const drafts = [0, 1, 2].map(() => rewritten(dice, offer, said));
      return remembered(said, leastAlike(said, drafts));
    }
    case "rewritten":
      purse.spend("rewrite");
      return remembered(said, rewritten(dice, offer, said));
  }
}

/** The same words from the first post to the last; the name is a slot. */
function templateOf({ seed }: Campaign, { edition }: Method, offer: Offer): string {
  return pitched(diceOf(`${seed}/template/${edition}/${offer.language}`), offer);
}

function leastAlike(said: Said, drafts: readonly string[]): string {
  const nearest = drafts.map((draft) => said.nearness(draft));
  return drafts[nearest.indexOf(Math.min(...nearest))] ?? "";
}

function remembered(said: Said, text: string): string {
  said.add(text);
  return text;
}

function withRandomParts(dice: Dice, text: string): string {
  const sentences = text.split(/(?<=[.!?。])\s*/);
  const noise = (): string =>
    Array.from({ length: dice.int(1, 6) }, () => dice.letters("abcdefghijklmnoprstuvwxyz", 6)).join(
      " ",
    );
  const tail = dice.chance(0.5) ? noise() : dice.letters("0123456789abcdef", dice.int(5, 60));
  const parts = [...dice.sample(sentences, sentences.length), tail];
  return (dice.chance(0.4) ? [noise(), ...parts] : parts).join(" ");
}

const shorteners = ["shrt.test", "go2.test", "tny.test", "lnk9.test", "u.test", "hop.test"];
const reputable = ["search.alder.example", "maps.cobalt.example", "mail.quartz.example"];

/** What is put behind the text, where the payload is a link. */
function linked(dice: Dice, { payload }: Method, brand: string): string {
  const host = `${brand.toLowerCase()}.test`;
  const token = dice.letters("abcdefghijkmnpqrstuvwxyz23456789", 7);
  switch (payload) {
    case "link":
      return ` https://${host}/join`;
    case "short":
      return ` https://${dice.pick(shorteners)}/${token}`;
    case "open-redirect":
      return ` https://${dice.pick(reputable)}/url?q=https%3A%2F%2F${host}%2F${token}&sa=${token}`;
    case "odd-link":
      return ` ${dice.pick([
        `https://${dice.pick(reputable)}@${host}/${token}`,
        `https://xn--${brand.toLowerCase()}-${token.slice(0, 3)}.test/`,
        `https://${host.toUpperCase()}:443/%2e/${token}`,
        `https://${token}.${host}./`,
      ])}`;
    case "split-link":
      return ` ${brand.toLowerCase()} ${dice.pick(["dot", "(.)", "[.]", "punkt"])} test`;
    case "text":
    case "handles":
    case "picture":
    case "alt-text":
    case "profile":
      return "";
  }
}

/** A landing page is bought once; what is fresh in every post, every time. */
function payForLink(purse: Purse, paid: Set<string>, { payload }: Method, brand: string): void {
  const isFresh = payload === "short" || payload === "open-redirect" || payload === "odd-link";
  if (isFresh) purse.spend("link");
  if (isFresh || paid.has(brand)) return;
  paid.add(brand);
  if (payload === "link" || payload === "split-link") purse.spend("link");
}
