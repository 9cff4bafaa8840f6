// How far the reading of a large file is.

import { statSync } from "node:fs";
import { resolve } from "node:path";
import { SingleBar } from "cli-progress";
import type { Frame } from "./context.ts";

/** A bar for people; nothing for pipes. Its length is a guess where the log is compressed. */
export async function withProgress(
  file: string,
  { directory, output }: Pick<Frame, "directory" | "output">,
  work: (watch: (bytes: number) => void) => Promise<void>,
): Promise<void> {
  const found = statSync(resolve(directory, file), { throwIfNoEntry: false });
  if (!output.interactive || file === "-" || found === undefined) return work(() => undefined);
  const bar = new SingleBar({
    format: "  {bar} {percentage} %  {eta_formatted} left",
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(file.endsWith(".gz") ? found.size * usualCompression : found.size, 0);
  try {
    await work((bytes) => bar.increment(bytes));
  } finally {
    bar.stop();
  }
}

/** Of our own gzipped logs. */
const usualCompression = 8;
