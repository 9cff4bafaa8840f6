// What a command gets from the process it runs in, in one hand, so that tests can hold it too.

import type { EpochMs } from "../base/units.ts";
import type { ExitCode } from "./exit-code.ts";
import type { Output } from "./output.ts";
import type { Parts } from "./parts.ts";

export interface Context {
  readonly output: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Of this process: sockets may have been handed over to it. */
  readonly pid: number;
  /** The working directory. */
  readonly directory: string;
  readonly input: AsyncIterable<Uint8Array>;
  now(): EpochMs;
  /** From this call on, SIGINT and SIGTERM abort this signal instead of ending the process. */
  stopping(): AbortSignal;
  /** From this call on, SIGHUP calls this instead of ending the process. */
  onHangup(reload: () => void): void;
  /** Loaded when first asked for, so that `--help` need not wait for stores and sockets. */
  parts(): Promise<Parts>;
}

/** A command's context, and where it says how it ended. */
export interface Frame extends Context {
  ended(code: ExitCode): void;
}
