// A configuration file's text to a tree of plain values, with the place of each.

import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";

/** Where in the file something stands; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface PlacedProblem extends Place {
  readonly problem: string;
}

/** An object without a prototype, so that a key named `__proto__` is a key like any other. */
export interface Tree {
  [key: string]: unknown;
}

export interface ConfigText {
  readonly tree: Tree;
  /** By path, joined with dots. A key's place, not its value's. */
  readonly places: ReadonlyMap<string, Place>;
  readonly problems: readonly PlacedProblem[];
}

/** Chosen by us: every setting of the house with a long comment each takes a tenth of it. */
const textLengthMax = 256 * 1024;
/** The deepest setting is the third level; lists are the fourth. */
const depthMax = 8;
/** More than these tell nothing new. */
const problemsMax = 20;

/** Never throws. With problems, `tree` holds what could be read. */
export function readConfigText(text: string): ConfigText {
  const none = { tree: emptyTree(), places: new Map<string, Place>() };
  const refuse = (problem: string): ConfigText => ({
    ...none,
    problems: [{ line: 1, column: 1, problem }],
  });
  if (text.length > textLengthMax) return refuse(`is longer than ${textLengthMax / 1024} KiB`);
  const lines = new LineCounter();
  let document: Document.Parsed;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  } catch (error) {
    if (error instanceof RangeError) return refuse("is nested too deeply");
    throw error;
  }
  const wrong = [...document.errors, ...document.warnings].slice(0, problemsMax);
  if (wrong.length === 0) return new Reader(lines).read(document);
  const problems = wrong.map((one) => ({
    ...placeAt(lines, one.pos[0]),
    problem: explain(one.code, one.message),
  }));
  return { ...none, problems };
}

export function emptyTree(): Tree {
  return Object.create(null) as Tree;
}

function placeAt(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function explain(code: string, message: string): string {
  if (code === "DUPLICATE_KEY") return "this key stands here a second time; keep one of the two";
  if (code === "MULTIPLE_DOCS") return "a second document begins here; keep only one";
  if (code === "TAB_AS_INDENT") return "indent with spaces: YAML allows no tabs here";
  if (code === "RESOURCE_EXHAUSTION") return "is nested too deeply";
  return `is not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}

/** Walks one document; owns the three lists that it fills. */
class Reader {
  readonly #lines: LineCounter;
  readonly #places = new Map<string, Place>();
  readonly #problems: PlacedProblem[] = [];

  constructor(lines: LineCounter) {
    this.#lines = lines;
  }

  read(document: Document.Parsed): ConfigText {
    const { contents } = document;
    let tree = emptyTree();
    if (isMap(contents)) tree = this.#map(contents.items, []);
    else if (contents !== null && !(isScalar(contents) && contents.value === null))
      this.#complain(contents, 'must consist of lines such as "mode: watch"');
    return { tree, places: this.#places, problems: this.#problems };
  }

  #map(items: readonly { readonly key: unknown; readonly value: unknown }[], path: string[]): Tree {
    const tree = emptyTree();
    for (const { key, value } of items) {
      if (!isScalar(key) || typeof key.value !== "string") {
        this.#complain(key, "a setting's name must be plain text");
        continue;
      }
      const below = [...path, key.value];
      this.#places.set(below.join("."), this.#placeOf(key));
      const plain = this.#value(value, below);
      if (plain !== undefined && plain !== null) tree[key.value] = plain;
    }
    return tree;
  }

  #value(node: unknown, path: string[]): unknown {
    if (path.length > depthMax) return this.#complain(node, "is nested too deeply");
    if (isAlias(node))
      return this.#complain(node, "aliases (*name) are not read here; write the value out");
    if (isMap(node)) return this.#map(node.items, path);
    if (isSeq(node))
      return node.items.map((item, index) => this.#value(item, [...path, String(index)]));
    return isScalar(node) ? node.value : undefined;
  }

  #placeOf(node: unknown): Place {
    const range = (node as { range?: readonly number[] | null } | null)?.range;
    return placeAt(this.#lines, range?.[0] ?? 0);
  }

  #complain(node: unknown, problem: string): undefined {
    if (this.#problems.length < problemsMax)
      this.#problems.push({ ...this.#placeOf(node), problem });
    return undefined;
  }
}
