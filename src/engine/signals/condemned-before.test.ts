import { condemnedBefore } from "./condemned-before.ts";
import { actor, note, stories, unknown } from "./stories.ts";

stories(condemnedBefore, [
  ["a moderator ruled spam", note(), { actorHistory: actor({ condemned: 1 }) }, 1],
  ["and again", note(), { actorHistory: actor({ condemned: 5 }) }, 1],
  ["blocked by many, ruled on by nobody", note(), { actorHistory: actor({ complaints: 9 }) }, 0],
  ["history not known in time", note(), { actorHistory: unknown }, 0],
]);
