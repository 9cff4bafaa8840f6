import { hostCondemned } from "./host-condemned.ts";
import { host, note, stories, unknown } from "./stories.ts";

stories(hostCondemned, [
  ["nobody condemned", note(), { hostHistory: host({ actors: 50 }) }, 0],
  ["one of two hundred", note(), { hostHistory: host({ actors: 200, condemned: 1 }) }, 0],
  [
    "the only actor of a tiny host",
    note(),
    { hostHistory: host({ actors: 1, condemned: 1 }) },
    0.52,
  ],
  ["an abandoned host in a wave", note(), { hostHistory: host({ actors: 12, condemned: 10 }) }, 1],
  ["rulings on actors that we forgot", note(), { hostHistory: host({ condemned: 10 }) }, 1],
  ["history not known in time", note(), { hostHistory: unknown }, 0],
]);
