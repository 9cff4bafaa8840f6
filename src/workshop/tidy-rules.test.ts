import assert from "node:assert/strict";
import { test } from "node:test";
import { complaintsAbout } from "./tidy-rules.ts";
import { functionsOf, importsOf, sourceOf } from "./tidy-source.ts";

const opening = "// What it is for.\n\n";

function said(path: string, text: string): string {
  return complaintsAbout(sourceOf(path, opening + text)).join("\n");
}

/** Put into samples, so that no line of this file reads like a test that does not run. */
const [skip, todo] = ["skip", "todo"];

test("each bad sample is found, each good one beside it is not", () => {
  const samples: [path: string, bad: string, good: string, complaint: RegExp][] = [
    ["src/engine/a.ts", 'import "../services/b.ts";', 'import "../model/b.ts";', /imports up/],
    ["src/engine/a.ts", 'import "../ports/b.ts";', 'import "./views/b.ts";', /sideways/],
    ["src/doors/gate/a.ts", 'import "../../adapters/b.ts";', 'import "../b.ts";', /sideways/],
    ["src/doors/a.ts", 'const b = await import("../wire/house.ts");', "", /imports up/],
    ["src/base/a.ts", 'import "../attic/b.ts";', 'import "zod";', /has no floor/],
    ["src/engine/a.ts", 'import { x } from "node:fs";', 'const x = "node:fs";', /runs anywhere/],
    ["src/cli/a.ts", 'new URL("./b.ts", import.meta.url);', 'new URL("./b.ts", c);', /once built/],
    ["src/cli/a.ts", "export default 1;", "export const a = 1;", /default export/],
    ["src/cli/a.ts", "export { a as default };", "export const defaults = 1;", /default export/],
    ["src/cli/a.ts", 'export { a } from "./a.ts";', "export { a };", /barrel/],
    ["src/cli/a.ts", 'export * from "./a.ts"; f();', "f();", /exports everything/],
    ["src/cli/a.ts", "let a: any;", "AbortSignal.any([]); // any", /`any`/],
    ["src/cli/a.ts", "enum A { b }", "const enumerable = { b };", /an enum/],
    ["src/cli/a.ts", "@sealed\nclass A {}", "const a = '@b';", /decorator/],
    [
      "src/cli/a.ts",
      "class A { constructor(a: 1, readonly b: 1) {} }",
      "class A { constructor(a: readonly B[]) {} }",
      /parameter prop/,
    ],
    ["src/services/a.ts", "const a = Date.now();", "clock.now();", /clock/],
    ["src/engine/a.ts", "const a = Math.random();", "// Math.random", /chance/],
    ["src/services/a.ts", "await fetch(url);", "network.fetch(url);", /past the ports/],
    ["src/services/a.ts", "process.exit();", "a.process.exit();", /touches the process/],
    ["src/services/a.ts", "console.log(1);", "const a = 'console.log';", /touches the process/],
    ["src/cli/a.ts", "try { a() } catch { }", "try { a() } catch { b() }", /empty catch/],
    ["src/cli/a.ts", "try { a() } catch (e) { /* no */ }", "", /empty catch/],
    ["src/cli/a.ts", "// TODO later", "// TODO #12 later", /TODO without/],
    ["src/cli/a.test.ts", `test.${skip}('a', f);`, "test('a', f);", /does not run/],
    ["src/cli/a.test.ts", `test('a', { ${todo}: true }, f);`, `list.${skip}(3);`, /does not run/],
    ["src/cli/bigFile.ts", "", "", /kebab-case/],
    ["src/cli/a.ts", "class CaseManager {}", "class Cases {}", /says nothing/],
    ["src/attic/a.ts", "f();", "f();", /no floor/],
    ["src/cli/a.ts", `const a = "${"x".repeat(100)}";`, `/${"x".repeat(100)}/;`, /columns/],
    ["src/cli/a.ts", "let a: any;", `// biome-ignore a/noExplicitAny: theirs\nlet a: any;`, /any/],
    ["src/cli/a.ts", "f();\n".repeat(400), "f();\n".repeat(300), /402 lines/],
  ];
  for (const [path, bad, good, complaint] of samples) {
    assert.match(said(path, bad), complaint, bad);
    if (!/no floor|kebab/.test(complaint.source)) assert.equal(said(path, good), "", good);
  }
});

test("a file opens with what it is for", () => {
  const source = sourceOf("src/cli/a.ts", "export const a = 1;\n");
  assert.match(complaintsAbout(source).join("\n"), /what it is for/);
});

test("a test may stand on any floor", () => {
  assert.equal(said("src/services/a.test.ts", 'import "../adapters/b.ts";\nDate.now();'), "");
});

function lengths(text: string): number[] {
  return functionsOf(sourceOf("src/cli/a.ts", text)).map((one) => one.lines);
}

test("functions are found in every spelling, and nothing else is", () => {
  const spellings = [
    "function a() {\n1\n}",
    "const a = (): Promise<Result<A, B>> => {\n1\n};",
    "function a(b: C): { d: string; e: F } {\n1\n}",
    "function a(): Promise<{ d: string }> {\n1\n}",
    "class A { async *b(c = d(1)): AsyncGenerator<string> {\n1\n} }",
    "const a = { b({ c }, [d]) {\n1\n} };",
    "function a(b: unknown): b is C {\n1\n}",
    "function a(): (() => void)[] {\n1\n}",
  ];
  for (const text of spellings) assert.deepEqual(lengths(text), [3], text);
  const others = ["if (a) {\n1\n}", "for (const a of b()) {\n1\n}", "type A = {\n b: 1\n};"];
  for (const text of [...others, "switch (a) {\n1\n}", "const a = {\n b: 1\n};"])
    assert.deepEqual(lengths(text), [], text);
});

test("a function is not blamed for those inside it", () => {
  const inner = `function b() {\n${"1;\n".repeat(50)}}\n`;
  assert.deepEqual(lengths(`function a() {\n${inner}${inner}}`), [52, 52, 6]);
  assert.match(said("src/cli/a.ts", `function a() {\n${"1;\n".repeat(59)}}`), /of 61 lines/);
  assert.equal(said("src/cli/a.ts", `function a() {\n${"1;\n".repeat(58)}}`), "");
});

test("strings, templates, comments and expressions are not code", () => {
  const text = [
    'const a = "} any {"; // any }',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a line of somebody's code
    "const b = `any ${c({ d: `any` })} any`;",
    "const e = /any[/\"]{2}'/.test(f) ? 1 / 2 / 3 : '\\'any';",
    "/* any ` */ const g = h;",
  ].join("\n");
  const { code, comments } = sourceOf("src/cli/a.ts", text);
  assert.doesNotMatch(code, /\bany\b/);
  assert.match(code, /c\(\{ d: ` {3}` \}\)/);
  assert.match(code, /const g = h;/);
  assert.equal(comments.match(/any/g)?.length, 2);
  assert.equal(code.length, text.length);
});

test("every kind of import is seen, with what it names", () => {
  const text = [
    'import a from "./a.ts";',
    "import type {\n  b,\n} from './b.ts';",
    'export { c } from "./c.ts";',
    'const d = await import("./d.ts");',
    'import "./e.ts";',
    'const f = "from ./no.ts";',
  ].join("\n");
  const found = importsOf(sourceOf("src/cli/a.ts", text)).map((one) => one.from);
  assert.deepEqual(found, ["./a.ts", "./b.ts", "./c.ts", "./d.ts", "./e.ts"]);
});
