import { repeatedLink } from "./repeated-link.ts";
import { note, repeated, reply, stories, unknown } from "./stories.ts";

const by = (strangers: number, domains: number, recipients: number, regulars = 0) => ({
  repeats: [repeated("link", { strangers, domains, recipients, regulars })],
});

stories(repeatedLink, [
  ["nobody else", note(), { repeats: [] }, 0],
  ["one other, to the same person", note(), by(1, 1, 1), 0.02],
  ["three others, two domains, three people", note(), by(3, 2, 3), 1],
  ["the same in answers", reply(), by(3, 2, 3), 1],
  ["many answers to one viral post", reply(), by(40, 30, 1), 0],
  ["a class on one host", note(), by(24, 1, 3), 0.27],
  ["the week's talk, regulars first", note(), by(3, 3, 3, 12), 0.11],
  [
    "something else is the same",
    note(),
    {
      repeats: [repeated("other", { strangers: 9, domains: 9, recipients: 9 })],
    },
    0,
  ],
  ["not known in time", note(), { repeats: unknown }, 0],
]);
