import { closedFellows } from "./closed-fellows.ts";
import { actor, note, stories, together, unknown } from "./stories.ts";

function closed(ended: number, endedDomains: number, strangers: number, regulars = 0, bits = 40) {
  const campaign = together(strangers, strangers, strangers, regulars, bits);
  return { campaign: { ...campaign, ended, endedDomains }, actorHistory: actor() };
}

stories(closedFellows, [
  ["nobody left", note(), closed(0, 0, 6), 0],
  ["all three before it, on three hosts", note(), closed(3, 3, 3), 1],
  ["one of two", note(), closed(1, 1, 2), 0.17],
  ["two of two on two hosts", note(), closed(2, 2, 2), 0.67],
  ["five accounts of one host", note(), closed(5, 1, 5), 0.5],
  ["three who left of a hundred who share a joke", note(), closed(3, 3, 40, 60), 0],
  ["four of ten strangers", note(), closed(4, 3, 10), 1],
  ["hardly alike", note(), closed(3, 3, 3, 0, 12), 0],
  [
    "found harmless by a moderator",
    note(),
    { ...closed(3, 3, 3), campaign: { ...closed(3, 3, 3).campaign, ruled: "ham" as const } },
    0,
  ],
  [
    "framed by copies whose owner closed them, and known here",
    note(),
    { ...closed(3, 3, 3), actorHistory: actor({ welcomedBy: 1 }) },
    0,
  ],
  [
    "the same of a regular",
    note(),
    { ...closed(3, 3, 3), actorHistory: actor({ goodDays: 3 }) },
    0,
  ],
  ["campaign not known in time", note(), { campaign: unknown, actorHistory: actor() }, 0],
]);
