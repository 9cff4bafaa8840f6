import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { bytesIn, isOnPath, LineProgram, newFolder, outputOf, removed } from "./programs.ts";
import { secondsSpent } from "./spent.ts";

test("answers come back in the order of the requests", async () => {
  const program = new LineProgram("cat", [], tmpdir());
  assert.deepEqual(await program.answers(["one\n", Buffer.from("zwei\n")]), ["one", "zwei"]);
  assert.deepEqual(await program.answers(["three\n"]), ["three"]);
  await program.end();
});

test("a program that dies while it is asked says what it complained about", async () => {
  const program = new LineProgram("sh", ["-c", "read one; echo fine; echo sick >&2; exit 3"], "/");
  await assert.rejects(program.answers(["one\n", "two\n"]), /sh ended with 3: sick/);
});

test("a program that is asked after its end refuses, too", async () => {
  const program = new LineProgram("true", [], "/");
  await assert.rejects(program.answers(["one\n"]), /true ended with 0/);
  await assert.rejects(program.answers(["two\n"]), /true ended with 0/);
});

test("codes that are answers are no errors, others are", async () => {
  assert.equal(await outputOf("sh", ["-c", "cat; exit 1"], "ham", [0, 1]), "ham");
  await assert.rejects(outputOf("sh", ["-c", "echo why >&2; exit 3"], ""), /sh ended with 3: why/);
});

test("only what is on the path counts as installed", () => {
  assert.equal(isOnPath("sh"), true);
  assert.equal(isOnPath("no-such-filter"), false);
});

test("a model's bytes are those of its own files", async () => {
  const folder = await newFolder("test");
  await writeFile(join(folder, "bayes_toks"), "12345");
  await writeFile(join(folder, "bayes_seen"), "678");
  await writeFile(join(folder, "lock"), "9");
  assert.equal(await bytesIn(folder, "bayes_"), 8);
  await removed(folder);
});

test("what a program computed counts as beside, and not as here", async () => {
  const [here, beside] = [secondsSpent("here"), secondsSpent("beside")];
  const busy = "i=0; while [ $i -lt 60000 ]; do i=$((i+1)); done";
  await outputOf("sh", ["-c", busy], "");
  const spent = secondsSpent("beside") - beside;
  assert.ok(spent > 0.005, `${spent} s beside`);
  assert.ok(secondsSpent("here") - here < spent, "waiting is no work");
});
