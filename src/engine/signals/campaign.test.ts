import { noCampaign } from "../../model/observation.ts";
import { campaign } from "./campaign.ts";
import { note, reply, stories, together, unknown } from "./stories.ts";

const others = (...counts: Parameters<typeof together>) => ({ campaign: together(...counts) });

const ham = { ...together(30, 20, 30), ruled: "ham" } as const;

/** Three, towards so many of whom nothing is known, of so many in all. */
const opaquely = (opaqueRecipients: number, unsolicitedRecipients: number) => ({
  ...{ opaqueRecipients, unsolicitedRecipients },
  ...others(3, 2, 3),
});

stories(campaign, [
  ["nobody else", note(), { campaign: noCampaign }, 0],
  ["one other on one host, to one person", note(), others(1, 1, 1), 0.02],
  ["two others on two hosts", note(), others(2, 2, 2), 0.43],
  ["three on two hosts, to three people", note(), others(3, 2, 3), 1],
  ["alike, but perhaps by chance", note(), others(3, 2, 3, 0, 21), 0.5],
  ["alike as anybody's words are", note(), others(9, 9, 9, 0, 12), 0],
  ["a class on one host", note(), others(10, 1, 9), 0.2],
  ["a school on one host", note(), others(40, 1, 1), 0.12],
  ["a crowd on one host at one person", note(), others(75, 1, 1), 0.5],
  ["a mob", note(), others(100, 1, 1), 1],
  ["a crowd's answers to one post", reply(), others(150, 1, 1), 0],
  ["alike answers to one person's post", reply(), others(30, 20, 1), 0],
  ["a meme that regulars passed on", note(), others(3, 3, 3, 9), 0.14],
  ["found harmless, however it grows", note(), { campaign: ham }, 0],
  ["three, towards one of whom no tie is known", note(), opaquely(1, 1), 0.5],
  [
    "six, towards one of whom no tie is known",
    note(),
    { ...opaquely(1, 1), ...others(6, 2, 6) },
    1,
  ],
  ["three, towards two, one of whom follows others", note(), opaquely(1, 2), 0.67],
  ["not known in time", note(), { campaign: unknown }, 0],
]);
