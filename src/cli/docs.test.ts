// The manual, as far as a machine can read it: what it names is there, what it types is understood.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { CommanderError } from "commander";
import { minute } from "../base/units.ts";
import { profileOf } from "../model/server-profile.ts";
import { loadConfig } from "../services/config.ts";
import { configMap } from "../services/config-leaves.ts";
import type { Frame } from "./context.ts";
import { makeProgram, withSubcommands } from "./program.ts";
import { fakeOutput } from "./testing.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const below = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" });
const pages = ["README.md", ...below.map((path) => `docs/${path}`)].filter((path) =>
  path.endsWith(".md"),
);
const texts = new Map(pages.map((path) => [path, readFileSync(join(root, path), "utf8")]));

/** Everything in code of one line or more, each line by itself. */
function codeIn(text: string): readonly string[] {
  const blocks = [...text.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].map(([, code = ""]) => code);
  const rest = text.replace(/^```[\s\S]*?^```/gm, "");
  const spans = [...rest.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);
  const indented = [...rest.matchAll(/^ {4}(\S.*)$/gm)].map(([, code = ""]) => code);
  return [...blocks.flatMap((code) => code.split("\n")), ...spans, ...indented];
}

/** The words after `breakwater`, of every command in a line. */
function commandsIn(line: string): readonly (readonly string[])[] {
  return line.split(/&&|;|\|/).flatMap((one) => {
    const words = (one.replace(/\s[<>].*/, "").match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map((word) =>
      word.replace(/^["']|["']$/g, ""),
    );
    const name = words.findIndex((word) => /^(?:bin\/|.*\/bin\/)?breakwater$/.test(word));
    // Before it may stand variables, `sudo`, and what runs it in a container.
    const isCommand = words
      .slice(0, name)
      .every((word) => /=|^(?:docker|compose|exec)$/.test(word));
    return name === -1 || !isCommand ? [] : [words.slice(name + 1)];
  });
}

/** What the command line says against these words; undefined if it understands them. */
function complaint(words: readonly string[]): string | undefined {
  const program = makeProgram("0", { output: fakeOutput() } as unknown as Frame);
  for (const command of withSubcommands(program)) {
    if (command.commands.length === 0) command.action(() => undefined);
  }
  try {
    program.parse([...words], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return isMeant(error, words) ? undefined : error.message;
  }
  return undefined;
}

/** Help, a command that a sentence only names, and a word in capitals for one of the reader's. */
function isMeant({ code }: CommanderError, words: readonly string[]): boolean {
  if (code === "commander.invalidArgument") return words.some((word) => /^[A-Z]+$/.test(word));
  return /^commander\.(?:help|version|missingArgument)/.test(code);
}

test("every command line in the docs is one that the program understands", () => {
  const wrong: string[] = [];
  let seen = 0;
  for (const [path, text] of texts) {
    for (const words of codeIn(text).flatMap(commandsIn)) {
      if (words[0] === "COMMAND" || words[0] === "breakwater") continue;
      seen += 1;
      const trouble = complaint(words);
      if (trouble !== undefined) wrong.push(`${path}: breakwater ${words.join(" ")}: ${trouble}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(seen > 60, `${seen}`);
});

test("a command line that nobody understands is found", () => {
  assert.notEqual(complaint(["csaes", "list"]), undefined);
  assert.notEqual(complaint(["cases", "list", "--sttes", "held"]), undefined);
  assert.deepEqual(commandsIn('A=1 breakwater refuse a.example --why "no moderator" && ls'), [
    ["refuse", "a.example", "--why", "no moderator"],
  ]);
});

test("every link and every path of ours in the docs leads somewhere", () => {
  const wrong: string[] = [];
  for (const [path, text] of texts) {
    const links = [...text.matchAll(/\]\((?!https?:)([^)\s]*)\)/g)].map(([, to = ""]) => to);
    for (const link of links) {
      const [file = "", anchor] = link.split("#");
      const to = file === "" ? path : normalize(join(dirname(path), file));
      if (!existsSync(join(root, to))) wrong.push(`${path}: ${link}`);
      else if (anchor !== undefined && !anchorsOf(texts.get(to) ?? "").includes(anchor)) {
        wrong.push(`${path}: ${link} has no such heading`);
      }
    }
    const ours = /^(?:docs|src|integration|changes|fixtures|bin|\.ci)\/[\w./-]+$/;
    for (const code of codeIn(text).flatMap((line) => line.split(/\s+/))) {
      if (ours.test(code) && !/[A-Z]{4}/.test(code) && !existsSync(join(root, code)))
        wrong.push(`${path}: ${code}`);
    }
  }
  assert.deepEqual(wrong, []);
});

function anchorsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

test("every configuration in the pages for operators is valid", () => {
  const wrong: string[] = [];
  let seen = 0;
  for (const [path, text] of texts) {
    if (!path.startsWith("docs/operators/") || path.endsWith("/metrics.md")) continue;
    const blocks = [...text.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, code = ""]) => code);
    const here = [...text.matchAll(/breakwater\.yaml <<END\n([\s\S]*?)^END$/gm)];
    for (const yaml of [...blocks, ...here.map(([, code = ""]) => code)]) {
      seen += 1;
      const loaded = loadConfig({ file: { name: path, text: yaml } });
      if (!loaded.ok) wrong.push(`${path}: ${loaded.error.map((one) => one.problem).join(" ")}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(seen > 3);
});

test("every variable in units, container and pages is one that Breakwater reads", () => {
  const read = new Set([...configMap.leaves.map((leaf) => leaf.variable), ...ourOwn]);
  const files = below.filter((path) => /^operators\/.*\.\w+$|Containerfile$/.test(path));
  const texts = files.map((path) => readFileSync(join(root, "docs", path), "utf8"));
  const named = texts.flatMap((text) => text.match(/\bBREAKWATER_[A-Z_]+\b/g) ?? []);
  assert.ok(named.length > 10);
  assert.deepEqual(
    named.filter((name) => !read.has(name)),
    [],
  );
});

/** Not settings: `BREAKWATER_NAME` is the wrapper's of several gates. */
const ourOwn = ["BREAKWATER_CONFIG", "BREAKWATER_LOG", "BREAKWATER_DEBUG", "BREAKWATER_NAME"];

test("the container has the Node that a checkout has", () => {
  const text = (path: string) => readFileSync(join(root, path), "utf8");
  const { devDependencies } = JSON.parse(text("package.json")) as {
    devDependencies: Readonly<Record<string, string>>;
  };
  const images = text("docs/operators/container/Containerfile").match(/^FROM \S+/gm) ?? [];
  assert.ok(images.length > 0);
  for (const image of images) {
    assert.equal(image, `FROM docker.io/library/node:${devDependencies["node"]}-bookworm-slim`);
  }
});

test("the page of a home server software says what its profile says", () => {
  const pagesOf = { mastodon: "mastodon", misskey: "misskey", pleroma: "pleroma" };
  const more = { akkoma: "pleroma", gotosocial: "gotosocial", lemmy: "lemmy" };
  const rest = { wordpress: "wordpress" };
  for (const [software, page] of Object.entries({ ...pagesOf, ...more, ...rest })) {
    const profile = profileOf(software, "4.5.0");
    const text = texts.get(`docs/operators/${page}.md`) ?? "";
    const row = (name: string) => new RegExp(`^\\| ${name} \\| (.*) \\|$`, "m").exec(text)?.[1];
    const minutes = `${profile.replayWindowMs / minute} minutes`;
    assert.ok(row("replay window")?.startsWith(minutes), `${software}: ${minutes}`);
    const kinds = row("signature kinds") ?? "";
    assert.ok(kinds.startsWith("draft-cavage"), software);
    const both = profile.accepts.has("rfc9421");
    assert.equal(/RFC 9421 as well/.test(kinds), both, software);
    const answer = row("acceptance answer") ?? "";
    assert.ok(answer.includes(String(profile.acceptance.status)), software);
  }
});

test("the unit for one of several says what the unit for one says", () => {
  const unit = (name: string) =>
    readFileSync(join(root, `docs/operators/systemd/${name}.service`), "utf8").split("\n");
  const single = unit("breakwater");
  const differing = unit("breakwater@").filter((line, i) => line !== single[i]);
  // A comment apart, whatever differs differs in the name.
  assert.ok(differing.length > 2);
  for (const line of differing) assert.ok(line.startsWith("#") || line.includes("%i"), line);
});
