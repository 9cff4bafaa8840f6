import { after, day, hour } from "../../base/units.ts";
import { newcomer } from "./newcomer.ts";
import { actor, noon, note, stories, unknown } from "./stories.ts";

const since = (ms: number) => ({ firstSeenAt: after(noon, -ms) });

stories(newcomer, [
  ["never seen", note(), { actorHistory: actor() }, 1],
  ["first seen an hour ago", note(), { actorHistory: actor(since(hour)) }, 1],
  ["first seen a day ago", note(), { actorHistory: actor(since(day)) }, 1],
  ["first seen a week ago", note(), { actorHistory: actor(since(7.5 * day)) }, 0.5],
  ["first seen two weeks ago", note(), { actorHistory: actor(since(14 * day)) }, 0],
  ["seen for the first time after this arrived", note(), { actorHistory: actor(since(-hour)) }, 1],
  ["new, and somebody here follows it", note(), { actorHistory: actor({ welcomedBy: 1 }) }, 0],
  [
    "new, with three good days",
    note(),
    { actorHistory: actor({ ...since(4 * day), goodDays: 3 }) },
    0,
  ],
  [
    "seen once in autumn, and now it wakes",
    note(),
    { actorHistory: actor({ lastHeardAt: after(noon, -90 * day) }) },
    1,
  ],
  ["history not known in time", note(), { actorHistory: unknown }, 0],
]);
