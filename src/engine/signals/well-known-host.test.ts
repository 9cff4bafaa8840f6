import { host, note, stories, unknown } from "./stories.ts";
import { wellKnownHost } from "./well-known-host.ts";

stories(wellKnownHost, [
  ["never seen", note(), { hostHistory: host() }, 0],
  ["three days", note(), { hostHistory: host({ goodDays: 3, actors: 4 }) }, 0],
  ["many days", note(), { hostHistory: host({ goodDays: 60, actors: 400 }) }, 1],
  [
    "many days, one condemned of two hundred",
    note(),
    {
      hostHistory: host({ goodDays: 60, actors: 200, condemned: 1 }),
    },
    0.9,
  ],
  [
    "many days, and overrun now",
    note(),
    {
      hostHistory: host({ goodDays: 60, actors: 200, condemned: 20 }),
    },
    0,
  ],
  ["history not known in time", note(), { hostHistory: unknown }, 0],
]);
