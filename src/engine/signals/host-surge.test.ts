import { after, day } from "../../base/units.ts";
import { hostSurge } from "./host-surge.ts";
import { host, lately, noon, note, stories, unknown } from "./stories.ts";

const surge = (now: number, month = now, ageDays = 60) =>
  host({
    firstSeenAt: after(noon, -ageDays * day),
    newContacts: { tenMinutes: now, sixHours: now, sevenDays: month, thirtyDays: month },
  });

stories(hostSurge, [
  ["a quiet host", note(), { hostHistory: surge(1) }, 0],
  ["a dinner party on a tiny host", note(), { hostHistory: surge(5) }, 0],
  ["a dozen from a host of which we hear little", note(), { hostHistory: surge(12) }, 0.47],
  ["a wave from one host", note(), { hostHistory: surge(20) }, 1],
  ["a large host's busy morning", note(), { hostHistory: surge(40, 1200) }, 0],
  ["a large host's surge", note(), { hostHistory: surge(64, 64 + 119 * 4) }, 0.73],
  ["a host that is as young as its wave", note(), { hostHistory: surge(20, 20, 0.1) }, 1],
  ["a host never seen", note(), { hostHistory: host({ newContacts: lately(0) }) }, 0],
  ["history not known in time", note(), { hostHistory: unknown }, 0],
]);
