import { disguise } from "./disguise.ts";
import { note, stories } from "./stories.ts";

stories(disguise, [
  ["plain text", note(), {}, 0],
  ["a text pasted with two invisible characters", note({ disguise: { invisible: 2 } }), {}, 0],
  ["one look-alike letter", note({ disguise: { lookalikes: 1 } }), {}, 0],
  ["a word here and there", note({ disguise: { lookalikes: 2, invisible: 2 } }), {}, 0.5],
  ["every word", note({ disguise: { lookalikes: 12 } }), {}, 1],
  ["words cut up by markup", note({ disguise: { markup: 5 } }), {}, 1],
  [
    "Zalgo, right-to-left and emoji that reading found nothing hidden in",
    note({
      text: "h̸e̷l̶l̵o̴ שלום 👩‍👩‍👧 می‌خواهم",
    }),
    {},
    0,
  ],
]);
