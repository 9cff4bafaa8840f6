// What a contender has computed: on a machine that does other work too, more than the clock tells.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cpuTimeOf } from "../cpu-time.ts";
import type { Entry } from "./contender.ts";

/**
 * Seconds of CPU so far of this process, or of all that it has started. Where the system does not
 * tell those, which is anywhere but on Linux, seconds by the clock.
 */
export function secondsSpent(runs: Entry["runs"]): number {
  if (runs === "here") {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  }
  if (!existsSync("/proc/self/schedstat")) return performance.now() / 1000;
  return endedChildren() + runningChildren();
}

/** Of proc(5): cutime and cstime, in clock ticks of a hundredth of a second. */
function endedChildren(): number {
  const afterName = readFileSync("/proc/self/stat", "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return (Number(afterName[13]) + Number(afterName[14])) / 100;
}

function runningChildren(): number {
  const children = readdirSync("/proc/self/task").flatMap((thread) => {
    const told = readFileSync(`/proc/self/task/${thread}/children`, "utf8").trim();
    return told === "" ? [] : told.split(" ");
  });
  return children.reduce((sum, child) => sum + (cpuTimeOf(Number(child)) ?? 0), 0) / 1e6;
}
