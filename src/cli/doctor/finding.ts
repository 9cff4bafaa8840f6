// What an examination found, each in one sentence, and what to do about it.

export type Level = "ok" | "warn" | "bad";

export interface Finding {
  readonly level: Level;
  readonly about: string;
  readonly says: string;
  /** What to do; nothing where all is well. */
  readonly todo: string | undefined;
}

export function ok(about: string, says: string): Finding {
  return { level: "ok", about, says, todo: undefined };
}

export function warn(about: string, says: string, todo: string): Finding {
  return { level: "warn", about, says, todo };
}

export function bad(about: string, says: string, todo: string): Finding {
  return { level: "bad", about, says, todo };
}
