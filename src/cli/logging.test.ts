import assert from "node:assert/strict";
import { test } from "node:test";
import { makeLogger } from "./logging.ts";
import { fakeOutput } from "./testing.ts";

test("machines get JSON, one line each", () => {
  const output = fakeOutput();
  makeLogger(output, "info").info({ port: 8090 }, "listening");
  const { at, ...rest } = JSON.parse(output.text()) as Record<string, unknown>;
  assert.deepEqual(rest, { level: "info", port: 8090, msg: "listening" });
  assert.match(String(at), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
});

test("people get a tidy line", () => {
  const output = fakeOutput({ interactive: true });
  makeLogger(output, "info").warn({ host: "a.example", why: "two words" }, "odd");
  assert.match(output.text(), /^\d\d:\d\d:\d\d WARN {2}odd host=a\.example why="two words"\n$/);
});

test("a verdict is one line, however much evidence there is", () => {
  const output = fakeOutput({ interactive: true, width: 80 });
  const because = "three others sent this \u001b[2J within ten minutes of each other";
  const evidence = [{ symbol: "REPEATED_TEXT", decibans: 9, because }];
  const actor = "https://spam.example/users/bob";
  const fields = { receipt: "r1", actor, action: "settle", done: "passed", score: 1.5, evidence };
  makeLogger(output, "info").info(fields, "judged");
  assert.match(
    output.text(),
    /^\d\d:\d\d:\d\d settle passed {3}bob@spam\.example {13}1\.5 three others .*…\n$/,
  );
  assert.equal(output.text().length, 81);
});

test("an error is told in a line, and a stranger's text steers nothing", () => {
  const output = fakeOutput({ interactive: true });
  const err = new Error("broken \u001b[2J");
  makeLogger(output, "info").error({ err, actor: "\u202eevil" }, "failed");
  assert.match(output.text(), /ERROR failed actor=\\u\{202e\}evil error="broken \\u001b\[2J"\n$/);
});

test("below its level nothing is said", () => {
  const output = fakeOutput();
  makeLogger(output, "warn").info("quiet");
  assert.equal(output.text(), "");
});
