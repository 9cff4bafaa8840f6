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
  ["history not known in time", note(), { actorHistory: unknown }, 0],
]);
