// Makes a signal's file, its stories and its line in the list: `npm run signal -- NAME`.

import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** A signal's three spellings, or what is wrong with the name. */
export interface Names {
  /** The file's: kebab-case. */
  readonly file: string;
  /** The export's: camelCase. */
  readonly value: string;
  /** Its name in verdicts: UPPER_SNAKE. */
  readonly symbol: string;
}

/** From any of the three spellings; undefined for what is no name. */
export function namesOf(name: string): Names | undefined {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[-_]/);
  if (!words.every((word) => /^[a-z][a-z0-9]*$/.test(word))) return undefined;
  const file = words.join("-");
  const value = file.replace(/-./g, (dash) => dash.slice(1).toUpperCase());
  return { file, value, symbol: words.join("_").toUpperCase() };
}

/** A signal that sees nothing yet. */
export function sourceOf({ value, symbol }: Names): string {
  return `import { defineSignal, nothing } from "./signal.ts";

/**
 * What it sees, in the reader's world.
 *
 * Why that tells spam from wanted mail, and what it leaves room for.
 *
 * Misfires on: whom it wrongs.
 */
export const ${value} = defineSignal({
  symbol: "${symbol}",
  group: "content",
  decibans: 1,
  weightBecause: "where the number comes from: a source, a count, or your reasoning",
  summary: "One line for the page of signals.",
  misfiresOn: "whom it wrongs, in one line",
  needs: [],
  settings: {},
  judge() {
    return nothing;
  },
});
`;
}

/** Stories that fail until they are told. */
export function storiesOf({ file, value }: Names): string {
  return `import { ${value} } from "./${file}.ts";
import { note, stories } from "./stories.ts";

stories(${value}, [
  ["plainly fires", note(), {}, 1],
  ["plainly silent", note(), {}, 0],
  // Also: each edge, each fact unknown, and the wanted post most like spam.
]);
`;
}

/** The list with one more line, by symbol, which is the order of the file names too. */
export function listWith(list: string, { file, value }: Names): string {
  const line = `import { ${value} } from "./${file}.ts";`;
  const imports = [...list.matchAll(/^import \{ (\w+) \} from "\.\/([a-z0-9-]+)\.ts";$/gm)];
  const files = [...imports.map((one) => one[2] ?? ""), file].sort();
  const names = new Map([...imports.map((one) => [one[2], one[1]] as const), [file, value]]);
  const next = files[files.indexOf(file) + 1];
  const [anchor, put] =
    next === undefined
      ? ["\n\nexport", `\n${line}\n\nexport`]
      : [`import { ${names.get(next)} }`, `${line}\nimport { ${names.get(next)} }`];
  const entries = files.map((one) => `  ${names.get(one)},\n`).join("");
  return list
    .replace(anchor, put)
    .replace(/(readonly AnySignal\[\] = \[\n)[^\]]*\]/, `$1${entries}]`);
}

function make(name: string | undefined): string {
  const names = name === undefined ? undefined : namesOf(name);
  if (names === undefined) return "usage: npm run signal -- NAME, as in stranger-mentions";
  const at = (file: string): URL => new URL(`../engine/signals/${file}`, import.meta.url);
  if (existsSync(at(`${names.file}.ts`))) return `${names.file}.ts is there already`;
  writeFileSync(at(`${names.file}.ts`), sourceOf(names));
  writeFileSync(at(`${names.file}.test.ts`), storiesOf(names));
  writeFileSync(at("index.ts"), listWith(readFileSync(at("index.ts"), "utf8"), names));
  return `made ${names.file}.ts; tell its stories, then run bin/node src/workshop/signals-page.ts`;
}

if (import.meta.main) process.stdout.write(`${make(process.argv[2])}\n`);
