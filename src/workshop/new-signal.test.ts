import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { listWith, namesOf, sourceOf, storiesOf } from "./new-signal.ts";

const list = readFileSync(new URL("../engine/signals/index.ts", import.meta.url), "utf8");

test("a name may be given in any of its spellings", () => {
  const names = { file: "loud-host", value: "loudHost", symbol: "LOUD_HOST" };
  for (const spelled of ["loud-host", "loudHost", "LOUD_HOST"]) {
    assert.deepEqual(namesOf(spelled), names);
  }
});

test("what is no name is none", () => {
  for (const spelled of ["", "../x", "a b", "-x", "1st", "x.ts"]) {
    assert.equal(namesOf(spelled), undefined, spelled);
  }
});

for (const [where, name] of [
  ["first", "aardvark"],
  ["between", "loud-host"],
  ["last", "zebra"],
] as const) {
  test(`a new signal finds its place: ${where}`, () => {
    const names = namesOf(name) ?? assert.fail();
    const next = listWith(list, names);
    const imports = [...next.matchAll(/from "\.\/([a-z0-9-]+)\.ts"/g)].map((one) => one[1] ?? "");
    const files = imports.filter((one) => one !== "signal");
    assert.deepEqual(files, files.toSorted());
    assert.equal(files.filter((one) => one === name).length, 1);
    assert.equal(next.split("\n").length, list.split("\n").length + 2);
    assert.ok(next.includes(`\n  ${names.value},\n`));
  });
}

test("the made files import each other by name", () => {
  const names = namesOf("loud-host") ?? assert.fail();
  assert.match(
    sourceOf(names),
    /export const loudHost = defineSignal\(\{\n {2}symbol: "LOUD_HOST"/,
  );
  assert.match(storiesOf(names), /import \{ loudHost \} from "\.\/loud-host\.ts"/);
});
