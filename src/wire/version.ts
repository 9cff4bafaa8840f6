// Which Breakwater this is.

import { readFileSync } from "node:fs";

/** As package.json has it, which lies two folders above also where this was built. */
export function packageVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return String((JSON.parse(text) as { version?: unknown }).version);
}
