import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { gzipSync } from "node:zlib";
import { labelledTextsIn, shuffled } from "./labelled-texts.ts";

function folderOf(t: TestContext, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "labelled-"));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const line = '{"text":"hello","label":"ham","lang":"en","source":"chat"}';

test("lines are read from plain and from packed files, in the order of their names", (t) => {
  const folder = folderOf(t, {
    "b.jsonl": `${line}\n`,
    "a.jsonl.gz": gzipSync('{"text":"buy","label":"spam"}\n'),
    "README.md": "not a text",
  });
  assert.deepEqual(labelledTextsIn(folder), [
    { text: "buy", isSpam: true, language: "und", source: "a" },
    { text: "hello", isSpam: false, language: "en", source: "chat" },
  ]);
});

test("what cannot be read is named by file and line", (t) => {
  for (const bad of ["{", "[]", "null", '{"text":"x"}', '{"text":1,"label":"ham"}']) {
    const folder = folderOf(t, { "a.jsonl": `${line}\n${bad}\n` });
    assert.throws(() => labelledTextsIn(folder), /a\.jsonl, line 2: /);
  }
  assert.throws(() => labelledTextsIn(folderOf(t, {})), /no file that ends in \.jsonl/);
  assert.throws(() => labelledTextsIn("/no-such-folder"), /\/no-such-folder is not there/);
});

test("a shuffle is the same whatever order it is given, and another with another seed", () => {
  const texts = Array.from({ length: 50 }, (_, at) => ({ text: `text ${at}` }));
  const once = shuffled(texts, "a");
  assert.deepEqual(shuffled([...texts].reverse(), "a"), once);
  assert.notDeepEqual(once, texts);
  assert.notDeepEqual(shuffled(texts, "b"), once);
});
