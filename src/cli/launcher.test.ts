import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const shell = ["/usr/bin", "/bin"].join(delimiter);

function inFolder(work: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "breakwater launcher-"));
  try {
    work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A Node on the PATH that only knows its version, and says so if it is asked for more. */
function fakeNode(folder: string, version: string): void {
  mkdirSync(folder, { recursive: true });
  const script = `#!/bin/sh\n[ "$1" = --version ] && echo ${version} || echo "ran $*"\n`;
  for (const name of ["node", "nodejs"]) {
    writeFileSync(join(folder, name), script);
    chmodSync(join(folder, name), 0o755);
  }
}

/** The launcher alone, as in a package whose dependencies were not installed. */
function copyOfLauncher(folder: string): string {
  cpSync(join(root, "bin"), join(folder, "bin"), { recursive: true });
  return join(folder, "bin/breakwater");
}

function run(command: string, path: string, cwd = root) {
  const { status, stdout, stderr } = spawnSync(command, ["--version"], {
    cwd,
    encoding: "utf8",
    env: { PATH: [path, shell].join(delimiter), CDPATH: "/usr" },
  });
  return { status, stdout, stderr };
}

test("in a checkout it starts through links and from anywhere, whatever the PATH", () => {
  inFolder((folder) => {
    fakeNode(join(folder, "old"), "v20.20.2");
    symlinkSync(join(root, "bin/breakwater"), join(folder, "one"));
    symlinkSync("one", join(folder, "two"));
    const { status, stdout } = run(join(folder, "two"), join(folder, "old"), folder);
    assert.equal(status, 0);
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
  });
});

test("an older Node is refused in one sentence, before anything is loaded", () => {
  inFolder((folder) => {
    const launcher = copyOfLauncher(folder);
    for (const version of ["v20.20.2", "v24.3.9", "v8.0.0"]) {
      fakeNode(join(folder, "old"), version);
      const { status, stdout, stderr } = run(launcher, join(folder, "old"));
      assert.equal(status, 2);
      assert.equal(stdout, "");
      assert.match(
        stderr,
        /^breakwater: needs Node 24\.18 or newer, and this is Node v[^\n]*npm ci[^\n]*\n$/,
      );
    }
  });
});

test("a new enough Node on the PATH will do", () => {
  inFolder((folder) => {
    const launcher = copyOfLauncher(folder);
    for (const version of ["v24.18.0", "v26.10.0"]) {
      fakeNode(join(folder, "new"), version);
      const { stdout } = run(launcher, join(folder, "new"));
      assert.match(stdout, /^ran .*dist\/cli\/main\.js --version\n$/);
    }
  });
});

test("below a node_modules folder it starts what was built", () => {
  inFolder((folder) => {
    const modules = join(folder, "node_modules");
    const installed = join(modules, "breakwater");
    mkdirSync(join(installed, "dist/cli"), { recursive: true });
    writeFileSync(join(installed, "dist/cli/main.js"), "console.log(process.argv[2]);");
    copyOfLauncher(installed);
    symlinkSync(join(root, "node_modules/node"), join(modules, "node"));
    mkdirSync(join(modules, ".bin"));
    symlinkSync("../breakwater/bin/breakwater", join(modules, ".bin/breakwater"));
    fakeNode(join(folder, "old"), "v20.20.2");
    const { status, stdout, stderr } = run(join(modules, ".bin/breakwater"), join(folder, "old"));
    assert.equal(`${status} ${stderr}`, "0 ");
    assert.equal(stdout, "--version\n");
  });
});

test("exit codes come straight through", () => {
  const wrong = spawnSync(join(root, "bin/breakwater"), ["strat"], { encoding: "utf8" });
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /Did you mean start\?/);
});

test("signals come straight through, for the launcher becomes the Node it starts", async () => {
  const code =
    "process.on('SIGTERM', () => process.exit(7)); console.log('up'); setInterval(String, 9);";
  const child = spawn(join(root, "bin/node"), ["-e", code], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  child.kill("SIGTERM");
  const ended = await new Promise((resolve) => child.once("exit", (status) => resolve(status)));
  assert.equal(ended, 7);
});

test("who reads the answer later than we would linger gets all of it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "breakwater launcher-"));
  const at = "2026-01-05T00:00:00.000Z";
  const home = { origin: "https://home.example", actors: "https://home.example/users/" };
  const actor = "https://harbor.example/users/x";
  const one = { type: "delivery", at, inbox: "/inbox", ip: "203.0.113.9" };
  const lines = Array.from({ length: 2000 }, (_, i) =>
    JSON.stringify({ ...one, id: `d${i}`, activity: { type: "Like", actor, object: actor } }),
  );
  const header = JSON.stringify({ type: "traffic-log", version: 1, at, home });
  writeFileSync(join(folder, "log.jsonl"), [header, ...lines, ""].join("\n"));
  const log = join(folder, "log.jsonl");
  const child = spawn(join(root, "bin/breakwater"), ["replay", log, "--json"]);
  // The pipe holds 64 KiB; the one wait of the clock that can't be set is the process's own.
  await new Promise((resolve) => child.stdout.once("readable", resolve));
  await new Promise((resolve) => setTimeout(resolve, 2500));
  let count = 0;
  for await (const chunk of child.stdout) count += String(chunk).split("\n").length - 1;
  rmSync(folder, { recursive: true });
  assert.equal(count, lines.length);
});
