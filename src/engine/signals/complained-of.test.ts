import { complainedOf } from "./complained-of.ts";
import { actor, note, stories, unknown } from "./stories.ts";

stories(complainedOf, [
  ["nobody complained", note(), { actorHistory: actor() }, 0],
  ["one person muted it", note(), { actorHistory: actor({ complaints: 1 }) }, 0.33],
  ["three people blocked it", note(), { actorHistory: actor({ complaints: 3 }) }, 1],
  [
    "a person with friends here, in an argument with three",
    note(),
    { actorHistory: actor({ complaints: 3, welcomedBy: 9 }) },
    0.25,
  ],
  [
    "a brigade of nine, who all came in one hour",
    note(),
    { actorHistory: actor({ complaints: 9, complaintWeight: 1 }) },
    0.33,
  ],
  [
    "the same, against somebody with four friends here",
    note(),
    { actorHistory: actor({ complaints: 9, complaintWeight: 1, welcomedBy: 4 }) },
    0.07,
  ],
  [
    "a crowd that was wrong every time before",
    note(),
    { actorHistory: actor({ complaints: 3, complaintWeight: 0.4 }) },
    0.13,
  ],
  [
    "blocked two years ago",
    note(),
    { actorHistory: actor({ complaints: 1, complaintWeight: 0 }) },
    0,
  ],
  ["history not known in time", note(), { actorHistory: unknown }, 0],
]);
