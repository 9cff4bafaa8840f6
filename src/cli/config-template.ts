// The file that `config init` writes: every setting with its doc line and default, as a comment.

import { stringify } from "yaml";
import { configMap, type Leaf } from "../services/config-leaves.ts";

const opening = `\
# Breakwater's settings. Every line is a comment with the default: an empty file is
# valid, and only watches. Take the "#" away from a line, and from those it stands below, to
# change it; "breakwater config check" finds mistakes.
`;

export function configTemplate(): string {
  const lines = [opening];
  for (const key of configMap.sections.get("")?.keys ?? []) lines.push(entry([key], 0), "");
  return `${lines.join("\n").trimEnd()}\n`;
}

function entry(path: readonly string[], depth: number): string {
  const indent = "  ".repeat(depth);
  const key = path.at(-1) ?? "";
  const section = configMap.sections.get(path.join("."));
  if (section === undefined) return leafLines(path, indent, key);
  const below = section.keys.map((one) => entry([...path, one], depth + 1));
  return [`#${indent} ${section.doc}`, `#${indent}${key}:`, ...below].join("\n");
}

function leafLines(path: readonly string[], indent: string, key: string): string {
  const leaf = configMap.leaves.find((one) => one.name === path.join("."));
  if (leaf === undefined) return "";
  if (leaf.secret) return `#${indent} ${leaf.doc} Not here: in ${leaf.variable}, or in a file.`;
  return `#${indent} ${leaf.doc}\n#${indent}${key}: ${defaultText(leaf)}`.trimEnd();
}

function defaultText(leaf: Leaf): string {
  if (leaf.default === undefined) return "";
  const style = { collectionStyle: "flow", flowCollectionPadding: false } as const;
  return stringify(leaf.default, style).trim();
}
