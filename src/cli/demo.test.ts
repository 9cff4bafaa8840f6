import assert from "node:assert/strict";
import { test } from "node:test";
import { runDemo } from "./demo.ts";
import { fakeOutput } from "./testing.ts";
import { widthOf } from "./width.ts";

const stopped = new AbortController().signal;

test("the demonstration says what it is, fits 80 columns, and ends with figures", async () => {
  const output = fakeOutput({ width: 80 });
  assert.equal(await runDemo({ seed: "80", fast: true, json: false, stopped }, output), 0);
  const lines = output.text().split("\n");
  assert.match(lines.slice(0, 3).join("\n"), /A DEMONSTRATION/);
  assert.match(lines.slice(-8).join("\n"), /THIS WAS A DEMONSTRATION/);
  assert.match(lines.slice(-8).join("\n"), /npm start -- --upstream http:\/\/127\.0\.0\.1:3000/);
  assert.match(output.text(), /^ordinary contacts( +\d+){3}/m);
  assert.match(output.text(), /^the wave( +\d+){3}/m);
  const wide = lines.filter((line) => widthOf(line) > 80);
  assert.deepEqual(wide, []);
  assert.ok(!output.text().includes("\u001b"), "no colours where nobody asked for them");
});

test("whoever leaves early gets the summary so far, and still learns what it was", async () => {
  const output = fakeOutput({ width: 80, colours: true });
  const left = AbortSignal.abort();
  assert.equal(await runDemo({ seed: "x", fast: false, json: false, stopped: left }, output), 0);
  assert.match(output.text(), /Stopped early/);
  assert.match(output.text(), /The wave had not begun/);
  assert.match(output.text(), /THIS WAS A DEMONSTRATION/);
  assert.ok(output.text().includes("\u001b[1m"));
});

test("for scripts, every event is a line of JSON and the last is the summary", async () => {
  const output = fakeOutput();
  const enough = new AbortController();
  const counting = {
    ...output,
    line: (text?: string) => {
      output.line(text);
      if (text?.includes('"judged"')) enough.abort();
    },
  };
  await runDemo({ seed: "j", fast: true, json: true, stopped: enough.signal }, counting);
  const events = output
    .text()
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { event: string; truth?: string; seed?: string });
  assert.deepEqual([...new Set(events.map((one) => one.event))], ["chapter", "judged", "summary"]);
  assert.equal(events.at(-2)?.truth, "ordinary");
  assert.equal(events.at(-1)?.seed, "j");
});
