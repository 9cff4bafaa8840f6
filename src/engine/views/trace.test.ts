import assert from "node:assert/strict";
import { test } from "node:test";
import type { Trait, TraitView } from "../../model/likeness.ts";
import { lessonOf, traceOf } from "./trace.ts";

function traces(...views: readonly TraitView[]) {
  const traits = views.map((view, at): Trait => ({ view, key: at + 1, usual: 0.01 }));
  return traceOf({ sketch: Uint32Array.of(7), traits });
}

function keys({ keys: all }: { readonly keys: Uint32Array }): number[] {
  return [...all];
}

test("a trace has all traits but a post's own id", () => {
  assert.deepEqual(keys(traces("link", "host", "post")), [1, 2]);
});

test("strangers teach nothing of pictures and pages, regulars do", () => {
  const trace = traces("face", "link", "page", "host");
  assert.deepEqual(keys(lessonOf(trace, false)), [2, 4]);
  for (const key of [1, 2, 3, 4]) assert.ok(lessonOf(trace, true).keys.includes(key));
  assert.deepEqual([...lessonOf(trace, false).sketch], [7]);
});

test("where nothing is shown all is taught", () => {
  const trace = traces("link", "host");
  assert.equal(lessonOf(trace, false), trace);
});
