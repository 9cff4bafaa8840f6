// Results on disk: one a line, so that a long run can be stopped and gone on with.

import { createHash } from "node:crypto";
import { appendFileSync, existsSync, globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { nameOf, type Result, type Trial } from "./trials.ts";

export interface Heap {
  readonly results: readonly Result[];
  /** Of another house than this one: not counted. */
  readonly leftOut: number;
  has(trial: Trial): boolean;
  add(result: Result): void;
}

/** Named by what judges: results of two houses are never put together. */
export function heapAt(path: string, house: string): Heap {
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const read = text.split("\n").flatMap(lineOf);
  let open = text !== "" && !text.endsWith("\n");
  const results = read.filter((one) => one.house === house).map((one) => one.result);
  const names = new Set(results.map(nameOf));
  return {
    results,
    leftOut: read.length - results.length,
    has: (trial) => names.has(nameOf(trial)),
    add: (result) => {
      if (names.has(nameOf(result))) return;
      appendFileSync(path, `${open ? "\n" : ""}${JSON.stringify({ house, result })}\n`);
      open = false;
      names.add(nameOf(result));
      results.push(result);
    },
  };
}

interface Line {
  readonly house: string;
  readonly result: Result;
}

/** A line that was cut off where a run was stopped is played again. */
function lineOf(line: string): readonly Line[] {
  try {
    return [JSON.parse(line) as Line];
  } catch {
    return [];
  }
}

/** Of all code that judges and that writes the logs: another digest, other results perhaps. */
export function thisHouse(): string {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const rooms = "{base,model,engine,services,adapters,wire,lab/lookalikes,lab/traffic}";
  const files = globSync(`${rooms}/**/*.ts`, { cwd: root }).filter(
    (one) => !one.endsWith(".test.ts"),
  );
  const digest = createHash("sha256");
  for (const file of files.sort()) digest.update(file).update(readFileSync(`${root}${file}`));
  return digest.digest("hex").slice(0, 12);
}
