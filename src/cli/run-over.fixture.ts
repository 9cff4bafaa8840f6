// A command line beside a ledger that a test holds, for commands that order something in it.

import type { ProcessLedger } from "../adapters/process/ledger.ts";
import { ProcessOwnRecords } from "../adapters/process/own-records.ts";
import type { ExitCode } from "./exit-code.ts";
import type { Parts } from "./parts.ts";
import { runCommandLine } from "./program.ts";
import { fakeContext } from "./testing.ts";

interface Ran {
  readonly code: ExitCode;
  /** What it answered, and what it said beside it. */
  readonly text: string;
  readonly asides: string;
}

export async function runOver(line: string, ledger: ProcessLedger): Promise<Ran> {
  const documents = { get: async () => undefined, put: async () => undefined };
  const ownRecords = new ProcessOwnRecords();
  const store = { ledger, documents, ownRecords, close: async () => undefined };
  const context = fakeContext({
    directory: "/",
    parts: async () =>
      ({ openStore: async () => store, holdsLedger: () => true }) as unknown as Parts,
  });
  const code = await runCommandLine(`${line} --state tmp`.split(" "), "0", context);
  return { code, text: context.output.text(), asides: context.output.asides() };
}
