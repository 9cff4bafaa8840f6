// Another configuration for a gate that runs: what can change does, what needs a restart is named.

import type { ShownSetting } from "./config.ts";

/** These are held by sockets, stores and learned facts that are made once, at the start. */
const untilRestart = [
  "upstream",
  "listen",
  "admin",
  "state",
  "public_url",
  "desk",
  "home",
  "software",
  "trusted_proxies",
  "network",
  "limits",
  "watchdog",
  "traces",
];

export interface Changes {
  readonly changed: readonly string[];
  readonly restart: readonly string[];
}

/**
 * Settings by name: those that differ from what is `inForce`, and, of those that can't change in
 * a running gate, from what it `startedWith`.
 */
export function changesTo(
  next: readonly ShownSetting[],
  inForce: readonly ShownSetting[],
  startedWith: readonly ShownSetting[],
): Changes {
  const [fixed, live] = [true, false].map((wanted) =>
    next.filter((one) => isFixed(one.name) === wanted),
  ) as [ShownSetting[], ShownSetting[]];
  return { changed: differing(live, inForce), restart: differing(fixed, startedWith) };
}

function isFixed(name: string): boolean {
  return untilRestart.some((one) => name === one || name.startsWith(`${one}.`));
}

function differing(next: readonly ShownSetting[], from: readonly ShownSetting[]): string[] {
  const before = new Map(from.map((one) => [one.name, JSON.stringify(one.value)]));
  return next
    .filter((one) => JSON.stringify(one.value) !== before.get(one.name))
    .map((one) => one.name);
}
