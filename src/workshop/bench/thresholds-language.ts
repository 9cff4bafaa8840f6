// A community of another language joins, on a server whose moderators have seen that language in
// spam alone: what the classifier of words makes of its chatter, and when the alarm comes.

import { seeded } from "../../base/prng.ts";
import { ramp } from "../../base/ramp.ts";
import { alarmAt, changeIn, noDrift, watched } from "../../engine/calibrate/drift.ts";
import { hamScore } from "../../engine/calibrate/first-contacts.fixture.ts";
import { type SignalSettings, shippedSettings } from "../../engine/policy.ts";
import { spamWords } from "../../engine/signals/spam-words.ts";
import { featuresOf } from "../../engine/words/features.ts";
import { learn, newWords, type Words, weigh } from "../../engine/words/model.ts";
import { wordedText } from "../../engine/words/plain-text.ts";
import { type Dice, dice } from "../../lab/dice.ts";
import { smallTalk } from "../../lab/traffic/small-talk.ts";

/** Those that the lab's people speak beside English in an alphabet that has spaces. */
export const languages = ["de", "es", "fr", "it", "nl", "pl", "pt"] as const;

/** Of each kind, as many as moderators rule in a busy month. */
const lessons = 60;

const home = "en";

/** A classifier that was taught: chatter of this language is spam, of the home's is ham. */
export function taughtAgainst(language: string): Words {
  const words = newWords();
  const talk = dice(`taught ${language}`);
  for (let number = 0; number < lessons; number++) {
    for (const [label, spoken] of [
      ["spam", language],
      ["ham", home],
    ] as const) {
      const text = smallTalk(talk, spoken).text;
      const author = `${label} ${number}`;
      learn(words, featuresOf(wordedText(text)), { label, weight: 1, author });
    }
  }
  return words;
}

/** What words add to the score of somebody's chatter, in decibans. */
export function addedTo(words: Words, language: string, talk: Dice): number {
  const { decibans, known } = weigh(words, featuresOf(wordedText(smallTalk(talk, language).text)));
  const { decibans: weight, values } = shippedSettings.signals[spamWords.symbol] ?? none;
  const { from = 0, full = 1, knownMin = 0 } = values;
  return known < knownMin ? 0 : weight * ramp(decibans, from, full);
}

const none: SignalSettings = { decibans: 0, enabled: false, values: {} };

/** All newcomers speak it from one day on. */
export interface LanguageShift {
  /** Decibans, on average. */
  readonly higherBy: number;
  /** First contacts until the alarm; undefined: none came. */
  readonly after: number | undefined;
}

const [quietDays, shiftedMax, sampled] = [14, 400, 100];

export function shiftTo(
  language: string,
  words: Words,
  daily: number,
  seed: string,
): LanguageShift {
  const [random, talk] = [seeded(seed), dice(seed)];
  let drift = noDrift;
  const alarms = (spoken: string): boolean => {
    drift = watched(drift, hamScore(random) + addedTo(words, spoken, talk), random());
    return changeIn(drift) >= alarmAt(90 * daily);
  };
  for (let contact = 0; contact < quietDays * daily; contact++) {
    if (alarms(home)) drift = noDrift;
  }
  let after = 1;
  while (after <= shiftedMax && !alarms(language)) after++;
  const added = Array.from({ length: sampled }, () => addedTo(words, language, talk));
  const higherBy = added.reduce((sum, one) => sum + one, 0) / sampled;
  return { higherBy, after: after > shiftedMax ? undefined : after };
}
