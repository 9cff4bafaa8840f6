// Who watches over this process: systemd, where it started us, and a watchdog of our own.

import type { Logger } from "pino";
import { makeNotifier } from "../adapters/systemd.ts";
import { startWatchdog } from "../adapters/watchdog.ts";

export interface Supervision {
  /** The doors are open. From here on a hung event loop is ended. */
  ready(): Promise<void>;
  /** Nothing new is taken; what is under way still may take a while. */
  stopping(): Promise<void>;
  /** All is done. */
  ended(): Promise<void>;
}

export function supervise(
  { watchdogMs }: { readonly watchdogMs: number },
  environment: Readonly<Record<string, string | undefined>>,
  log: Logger,
): Supervision {
  const systemd = makeNotifier(environment, (why) => {
    log.warn({ why }, "systemd can't be told how we are");
  });
  const ends: (() => unknown)[] = [];
  return {
    async ready() {
      const watchdog = startWatchdog(watchdogMs);
      ends.push(() => watchdog.stop());
      await systemd.notify("READY=1");
      ends.push(systemd.beat());
    },
    stopping: () => systemd.notify("STOPPING=1"),
    async ended() {
      for (const end of ends.splice(0)) await end();
    },
  };
}
