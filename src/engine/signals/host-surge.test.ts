import { hostSurge } from "./host-surge.ts";
import { host, lately, note, stories, unknown } from "./stories.ts";

const hardlyKnown = { mean: 0.1, size: 0.3 };
const busy = { mean: 10, size: 3.5 };
const surge = (now: number, usual = hardlyKnown, answered = 0) =>
  host({ newContacts: lately(now), usual, answered: lately(answered) });

stories(hostSurge, [
  ["a quiet host", note(), { hostHistory: surge(1) }, 0],
  ["a dinner party on a tiny host", note(), { hostHistory: surge(12) }, 0],
  ["a class on a host that nobody knew", note(), { hostHistory: surge(20) }, 0.44],
  ["a wave from a small host", note(), { hostHistory: surge(40) }, 1],
  ["a large host's busy evening", note(), { hostHistory: surge(25, busy) }, 0],
  ["a large host's surge", note(), { hostHistory: surge(64, busy) }, 0.35],
  ["an exodus that is welcomed", note(), { hostHistory: surge(40, hardlyKnown, 4) }, 0],
  ["one that is hardly answered", note(), { hostHistory: surge(40, hardlyKnown, 1) }, 0.75],
  ["a host never seen", note(), { hostHistory: host() }, 0],
  ["history not known in time", note(), { hostHistory: unknown }, 0],
]);
