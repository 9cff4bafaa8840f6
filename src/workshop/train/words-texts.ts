// Labelled texts for the shipped words: which, from where, and what is made of them.

import { fileURLToPath } from "node:url";
import { type Features, featuresOf } from "../../engine/words/features.ts";
import { readingOf } from "../bench/words/reading-of.ts";
import { type LabelledText, labelledTextsIn } from "../labelled-texts.ts";

/**
 * Sources whose licence is stated and permissive, and that were read for what their labels are
 * worth: docs/models/words.md. Those with spam come first.
 */
export const trainingSources = [
  ...["x_janitr", "youtube_judol", "telegram_tgspam", "telegram_ru", "sms_uci"],
  ...["tweets_en", "tweets_multi", "posts_ja_open2ch"],
] as const;

/**
 * Ordinary posts about what spam is about, written for this project: every second one is learned
 * from, the others show in the tests whether who writes such posts is taken for a spammer.
 */
const ownFolder = fileURLToPath(new URL("../../../fixtures/words", import.meta.url));

/** Never learned from: licence unclear, or another medium. Only to look at what was learned. */
export const unseenSources = [
  ...["sms_id", "live_zh", "email_spamassassin", "fedi_wave2024"],
  ...["toots_en", "tweets_ja", "twitter_utkml"],
] as const;

export interface LearnedText {
  readonly source: string;
  readonly isSpam: boolean;
  readonly features: Features;
}

/** Of a label of one source; more of one kind adds nothing. Lines are in the order of a hash. */
const textsMax = 6000;

/** Longer than posts are; e-mail. */
const lettersMax = 3000;

/** By source. */
export function learnedTextsIn(folder: string): ReadonlyMap<string, readonly LearnedText[]> {
  const own = labelledTextsIn(ownFolder).filter((_, at) => at % 2 === 0);
  const sources = Map.groupBy(labelledTextsIn(folder), ({ source }) => source).set("own", own);
  return new Map(
    [...trainingSources, ...unseenSources, "own"].map((source) => [
      source,
      learned(source, sources.get(source) ?? []),
    ]),
  );
}

function learned(source: string, texts: readonly LabelledText[]): readonly LearnedText[] {
  return [true, false].flatMap((isSpam) =>
    texts
      .filter((one) => one.isSpam === isSpam)
      .slice(0, textsMax)
      .map(({ text }) => ({ source, isSpam, features: featuresIn(text) })),
  );
}

/** Without what the makers of the texts put in: `http` for a link, `RT @user:`, masked e-mail. */
function featuresIn(text: string): Features {
  const written = text
    .slice(0, lettersMax)
    .replace(/\bRT @user:/g, " ")
    .replace(/\bEMAIL@\S+/g, " ")
    .replace(/\bhttps?\b(?!:)/g, " ");
  // No host is learned beforehand: what was spam's in 2025 is somebody else's today.
  return featuresOf({ ...readingOf(written), links: [] });
}
