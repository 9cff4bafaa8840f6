// What went wrong with the file, as a sentence that says what to do about it.

/** SQLite's primary result codes: https://sqlite.org/rescode.html */
const sentences: Readonly<Record<number, string>> = {
  5: "another program has locked it: end that program, or try again",
  6: "another program has locked it: end that program, or try again",
  8: "it is read-only: let the user that Breakwater runs as write to the file and its folder",
  10: "the disk failed while reading or writing: look at the system's log, then at the disk",
  11: "it is damaged: stop Breakwater, put the file aside and restore a copy from before",
  13: "the disk is full: free some space; nothing that was acknowledged is lost",
  14: "it can't be opened: look whether its folder exists and Breakwater may write there",
  26: "it is not a SQLite file: name another path, or put this file aside",
};

const systemSentences: Readonly<Record<string, string>> = {
  EEXIST: "it is there already, and nothing is ever replaced: name another",
  ENOENT: "its folder does not exist: create it, or name another path",
  ENOTDIR: "its folder does not exist: create it, or name another path",
  EISDIR: "it is a folder: name a file in it",
  EACCES: "Breakwater may not open it: let the user that it runs as write to file and folder",
  EPERM: "Breakwater may not open it: let the user that it runs as write to file and folder",
  EROFS: "it lies on a read-only file system: name a path that can be written",
  ENOSPC: "the disk is full: free some space; nothing that was acknowledged is lost",
};

/** Thrown for what only we can tell about a file. The message completes "The ledger FILE: …". */
export class UnusableFile extends Error {
  override readonly name = "UnusableFile";
}

export function sentenceFor(error: unknown, path: string): string {
  return `The ledger ${path}: ${reasonOf(error)}.`;
}

/** Completes a sentence that names the file. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return `an unknown error (${String(error)})`;
  if (error instanceof UnusableFile) return error.message;
  const { errcode, code } = error as { errcode?: unknown; code?: unknown };
  // The low byte is the primary code, the rest says more about it.
  const known = typeof errcode === "number" ? sentences[errcode & 0xff] : undefined;
  const system = typeof code === "string" ? systemSentences[code] : undefined;
  return known ?? system ?? error.message;
}
