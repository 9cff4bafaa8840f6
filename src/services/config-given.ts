// What was given in the file, the environment and on the command line, as one tree, and where
// each value of it came from.

import { type EpochMs, isoTime } from "../base/units.ts";
import { configMap, type Leaf } from "./config-leaves.ts";
import { emptyTree, readConfigText, type Tree } from "./config-text.ts";

/** Where a value came from; line and column count from 1. */
export type Source =
  | { readonly kind: "default" }
  | { readonly kind: "file"; readonly file: string; readonly line: number; readonly column: number }
  | { readonly kind: "environment"; readonly variable: string }
  | { readonly kind: "flag"; readonly flag: string }
  /** Applied over the configuration, and in force. */
  | { readonly kind: "tuned"; readonly by: string; readonly at: EpochMs };

export interface ConfigProblem {
  readonly source: Source;
  /** One sentence with the setting's name, without the place. */
  readonly problem: string;
}

/** All that a configuration is made of; later ones win. Nothing here is read from a disk. */
export interface ConfigInput {
  readonly file?: { readonly name: string; readonly text: string } | undefined;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** By the setting's name. */
  readonly flags?: Readonly<Record<string, string | undefined>>;
}

export interface Given {
  readonly tree: Tree;
  readonly sources: Map<string, Source>;
  readonly problems: readonly ConfigProblem[];
}

/** Later sources win: the file, the environment, the command line. */
export function gather({ file, environment = {}, flags = {} }: ConfigInput): Given {
  const read = readConfigText(file?.text ?? "");
  const name = file?.name ?? "";
  const sources = new Map<string, Source>();
  for (const [path, place] of read.places)
    sources.set(path, { kind: "file", file: name, ...place });
  const problems = read.problems.map(({ line, column, problem }) => ({
    source: { kind: "file", file: name, line, column } as const,
    problem,
  }));
  const given: Given = { tree: read.tree, sources, problems };
  for (const leaf of configMap.leaves) {
    const { variable } = leaf;
    put(given, leaf, environment[variable], { kind: "environment", variable });
    const flag = `--${leaf.name.replace(/[._]/g, "-")}`;
    put(given, leaf, flags[leaf.name], { kind: "flag", flag });
  }
  return given;
}

function put(given: Given, leaf: Leaf, written: string | undefined, source: Source): void {
  if (written === undefined || written === "") return;
  let tree = given.tree;
  for (const key of leaf.path.slice(0, -1)) {
    const below = tree[key];
    const isTree = typeof below === "object" && below !== null && !Array.isArray(below);
    const next = isTree ? (below as Tree) : emptyTree();
    tree[key] = next;
    tree = next;
  }
  tree[leaf.path.at(-1) ?? ""] = typedValue(leaf, written);
  given.sources.set(leaf.name, source);
}

/** A text of the environment or command line as its setting's type; else it stays text. */
function typedValue(leaf: Leaf, written: string): unknown {
  if (leaf.type === "list") return written.split(",").map((one) => one.trim());
  if (leaf.type === "boolean" && /^(?:true|false)$/.test(written)) return written === "true";
  if (leaf.type === "number" && /^[+-]?\d+(?:\.\d+)?$/.test(written)) return Number(written);
  return written;
}

/** `breakwater.yaml:3:5`, `environment BREAKWATER_MODE`, `flag --mode`, `tuned by …`, `default`. */
export function describeSource(source: Source): string {
  switch (source.kind) {
    case "default":
      return "default";
    case "file":
      return `${source.file}:${source.line}:${source.column}`;
    case "environment":
      return `environment ${source.variable}`;
    case "flag":
      return `flag ${source.flag}`;
    case "tuned":
      return `tuned by ${source.by} on ${isoTime(source.at).slice(0, 10)}`;
  }
}

/** Where a setting, or else the section around it, was given. */
export function sourceOf(given: Given, path: readonly string[]): Source {
  for (let length = path.length; length > 0; length--) {
    const source = given.sources.get(path.slice(0, length).join("."));
    if (source !== undefined) return source;
  }
  return { kind: "default" };
}

export function valueAt(tree: Tree, path: readonly string[]): unknown {
  let value: unknown = tree;
  for (const key of path) value = (value as Tree | undefined)?.[key];
  return value;
}
