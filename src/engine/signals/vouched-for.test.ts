import { actor, note, stories, unknown } from "./stories.ts";
import { vouchedFor } from "./vouched-for.ts";

stories(vouchedFor, [
  ["nobody", note(), { actorHistory: actor() }, 0],
  [
    "a friend of one whom somebody follows",
    note(),
    { actorHistory: actor({ vouchedBy: 1 }) },
    0.33,
  ],
  ["part of a circle that people here read", note(), { actorHistory: actor({ vouchedBy: 3 }) }, 1],
  [
    "and somebody here minds it",
    note(),
    { actorHistory: actor({ vouchedBy: 3, complaints: 1 }) },
    0,
  ],
  [
    "and something of it was ruled spam",
    note(),
    { actorHistory: actor({ vouchedBy: 3, condemned: 1 }) },
    0,
  ],
  ["history not known in time", note(), { actorHistory: unknown }, 0],
]);
