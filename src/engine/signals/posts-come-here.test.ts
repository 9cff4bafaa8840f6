import { postsComeHere } from "./posts-come-here.ts";
import { actor, note, stories, unknown } from "./stories.ts";

const heard = (streamedDays: number, more = {}) => ({
  actorHistory: actor({ streamedDays, ...more }),
});

stories(postsComeHere, [
  ["never, or today only", note(), heard(0), 0],
  ["on one day before", note(), heard(1), 0.33],
  ["on three", note(), heard(3), 1],
  ["for a season", note(), heard(60), 1],
  ["somebody complained", note(), heard(60, { complaints: 1 }), 0],
  ["ruled spam", note(), heard(60, { condemned: 1 }), 0],
  ["not known in time", note(), { actorHistory: unknown }, 0],
]);
