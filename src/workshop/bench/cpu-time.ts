// What another process has computed so far: on a machine that does other work too, its share of
// the time tells more than the clock.

import { existsSync, readdirSync, readFileSync } from "node:fs";

/**
 * Microseconds of CPU of all threads of a process and of its children, as far as they still run.
 * Undefined where the system does not tell, which is anywhere but on Linux.
 */
export function cpuTimeOf(pid: number): number | undefined {
  if (!existsSync(`/proc/${pid}/schedstat`)) return undefined;
  let nanoseconds = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    const folder = `/proc/${pid}/task/${thread}`;
    nanoseconds += Number(readFileSync(`${folder}/schedstat`, "utf8").split(" ", 1)[0]);
    const children = readFileSync(`${folder}/children`, "utf8").trim();
    if (children === "") continue;
    for (const child of children.split(" ")) nanoseconds += 1000 * (cpuTimeOf(Number(child)) ?? 0);
  }
  return nanoseconds / 1000;
}
