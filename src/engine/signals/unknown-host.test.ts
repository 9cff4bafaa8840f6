import { after, day, hour } from "../../base/units.ts";
import { host, noon, note, stories, unknown } from "./stories.ts";
import { unknownHost } from "./unknown-host.ts";

const since = (ms: number) => ({ firstSeenAt: after(noon, -ms) });

stories(unknownHost, [
  ["never seen", note(), { hostHistory: host() }, 1],
  ["first seen this morning", note(), { hostHistory: host(since(5 * hour)) }, 1],
  ["first seen four days ago", note(), { hostHistory: host(since(4 * day)) }, 0.5],
  ["first seen a week ago", note(), { hostHistory: host(since(7 * day)) }, 0],
  [
    "young, with three good days",
    note(),
    {
      hostHistory: host({ ...since(3 * day), goodDays: 3 }),
    },
    0,
  ],
  ["young, with one", note(), { hostHistory: host({ ...since(day), goodDays: 1 }) }, 0.67],
  [
    "known once, and silent since last season",
    note(),
    { hostHistory: host({ lastHeardAt: after(noon, -100 * day) }) },
    1,
  ],
  [
    "the same after months of good mail",
    note(),
    { hostHistory: host({ lastHeardAt: after(noon, -60 * day), goodDays: 20 }) },
    0,
  ],
  ["history not known in time", note(), { hostHistory: unknown }, 0],
]);
