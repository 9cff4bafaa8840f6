import { actor, note, stories, unknown } from "./stories.ts";
import { welcomed } from "./welcomed.ts";

stories(welcomed, [
  ["nobody", note(), { actorHistory: actor() }, 0],
  ["one, who may be the attacker's own", note(), { actorHistory: actor({ welcomedBy: 1 }) }, 0.33],
  ["three", note(), { actorHistory: actor({ welcomedBy: 3 }) }, 1],
  [
    "three for it and three against",
    note(),
    {
      actorHistory: actor({ welcomedBy: 3, complaints: 3 }),
    },
    0.33,
  ],
  ["history not known in time", note(), { actorHistory: unknown }, 0],
]);
