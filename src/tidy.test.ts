// The house rules as a test: floors, sizes and habits, in every file of the project.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Frame } from "./cli/context.ts";
import { fullName, makeProgram, withSubcommands } from "./cli/program.ts";
import { fakeOutput } from "./cli/testing.ts";
import { signals } from "./engine/signals/index.ts";
import { reasonSymbols } from "./model/verdict.ts";
import { configMap } from "./services/config-leaves.ts";
import { complaintsAbout } from "./workshop/tidy-rules.ts";
import { sourceOf } from "./workshop/tidy-source.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const notOurs = new Set(["node_modules", ".git", "coverage", "dist", "breakwater-state"]);

/** Every file of the project, from its root. */
const files = filesBelow("").sort();
const sources = files.filter((path) => path.startsWith("src/") && path.endsWith(".ts"));

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (notOurs.has(entry.name) || entry.name.endsWith(".tmp")) return [];
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** A page of the docs; an absent one mentions nothing. */
function page(path: string): string {
  return existsSync(join(root, path)) ? read(path) : "";
}

test("every source file keeps the house rules", () => {
  const complaints = sources.flatMap((path) => complaintsAbout(sourceOf(path, read(path))));
  assert.equal(complaints.join("\n"), "");
});

test("every signal is listed, has stories, and has its place in docs/signals.md", () => {
  const docs = page("docs/signals.md");
  const list = read("src/engine/signals/index.ts");
  const wrong: string[] = [];
  for (const path of sources.filter((one) => /\/signals\/[a-z0-9-]+\.ts$/.test(one))) {
    const text = read(path);
    const symbol = /\bdefineSignal\(\{\s*symbol: "([A-Z0-9_]+)"/.exec(text)?.[1];
    if (symbol === undefined) continue;
    const stories = path.replace(/\.ts$/, ".test.ts");
    if (!page(stories).includes("stories(")) wrong.push(`${path} has no stories`);
    if (!list.includes(`./${path.split("/").at(-1)}`)) wrong.push(`${path} is not in the list`);
    if (!docs.includes(symbol)) wrong.push(`${symbol} is not in docs/signals.md`);
  }
  const reasons = page("docs/cli.md");
  for (const symbol of reasonSymbols)
    if (!new RegExp(`^\\|[ A-Z_,]* ${symbol}[ ,]`, "m").test(reasons))
      wrong.push(`${symbol} is not in docs/cli.md`);
  const symbols = signals.map((one) => one.symbol);
  assert.equal(wrong.join("\n"), "");
  assert.deepEqual(symbols, [...symbols].sort(), "signals are listed by symbol");
});

test("every command and every option is in docs/cli.md", () => {
  const docs = page("docs/cli.md");
  const program = makeProgram("0", { output: fakeOutput() } as unknown as Frame);
  const missing = withSubcommands(program).flatMap((command) => {
    const words = [fullName(command), ...command.options.map((one) => one.long ?? "")];
    return words.filter((word) => !docs.includes(word));
  });
  assert.equal(missing.join("\n"), "");
});

test("every setting is in docs/config.md", () => {
  const docs = page("docs/config.md");
  const house = configMap.leaves.filter((leaf) => leaf.path[0] !== "signals");
  const missing = house.filter((leaf) => !docs.includes(`## ${leaf.name}\n`));
  assert.deepEqual(
    missing.map((leaf) => leaf.name),
    [],
  );
});

test("what is started by its address is built into the package as well", () => {
  const built = (JSON.parse(read("tsconfig.build.json")) as { files: readonly string[] }).files;
  const started = sources.flatMap((path) =>
    [...read(path).matchAll(/\bfileBeside\(import\.meta\.url, "([\w-]+)"\)/g)].map(([, name]) =>
      join(path, "..", `${name}.ts`),
    ),
  );
  assert.ok(started.length > 0);
  assert.deepEqual(
    started.filter((file) => !built.includes(file)),
    [],
    "not among the files of tsconfig.build.json",
  );
});

test("each decision has a number of its own and a line in the list; changes have names", () => {
  const decisions = files.filter((path) => /^docs\/decisions\/\d/.test(path));
  const wrong = decisions.flatMap((path, index) => {
    const number = `${index + 1}`.padStart(4, "0");
    const file = path.split("/").at(-1) ?? "";
    if (!file.startsWith(`${number}-`)) return [`${path} should be number ${number}`];
    if (!read(path).startsWith(`# ${number} `)) return [`${path} opens with another number`];
    const isListed = read("docs/decisions/README.md").includes(`| [${number}](${file}) |`);
    return isListed ? [] : [`${path} is not in docs/decisions/README.md`];
  });
  const changes = files.filter((path) => path.startsWith("changes/"));
  for (const path of changes)
    if (!/^changes\/[a-z-]+\.md$/.test(path) || !/^# .+\n\n- /.test(read(path)))
      wrong.push(`${path} should be named in words, and be a heading and a list`);
  assert.equal(wrong.join("\n"), "");
});

test("nothing points into the machine it was written on", () => {
  // Put together, so that this file is clean as well.
  const machinePaths = ["work", "root", "home/[a-z]+"].map((one) => `/${one}/`).join("|");
  const pointer = new RegExp(`(?<![\\w.:-])(?:${machinePaths})|\\.\\./${"shared"}\\b`);
  const texts = files.filter((path) => /\.(?:ts|js|md|json|ya?ml|conf|sh|html|css)$/.test(path));
  const scripts = files.filter((path) => /^(?:bin|\.ci)\//.test(path));
  const found = [...texts, ...scripts].flatMap((path) =>
    read(path)
      .split("\n")
      .flatMap((line, index) =>
        pointer.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [],
      ),
  );
  assert.equal(found.join("\n"), "");
});
