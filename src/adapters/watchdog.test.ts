// Real processes and their real ends; both at once, because each needs its second.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("./hangs.fixture.ts", import.meta.url));

async function run(how: "hang" | "work") {
  const child = spawn(process.execPath, [program, how], { stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) => {
    child.once("close", (code, signal) => resolve(signal ?? code));
  });
  const [end, said, complained] = await Promise.all([
    ended,
    text(child.stdout),
    text(child.stderr),
  ]);
  return { end, said, complained };
}

test("a hung event loop is ended and says so; a busy one is left alone", async () => {
  const [hung, busy] = await Promise.all([run("hang"), run("work")]);
  assert.equal(hung.end, "SIGKILL");
  assert.match(hung.complained, /"msg":"the event loop has stood still for 400 ms: the watchdog/);
  assert.deepEqual(busy, { end: 0, said: "through\n", complained: "" });
});
