import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import {
  bytesIn,
  isOnPath,
  LineProgram,
  newFolder,
  outputOf,
  removed,
  Servers,
} from "./programs.ts";
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

/** A server that has started another, as soon as both have written down who they are. */
async function family(folder: string): Promise<{ servers: Servers; members: number[] }> {
  const child = `echo $$ >> ${folder}/pids; exec sleep 300`;
  const servers = new Servers(["sh", "-c", `sh -c '${child}' & ${child}`]);
  return { servers, members: await pidsIn(folder) };
}

async function pidsIn(folder: string): Promise<number[]> {
  for (;;) {
    const told = existsSync(`${folder}/pids`) ? readFileSync(`${folder}/pids`, "utf8") : "";
    const pids = told.trim().split("\n").map(Number);
    if (pids.length === 2) return pids;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** One that has ended and that nobody has asked about yet is gone, too. */
function isAlive(pid: number): boolean {
  const stat = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, "utf8") : "";
  return stat !== "" && !/\) Z /.test(stat);
}

test("servers end with all that they have started", { timeout: 10_000 }, async () => {
  const folder = await newFolder("test");
  const { servers, members } = await family(folder);
  assert.ok(members.every(isAlive));
  await servers.end();
  for (const pid of members) await untilGone(pid);
  await removed(folder);
});

test("servers outlive no bench, however it ends", { timeout: 20_000 }, async () => {
  for (const end of ["SIGKILL", "SIGTERM", "an error"] as const) {
    const folder = await newFolder("test");
    const bench = spawn(process.execPath, ["--input-type=module", "-e", benchIn(folder, end)], {
      stdio: "ignore",
    });
    const gone = once(bench, "exit");
    const members = await pidsIn(folder);
    if (end !== "an error") bench.kill(end);
    await gone;
    for (const pid of members) await untilGone(pid);
    await removed(folder);
  }
});

/** It starts a family, and then goes wrong or waits for its end. */
function benchIn(folder: string, end: string): string {
  const child = `echo $$ >> ${folder}/pids; exec sleep 300`;
  return `
    import { existsSync, readFileSync } from "node:fs";
    import { Servers } from ${JSON.stringify(import.meta.resolve("./programs.ts"))};
    new Servers(["sh", "-c", ${JSON.stringify(`sh -c '${child}' & ${child}`)}]);
    const pids = () => existsSync("${folder}/pids") ? readFileSync("${folder}/pids", "utf8") : "";
    while (pids().split("\\n").length < 3) await new Promise((next) => setTimeout(next, 5));
    if (${end === "an error"}) throw new Error("sick");
  `;
}

test("a program that is being asked ends with the bench", { timeout: 10_000 }, async () => {
  const folder = await newFolder("test");
  const asking = `
    import { outputOf } from ${JSON.stringify(import.meta.resolve("./programs.ts"))};
    const script = "echo $$ >> ${folder}/pids; echo $$ >> ${folder}/pids; exec sleep 300";
    process.on("SIGTERM", () => process.exit(1));
    await outputOf("sh", ["-c", script], "");
  `;
  const bench = spawn(process.execPath, ["--input-type=module", "-e", asking], { stdio: "ignore" });
  const gone = once(bench, "exit");
  const [pid = 0] = await pidsIn(folder);
  bench.kill("SIGTERM");
  await gone;
  await untilGone(pid);
  await removed(folder);
});
