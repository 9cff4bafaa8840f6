// From a process to a context: streams, environment, signals, clock.

import { epochMs } from "../base/units.ts";
import { packageVersion } from "../wire/version.ts";
import type { Context } from "./context.ts";
import type { ExitCode } from "./exit-code.ts";
import { outputTo } from "./output.ts";
import type { Parts } from "./parts.ts";
import { runCommandLine } from "./program.ts";

export async function runProcess(): Promise<ExitCode> {
  quietOnClosedPipe();
  const code = await runCommandLine(process.argv.slice(2), packageVersion(), processContext());
  endSoon(code);
  return code;
}

/** A socket that something left open must not keep us here for longer. */
const lingerMs = 1000;

/** But whoever reads our answer slowly gets all of it. */
function endSoon(code: ExitCode): void {
  process.stdout.write("", () => {
    setTimeout(() => process.exit(code), lingerMs).unref();
  });
}

function processContext(): Context {
  const { env, stdin, stdout, stderr } = process;
  return {
    output: outputTo(stdout, stderr, env),
    environment: env,
    directory: process.cwd(),
    pid: process.pid,
    input: stdin,
    now: () => epochMs(Date.now()),
    stopping: stopSignal,
    onHangup: (reload) => void process.on("SIGHUP", reload),
    parts: loadParts,
  };
}

/** Loaded when a command wants them: `--help` needs no house. */
async function loadParts(): Promise<Parts> {
  const loaded = await Promise.all([
    import("../wire/house.ts"),
    import("../wire/replay-house.ts"),
    import("../wire/store.ts"),
    import("../wire/supervision.ts"),
    import("../adapters/sqlite/backup.ts"),
    import("../adapters/sqlite/trouble.ts"),
    import("../adapters/sqlite/quick-check.ts"),
    import("../wire/home-question.ts"),
    import("../wire/notify.ts"),
  ]);
  const [house, replay, store, supervision, backup, trouble, check, home, notify] = loaded;
  const { backUp, restore } = backup;
  const { askingHome } = home;
  const files = { backUp, restore, reasonOf: trouble.reasonOf, ...check };
  const { supervise } = supervision;
  const { notifiersFor } = notify;
  return { ...house, ...replay, ...store, supervise, askingHome, notifiersFor, ...files };
}

/** The first SIGINT or SIGTERM asks to end in order, the second ends at once. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const [name, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    process.on(name, () => {
      if (stop.signal.aborted) process.exit(code);
      stop.abort();
    });
  }
  return stop.signal;
}

/** `breakwater … | head` closes our output early: that is no mistake of anybody's. */
function quietOnClosedPipe(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // EIO: the terminal was closed.
    if (error.code === "EPIPE" || error.code === "EIO") process.exit(0);
    throw error;
  });
}
