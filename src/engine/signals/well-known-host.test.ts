import { host, note, stories, unknown } from "./stories.ts";
import { wellKnownHost } from "./well-known-host.ts";

stories(wellKnownHost, [
  ["never seen", note(), { hostHistory: host() }, 0],
  ["three days", note(), { hostHistory: host({ goodDays: 3, met: 4 }) }, 0],
  ["many days", note(), { hostHistory: host({ goodDays: 60, met: 400 }) }, 1],
  ["many days by one actor alone", note(), { hostHistory: host({ goodDays: 60, met: 1 }) }, 0.28],
  [
    "many days, one condemned of two hundred",
    note(),
    { hostHistory: host({ goodDays: 60, met: 200, bad: 1 }) },
    1,
  ],
  [
    "many days, two condemned of fifty",
    note(),
    { hostHistory: host({ goodDays: 60, met: 50, bad: 2 }) },
    0.3,
  ],
  [
    "many days, and overrun now",
    note(),
    { hostHistory: host({ goodDays: 60, met: 200, bad: 20 }) },
    0,
  ],
  ["history not known in time", note(), { hostHistory: unknown }, 0],
]);
