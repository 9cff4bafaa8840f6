import { goodDays } from "./good-days.ts";
import { actor, note, stories, unknown } from "./stories.ts";

stories(goodDays, [
  ["its first day", note(), { actorHistory: actor() }, 0],
  ["five days", note(), { actorHistory: actor({ goodDays: 5 }) }, 0.5],
  ["a regular", note(), { actorHistory: actor({ goodDays: 40 }) }, 1],
  [
    "a regular of a week whom somebody muted",
    note(),
    { actorHistory: actor({ goodDays: 7, complaints: 1 }) },
    0,
  ],
  [
    "a regular of months whom somebody muted",
    note(),
    { actorHistory: actor({ goodDays: 40, complaints: 1 }) },
    1,
  ],
  [
    "whom nine people mind, each for reasons of their own",
    note(),
    { actorHistory: actor({ goodDays: 40, complaints: 9 }) },
    0,
  ],
  [
    "whom nine people want to silence, together",
    note(),
    { actorHistory: actor({ goodDays: 40, complaints: 9, complaintWeight: 1 }) },
    1,
  ],
  [
    "a regular in an argument, with more friends than enemies",
    note(),
    { actorHistory: actor({ goodDays: 40, complaints: 2, welcomedBy: 2 }) },
    1,
  ],
  [
    "a warmed-up account that was found out",
    note(),
    {
      actorHistory: actor({ goodDays: 40, condemned: 1 }),
    },
    0,
  ],
  ["history not known in time", note(), { actorHistory: unknown }, 0],
]);
