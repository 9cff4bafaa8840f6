import assert from "node:assert/strict";
import { test } from "node:test";
import { newWords } from "../../engine/words/model.ts";
import { languages, shiftTo, taughtAgainst } from "./thresholds-language.ts";

const daily = 30;

test("a language that was seen in spam alone raises an alarm when a community of it joins", () => {
  const words = taughtAgainst("pl");
  const shifts = Array.from({ length: 6 }, (_, seed) => shiftTo("pl", words, daily, `${seed}`));
  const late = shifts.filter(({ after = 1000 }) => after > 200).length;
  assert.ok(late <= 1, JSON.stringify(shifts));
});

test("to the shipped words no language of the lab's people is like spam", () => {
  const words = newWords();
  for (const language of languages) {
    const { higherBy } = shiftTo(language, words, 1, language);
    assert.ok(higherBy < 0.5, `${language} ${higherBy}`);
  }
});
