// An attacker's messages: what is said again and again, and how it is put in other words.

import type { Dice } from "../dice.ts";
import { coverTalk } from "./cover-talk.ts";
import { french, german, japanese, portuguese, russian, spanish } from "./pitches-abroad.ts";
import { english } from "./pitches-en.ts";
import { spun } from "./spun.ts";

export interface Pitch {
  readonly openers: readonly string[];
  readonly bodies: readonly string[];
  readonly calls: readonly string[];
}

export type Theme = keyof typeof english;
export const themes = Object.keys(english) as readonly Theme[];

const abroad: Readonly<Record<string, Pitch>> = {
  de: german,
  fr: french,
  es: spanish,
  pt: portuguese,
  ja: japanese,
  ru: russian,
};

/** What a message can be said in, English first. */
export const tongues: readonly string[] = ["en", ...Object.keys(abroad)];

/** What is offered, in what language, to whom, and by whom. */
export interface Offer {
  readonly theme: Theme;
  readonly language: string;
  readonly name: string;
  readonly brand: string;
}

/** The offer in words that `dice` draws: the same dice, the same words. */
export function pitched(dice: Dice, { theme, language, name, brand }: Offer): string {
  const pitch = abroad[language] ?? english[theme];
  const parts = [
    ...(dice.chance(0.75) ? [dice.pick(pitch.openers)] : []),
    ...dice.sample(pitch.bodies, dice.int(1, 3)),
    ...(dice.chance(0.85) ? [dice.pick(pitch.calls)] : []),
  ];
  const gap = language === "ja" ? "" : " ";
  const spoken = spun(parts.join(gap), dice);
  return spoken.replaceAll("<name>", name).replaceAll("<brand>", brand);
}

/** Words that nobody sent before: as a machine rewrites, sentences of its own among them. */
export function rewritten(dice: Dice, offer: Offer, said: Said): string {
  const drafts = Array.from({ length: 12 }, () => {
    const own = coverTalk(dice, offer.language);
    const pitch = pitched(dice, offer);
    return dice.chance(0.5) ? pitch : dice.chance(0.5) ? `${own} ${pitch}` : `${pitch} ${own}`;
  });
  const nearest = drafts.map((draft) => said.nearness(draft));
  return drafts[nearest.indexOf(Math.min(...nearest))] ?? "";
}

/** What was said already, as the attacker's own measure of likeness sees it. */
export interface Said {
  /** 0 to 1: of the draft's runs of four letters, the share that stood in one earlier text. */
  nearness(draft: string): number;
  add(text: string): void;
}

/** How many texts back it remembers. */
const saidMax = 60;

export function saidSoFar(): Said {
  /** In which texts a run of letters stood, by their numbers. */
  const places = new Map<string, number[]>();
  let texts = 0;
  return {
    nearness(draft) {
      const runs = fourGrams(draft);
      const shared = new Map<number, number>();
      for (const run of runs) {
        for (const text of places.get(run) ?? []) {
          if (text > texts - saidMax) shared.set(text, (shared.get(text) ?? 0) + 1);
        }
      }
      return Math.max(0, ...shared.values()) / Math.max(1, runs.size);
    },
    add(text) {
      texts += 1;
      for (const run of fourGrams(text)) {
        const recent = (places.get(run) ?? []).filter((one) => one > texts - saidMax);
        places.set(run, [...recent, texts]);
      }
    },
  };
}

export function fourGrams(text: string): Set<string> {
  const letters = text.toLowerCase().replace(/\s+/g, " ");
  const runs = new Set<string>();
  for (let at = 0; at + 4 <= letters.length; at += 1) runs.add(letters.slice(at, at + 4));
  return runs;
}
