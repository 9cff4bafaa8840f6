import { hostCondemned } from "./host-condemned.ts";
import { actor, host, note, stories, unknown } from "./stories.ts";

const stranger = { actorHistory: actor() };

stories(hostCondemned, [
  ["nobody condemned", note(), { ...stranger, hostHistory: host({ met: 50 }) }, 0],
  ["one of two hundred", note(), { ...stranger, hostHistory: host({ met: 200, bad: 1 }) }, 0],
  [
    "the only actor of a tiny host",
    note(),
    { ...stranger, hostHistory: host({ met: 1, bad: 1 }) },
    0.33,
  ],
  ["two of ten", note(), { ...stranger, hostHistory: host({ met: 10, bad: 2 }) }, 0.26],
  [
    "an abandoned host in a wave",
    note(),
    { ...stranger, hostHistory: host({ met: 12, bad: 10 }) },
    1,
  ],
  ["rulings on actors that we forgot", note(), { ...stranger, hostHistory: host({ bad: 10 }) }, 1],
  [
    "a host that closes what we condemned, all of it",
    note(),
    { ...stranger, hostHistory: host({ met: 30, bad: 4, tended: 4 }) },
    0,
  ],
  [
    "the same where nobody looks after it",
    note(),
    { ...stranger, hostHistory: host({ met: 30, bad: 4 }) },
    0.24,
  ],
  [
    "a regular of an abandoned host in a wave",
    note(),
    { actorHistory: actor({ goodDays: 9 }), hostHistory: host({ met: 12, bad: 10 }) },
    0.25,
  ],
  [
    "its own history not known in time",
    note(),
    { actorHistory: unknown, hostHistory: host({ bad: 9 }) },
    0,
  ],
  ["history not known in time", note(), { ...stranger, hostHistory: unknown }, 0],
]);
