import { noWindows } from "../../model/observation.ts";
import { repeatedText } from "./repeated-text.ts";
import { note, repeated, reply, stories, unknown } from "./stories.ts";

const by = (strangers: number, domains: number, recipients: number, regulars = 0) => ({
  repeats: [repeated("text", { strangers, domains, recipients, regulars })],
});
const slow = { ...noWindows, thirtyDays: 6 };

stories(repeatedText, [
  ["nobody else", note(), { repeats: [] }, 0],
  ["one other, to somebody else", note(), by(1, 1, 2), 0.04],
  ["two others from two hosts", note(), by(2, 2, 3), 0.67],
  ["three others from two hosts to three people", note(), by(3, 2, 3), 1],
  [
    "a slow drip over a month",
    note(),
    {
      repeats: [
        {
          ...repeated("text", { strangers: 0, domains: 0, recipients: 0 }),
          strangers: slow,
          domains: slow,
          recipients: slow,
        },
      ],
    },
    1,
  ],
  ["a viral post's alike answers", reply(), by(40, 40, 1), 0],
  ["one person on three hosts, to one of us", note(), by(2, 2, 1), 0.2],
  ["six hosts' strangers, to the only person here", note(), by(11, 6, 1), 1],
  ["a fourth host's copy to the only person here", note(), by(3, 3, 1), 0.53],
  ["a class on one host, to its teacher", note(), by(24, 1, 1), 0.09],
  ["a class on one host, to three of us", note(), by(24, 1, 3), 0.31],
  ["a flash mob on one host", note(), by(40, 1, 9), 0.5],
  ["a greeting that everybody uses", note({ text: "Thanks for the follow!" }), by(3, 3, 3), 0.39],
  ["a meme that regulars started", note(), by(4, 4, 4, 20), 0.09],
  [
    "the same link is another signal's",
    note(),
    {
      repeats: [repeated("link", { strangers: 9, domains: 9, recipients: 9 })],
    },
    0,
  ],
  ["not known in time", note(), { repeats: unknown }, 0],
]);
