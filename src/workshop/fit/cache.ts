// Replays take minutes, fits seconds: what a log taught is kept in a temporary folder for as long
// as nothing changes of what judges it.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Case } from "./collect.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Weights are not asked: a log is judged under those that were thought of by hand. */
const notAsked = new RegExp(
  "\\.(?:test|fixture|contract)\\.ts$|^engine/weights\\.ts$|^(?:cli|doors|embed)/|" +
    "^adapters/(?!process/|replay/)|^workshop/(?!fit/(?:collect|lab-logs|blind-memory)\\.ts$)",
);

export type Cached = (
  name: string,
  collect: () => Promise<readonly Case[]>,
) => Promise<readonly Case[]>;

export function makeCache(): Cached {
  const folder = join(tmpdir(), "breakwater-fit", sourceDigest());
  mkdirSync(folder, { recursive: true });
  return async (name, collect) => {
    const file = join(folder, `${createHash("sha256").update(name).digest("hex")}.json`);
    if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as readonly Case[];
    const cases = await collect();
    writeFileSync(file, JSON.stringify(cases));
    return cases;
  };
}

function sourceDigest(): string {
  const hash = createHash("sha256");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !notAsked.test(file))
    .sort();
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest("hex").slice(0, 16);
}
