// A source file as the house rules see it: what is code, what is said, and where functions end.
// No compiler: TypeScript 7 has no interface for programs, and the rules ask for little.

export interface Source {
  /** From the project's root, with "/". */
  readonly path: string;
  readonly text: string;
  /** The text with comments, and what strings and expressions hold, turned into blanks. */
  readonly code: string;
  /** The text with everything but comments turned into blanks. */
  readonly comments: string;
}

export interface FunctionSpan {
  /** Of its body's brace; counts from 1. */
  readonly line: number;
  /** Lines of its body without those of functions inside it. */
  readonly lines: number;
}

export interface Imported {
  readonly from: string;
  readonly line: number;
}

export function sourceOf(path: string, text: string): Source {
  const code = text.split("");
  const comments = text.split("");
  const blank = (into: string[], from: number, to: number) => {
    for (let i = from; i < to; i++) if (into[i] !== "\n") into[i] = " ";
  };
  let at = 0;
  for (const token of tokens(text)) {
    blank(comments, at, token.from);
    if (token.kind === "comment") blank(code, token.from, token.to);
    else {
      blank(code, token.from + 1, token.to - 1);
      blank(comments, token.from, token.to);
    }
    at = token.to;
  }
  blank(comments, at, text.length);
  return { path, text, code: code.join(""), comments: comments.join("") };
}

export function lineAt(text: string, index: number): number {
  let line = 1;
  for (let i = text.indexOf("\n"); i >= 0 && i < index; i = text.indexOf("\n", i + 1)) line++;
  return line;
}

/** Static, dynamic and re-exporting imports alike. */
export function importsOf({ code, text }: Source): Imported[] {
  const found: Imported[] = [];
  for (const match of code.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)(["'])([^"']*)\1/g)) {
    const end = match.index + match[0].length - 1;
    const from = text.slice(end - (match[2]?.length ?? 0), end);
    found.push({ from, line: lineAt(text, match.index) });
  }
  return found;
}

interface Block {
  readonly from: number;
  readonly isFunction: boolean;
  /** The braces of a return type, such as `): { a: b } {`. */
  readonly isType: boolean;
  to: number;
  inner: number;
}

/** Every function with a body in braces. */
export function functionsOf({ code, text }: Source): FunctionSpan[] {
  const found: FunctionSpan[] = [];
  const open: Block[] = [];
  let closed: Block | undefined;
  for (const match of code.matchAll(/[{}]/g)) {
    if (match[0] === "{") {
      open.push(blockAt(code, match.index, closed));
      continue;
    }
    closed = open.pop();
    if (closed === undefined) continue;
    closed.to = match.index;
    const around = open.at(-1);
    if (!closed.isFunction) {
      if (around !== undefined) around.inner += closed.inner;
      continue;
    }
    const line = lineAt(text, closed.from);
    const whole = lineAt(text, match.index) - line + 1;
    found.push({ line, lines: whole - closed.inner });
    if (around !== undefined) around.inner += Math.max(0, whole - 2);
  }
  return found;
}

function blockAt(code: string, from: number, closed: Block | undefined): Block {
  const before = code.slice(Math.max(0, from - 400), from).trimEnd();
  const isType = /\)\s*:(?:[^;{}()=]*[<|&,])?$/.test(before);
  const between = closed?.isType ? code.slice(closed.to + 1, from) : ";";
  const afterType = /^[^;(){}=]*$/.test(between);
  const isFunction = !isType && (afterType || opensFunction(before));
  return { from, to: from, isFunction, isType, inner: 0 };
}

/** `=> {`, `) {` and `): Type {`, unless the parentheses belong to `if`, `for` and their like. */
function opensFunction(before: string): boolean {
  if (before.endsWith("=>")) return true;
  const signature = /\)\s*(?::(?:[^;{}()=]|=>|\((?:[^()]|\([^()]*\))*\))*)?$/.exec(before);
  if (signature === null) return false;
  let depth = 0;
  let at = signature.index;
  for (; at >= 0; at--) {
    if (before[at] === ")") depth++;
    if (before[at] === "(" && --depth === 0) break;
  }
  const head = before.slice(0, Math.max(0, at));
  return !/\b(?:if|for|while|switch|catch|await|with)\s*$/.test(head);
}

interface Token {
  readonly kind: "comment" | "literal";
  readonly from: number;
  readonly to: number;
}

/** Comments, strings and regular expressions; of a template, each part between `${…}`. */
function* tokens(text: string): Generator<Token> {
  const templates: number[] = [];
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const token = tokenAt(text, at, templates.at(-1) === depth);
    if (token === undefined) {
      if (text[at] === "{") depth++;
      if (text[at] === "}") depth--;
      at++;
      continue;
    }
    if (text[at] === "}") templates.pop();
    if (/^[`}]/.test(text[at] ?? "") && text[token.to - 1] === "{") templates.push(depth);
    yield token;
    at = token.to;
  }
}

/** `resumes`: a closing brace here ends a template's `${…}`. */
function tokenAt(text: string, at: number, resumes: boolean): Token | undefined {
  const literal = (to: number): Token => ({ kind: "literal", from: at, to });
  const one = text[at];
  if (one === '"' || one === "'") return literal(closing(text, at, one));
  if (one === "`" || (one === "}" && resumes)) return literal(templatePart(text, at));
  if (one !== "/") return undefined;
  const next = text[at + 1];
  if (next === "/") return { kind: "comment", from: at, to: endOf(text, "\n", at) };
  if (next === "*") return { kind: "comment", from: at, to: endOf(text, "*/", at + 2) };
  return beginsExpression(text, at) ? literal(closingSlash(text, at)) : undefined;
}

function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  if (found < 0) return text.length;
  return mark === "\n" ? found : found + mark.length;
}

function closing(text: string, from: number, quote: string): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === quote || text[at] === "\n") return at + 1;
  }
  return text.length;
}

/** To its end, or to the `{` of its next `${`. */
function templatePart(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "`") return at + 1;
    else if (text[at] === "$" && text[at + 1] === "{") return at + 2;
  }
  return text.length;
}

/** A slash divides after a value, and begins a regular expression anywhere else. */
function beginsExpression(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 40), at).trimEnd();
  return (
    before === "" || /(?:[(,=:[!&|?{};>+*~^%-]|\b(?:return|case|typeof|of|in|yield))$/.test(before)
  );
}

function closingSlash(text: string, from: number): number {
  let inClass = false;
  for (let at = from + 1; at < text.length && text[at] !== "\n"; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "[") inClass = true;
    else if (text[at] === "]") inClass = false;
    else if (text[at] === "/" && !inClass) return at + 1;
  }
  return from + 1;
}
