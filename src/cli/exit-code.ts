// How a command ends, for scripts; docs/cli.md and every --help repeat these lines.

export const exitCodes = {
  /** Done, or the answer is yes. */
  done: 0,
  /** Done, and the answer is no: not found, or it would not be let in. */
  no: 1,
  /** The command line, a file or a setting is wrong. */
  wrong: 2,
  /** A part is down: the state folder, a port, the home server. */
  down: 3,
  /** A mistake of ours. */
  ours: 4,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export const exitCodesHelp = `Exit codes:
  0  done
  1  done, and the answer is no: not found, or it would not be let in
  2  the command line, a file or a setting is wrong
  3  a part is down: the state folder, a port, the home server
  4  a mistake of ours`;

/** Ends a command with one or two sentences that say what to do. */
export class Complaint extends Error {
  override readonly name = "Complaint";
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = exitCodes.wrong, cause?: unknown) {
    super(message, { cause });
    this.exitCode = exitCode;
  }
}
