// A few texts for whoever has none: offers with some of their words left out, beside what people
// of the lab say. Enough to see that the bench runs; its figures mean nothing.

import { seeded } from "../../../base/prng.ts";
import { chatter, firstReplies, introductions, spoken } from "../../../lab/texts.ts";
import type { LabelledText } from "../../labelled-texts.ts";
import { builtInTexts } from "../waves-texts.ts";

const names = ["made up", "made up too"];
const ofAKind = 40;

export function sampleTexts(): readonly LabelledText[] {
  const random = seeded("sample texts");
  const drawn = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const lines = [...chatter, ...firstReplies, ...introductions];
  const offers = builtInTexts(0);
  const ham = (source: string): LabelledText => {
    return { ...spoken(drawn(lines), drawn), isSpam: false, source };
  };
  const spam = (source: string): LabelledText => {
    const { text, language } = drawn(offers);
    const words = text.split(" ").filter(() => random() < 0.8);
    return { text: words.join(" "), language, isSpam: true, source };
  };
  return names.flatMap((source) =>
    Array.from({ length: ofAKind }, () => [ham(source), spam(source)]).flat(),
  );
}
