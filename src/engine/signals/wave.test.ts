import { note, repeated, reply, stories, together, unknown } from "./stories.ts";
import { wave } from "./wave.ts";

const by = (
  view: string,
  strangers: number,
  domains: number,
  recipients: number,
  regulars = 0,
) => ({
  repeats: [repeated(view, { strangers, domains, recipients, regulars })],
});

const alike = (strangers: number, domains: number, recipients: number, bits: number) => ({
  repeats: [],
  campaign: together(strangers, domains, recipients, 0, bits),
});

const opaque = { opaqueRecipients: 1, unsolicitedRecipients: 1 };

stories(wave, [
  ["a few copies", note(), by("text", 3, 3, 3), 0],
  ["ten strangers, five domains, five people", note(), by("text", 10, 5, 5), 1],
  ["the same picture", note(), by("media", 10, 5, 5), 1],
  ["half way", note(), by("text", 7, 5, 9), 0.57],
  ["the same link under different texts", note(), by("link", 10, 5, 5), 0.3],
  ["a line that everybody says", note({ text: "happy new year!" }), by("text", 10, 9, 9), 0.3],
  ["alike answers to one person's viral post", reply(), by("text", 40, 40, 1), 0],
  ["many hosts' strangers to the only person here", note(), by("text", 11, 6, 1), 1],
  ["a class on one host", note(), by("text", 25, 1, 9), 0],
  ["a school on one host", note(), by("text", 40, 1, 9), 0],
  ["a mob on one host at one person", note(), alike(100, 1, 1, 40), 1],
  ["a crowd's answers to one post", reply(), alike(150, 1, 1, 40), 0],
  ["a chain letter that regulars passed on first", note(), by("text", 10, 9, 9, 20), 0.2],
  ["nobody else", note(), { repeats: [] }, 0],
  [
    "ten strangers, towards people of whom no tie is known",
    note(),
    { ...by("text", 10, 5, 5), ...opaque },
    0.29,
  ],
  [
    "twenty, towards people of whom no tie is known",
    note(),
    { ...by("text", 20, 10, 10), ...opaque },
    1,
  ],
  ["not known in time", note(), { repeats: unknown, campaign: unknown }, 0],
  [
    "alike, while who sent the very same is not known in time",
    note(),
    { ...alike(10, 5, 5, 40), repeats: unknown },
    1,
  ],
  [
    "the same, while who wrote alike is not known in time",
    note(),
    { ...by("text", 10, 5, 5), campaign: unknown },
    1,
  ],
  ["ten strangers' variants of one text", note(), alike(10, 5, 5, 40), 1],
  ["ten strangers' alike greetings", note(), alike(10, 5, 5, 21), 0.5],
  ["words that anybody says", note(), alike(10, 5, 5, 12), 0],
]);
