// The settings as a flat list, read off the schema: what docs, `config show` and the
// environment's names are made from.

import { z } from "zod";
import { configSchema } from "./config-schema.ts";

/** JSON Schema (2020-12) of the configuration file, for editors. */
export function configJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(configSchema, { io: "input" });
}

export interface Leaf {
  readonly path: readonly string[];
  /** Its path with dots: `settle.min`. */
  readonly name: string;
  /** The variable that sets it: `BREAKWATER_SETTLE_MIN`. */
  readonly variable: string;
  readonly type: "string" | "number" | "boolean" | "list";
  readonly doc: string;
  readonly default: unknown;
  /** It is shown to nobody, and does not stand in the file. */
  readonly secret: boolean;
}

export interface Section {
  readonly path: readonly string[];
  readonly doc: string;
  readonly keys: readonly string[];
}

interface Node {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly secret?: boolean;
  readonly properties?: Readonly<Record<string, Node>>;
}

export interface ConfigMap {
  readonly leaves: readonly Leaf[];
  /** By dotted path; the whole file under "". */
  readonly sections: ReadonlyMap<string, Section>;
}

export const configMap: ConfigMap = mapOf(configJsonSchema());

function mapOf(schema: Node): ConfigMap {
  const leaves: Leaf[] = [];
  const sections = new Map<string, Section>();
  const visit = (node: Node, path: readonly string[]): void => {
    const doc = node.description ?? "";
    if (node.properties === undefined) {
      leaves.push(leafOf(node, path, doc));
      return;
    }
    sections.set(path.join("."), { path, doc, keys: Object.keys(node.properties) });
    for (const [key, below] of Object.entries(node.properties)) visit(below, [...path, key]);
  };
  visit(schema, []);
  return { leaves, sections };
}

function leafOf(node: Node, path: readonly string[], doc: string): Leaf {
  const variable = `BREAKWATER_${path.join("_").toUpperCase()}`;
  const { default: standard, secret = false } = node;
  const named = { path, name: path.join("."), variable };
  return { ...named, type: typeOf(node), doc, default: standard, secret };
}

function typeOf(node: Node): Leaf["type"] {
  if (node.type === "array") return "list";
  if (node.type === "boolean") return "boolean";
  return node.type === "number" || node.type === "integer" ? "number" : "string";
}
