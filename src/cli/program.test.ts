import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { ProcessChronicle } from "../adapters/process/chronicle.ts";
import { ProcessDocuments } from "../adapters/process/documents.ts";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { ProcessLessonBook } from "../adapters/process/lesson-book.ts";
import { ProcessOwnRecords } from "../adapters/process/own-records.ts";
import { LedgerDown } from "../ports/ledger.ts";
import { configJsonSchema } from "../services/config-leaves.ts";
import { putPresence } from "../services/presence.ts";
import { apply } from "../services/tuning.ts";
import { configTemplate } from "./config-template.ts";
import type { Context, Frame } from "./context.ts";
import type { Parts } from "./parts.ts";
import { makeProgram, runCommandLine, withSubcommands } from "./program.ts";
import { fakeContext, fakeOutput, shippedConfig, testMoment } from "./testing.ts";

async function run(line: string, more: Partial<Context> = {}) {
  const context = fakeContext(more);
  const words = line.split(" ").filter((word) => word !== "");
  const code = await runCommandLine(words, "1.2.3", context);
  return { code, text: context.output.text(), asides: context.output.asides() };
}

async function inFolder(
  files: Readonly<Record<string, string>>,
  work: (directory: string) => Promise<void>,
): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "breakwater-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
    await work(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const holdsLedger = () => true;

function partsWith(store: Partial<Awaited<ReturnType<Parts["openStore"]>>>): Partial<Context> {
  const documents = new ProcessDocuments();
  const lessonBook = new ProcessLessonBook();
  const chronicle = new ProcessChronicle();
  const ownRecords = new ProcessOwnRecords();
  const stores = { ledger: new ProcessLedger(), documents, chronicle, lessonBook, ownRecords };
  const opened = { ...stores, close: async () => undefined, ...store };
  const openStore: Parts["openStore"] = async () => opened;
  return {
    parts: async () => ({ openStore, holdsLedger }) as unknown as Parts,
    directory: tmpdir(),
  };
}

test("every command helps, with an example and what its exit codes mean", async () => {
  const program = makeProgram("0", { output: fakeOutput() } as unknown as Frame);
  for (const command of withSubcommands(program)) {
    const path = [command.parent?.parent ? command.parent.name() : "", command.name()];
    const words = command === program ? "" : path.join(" ");
    const { code, text } = await run(`${words} --help`);
    assert.equal(code, 0, words);
    assert.match(text, /Example:\n {2}breakwater /, words);
    assert.match(text, /Exit codes:\n {2}0 {2}done/, words);
  }
});

test("a mistyped rule makes no state folder", async () => {
  for (const line of ["allow spam", "refuse spam.example --until yesterday"]) {
    const { code, asides } = await run(line); // It has no parts: opening a store would throw.
    assert.equal(code, 2, asides);
  }
});

test("a mistyped command or option names the nearest", async () => {
  const cases: [string, RegExp][] = [
    ["strat", /^breakwater: unknown command 'strat'\. Did you mean start\?$/m],
    ["release c41", /unknown command 'release'\. Did you mean "breakwater cases release"\?$/m],
    ["cases lsit", /unknown command 'lsit'\. Did you mean list\?/],
    ["config show --jsn", /unknown option '--jsn'\. Did you mean --json\?/],
    ["frobnicate", /unknown command 'frobnicate'\. Try "breakwater --help"\./],
    ["replay", /missing required argument 'log'\. Try "breakwater replay --help"\./],
    ["cases show", /missing required argument 'receipt'\. Try "breakwater cases show --help"\./],
    ["mode gaurd", /breakwater: mode must be one of watch, guard, off, configured, not "gaurd"\./],
    ["signals a b", /too many arguments.*a, b\. Try "/],
  ];
  for (const [line, complaint] of cases) {
    const { code, asides, text } = await run(line);
    assert.equal(code, 2, line);
    assert.match(asides, complaint);
    assert.equal(text, "");
  }
});

test("the version is the package's", async () => {
  assert.deepEqual(await run("--version"), { code: 0, text: "1.2.3\n", asides: "" });
});

test("a wrong configuration lists every mistake with its place", async () => {
  await inFolder({ "breakwater.yaml": "mod: guard\nsettle: { min: 3 }\n" }, async (directory) => {
    const { code, asides } = await run("config check", { directory });
    assert.equal(code, 2);
    assert.match(asides, /^breakwater: breakwater\.yaml:1:1: .*did you mean "mode"\?$/m);
    assert.match(asides, /^breakwater: breakwater\.yaml:2:11: settle\.min must be a time/m);
  });
});

test("a configuration that is named must be there", async () => {
  const { code, asides } = await run("config check nope.yaml");
  assert.equal(code, 2);
  assert.match(asides, /can't read the configuration nope\.yaml: there is no such file\.$/m);
});

test("config show says where each value came from", async () => {
  await inFolder({ "other.yaml": "hold_at: 14\n" }, async (directory) => {
    const environment = { BREAKWATER_MODE: "guard", BREAKWATER_CONFIG: "other.yaml" };
    const { code, text } = await run("config show --changed", { directory, environment });
    assert.equal(code, 0);
    assert.match(text, /^mode +guard +environment BREAKWATER_MODE$/m);
    assert.match(text, /^hold_at +14 +other\.yaml:1:1$/m);
    assert.doesNotMatch(text, /default/);
    const { text: json } = await run("config show --json", { directory, environment });
    const all = JSON.parse(json) as { setting: string; from: string }[];
    assert.ok(all.some((one) => one.setting === "settle.min" && one.from === "default"));
  });
});

test("config show tells what was tuned over it, and by whom", async () => {
  await inFolder({ "breakwater.yaml": "state: .\n" }, async (directory) => {
    const ledger = new ProcessLedger();
    const { policy } = shippedConfig();
    const proposal = { weights: {}, holdAt: 10.5, at: testMoment, because: [] };
    await apply(ledger, proposal, policy, { by: "alice", at: testMoment });
    const place = { ...partsWith({ ledger }), directory };
    const { text } = await run("config show --changed", place);
    assert.match(text, /^hold_at +10\.5 +tuned by alice on 2026-11-23$/m);
  });
});

test("a shadow's mistakes are told with their place in the shadow's own file", async () => {
  const files = { "breakwater.yaml": "shadow: b.yaml\n", "b.yaml": "hold_att: 1\n" };
  await inFolder(files, async (directory) => {
    const { code, asides } = await run("config check", { directory });
    assert.equal(code, 2);
    assert.match(asides, /^breakwater: b\.yaml:1:1: .*did you mean "hold_at"\?$/m);
  });
  await inFolder({ "breakwater.yaml": "shadow: none.yaml\n" }, async (directory) => {
    const { asides } = await run("config check", { directory });
    assert.match(asides, /can't read the configuration none\.yaml: there is no such file/);
  });
});

test("config init writes a file that changes nothing, and never over another", async () => {
  await inFolder({}, async (directory) => {
    assert.equal((await run("config init", { directory })).code, 0);
    const { text } = await run("config check", { directory });
    assert.match(text, /^Nothing is wrong: 0 of/);
    const again = await run("config init", { directory });
    assert.equal(again.code, 2);
    assert.match(again.asides, /it exists already\. --force replaces it\./);
    assert.equal((await run("config init --force", { directory })).code, 0);
  });
});

/** A doc line that happens to begin like a setting. */
const sentence = /^# +(?:watch|pass): \w+ .* /;

test("every line of the template that has a value can be taken into force", async () => {
  const text = configTemplate()
    .split("\n")
    .filter((line) => /^# *[A-Za-z_]+:(?: \S|$)/.test(line) && !sentence.test(line))
    .map((line) => line.slice(1));
  assert.ok(text.length > 20);
  await inFolder({ "breakwater.yaml": `${text.join("\n")}\n` }, async (directory) => {
    const { code, asides } = await run("config check", { directory });
    assert.equal(`${code} ${asides}`, "0 ");
  });
});

test("the schema is printed for editors", async () => {
  const { text } = await run("config schema");
  assert.deepEqual(JSON.parse(text), configJsonSchema());
});

test("a store that is down is told apart from a mistake", async () => {
  const openStore = async () => {
    throw new LedgerDown("the disk is full.");
  };
  const parts = async () => ({ openStore, holdsLedger }) as unknown as Parts;
  const down = await run("cases list --state .", {
    directory: tmpdir(),
    parts,
  });
  assert.equal(down.code, 3);
  assert.match(down.asides, /stores in .* can't be used: the disk is full\. Name another folder/);
  const broken = await run("cases list --state .", {
    directory: tmpdir(),
    parts: () => Promise.reject(new Error("oh \u001b[2J")),
  });
  assert.equal(broken.code, 4);
  assert.match(broken.asides, /a mistake of ours: unexpected: oh \\u\{1b\}\[2J/);
  assert.doesNotMatch(broken.asides, /\n\s+at /);
});

test("BREAKWATER_DEBUG shows the stack", async () => {
  const environment = { BREAKWATER_DEBUG: "1" };
  const parts = () => Promise.reject(new Error("oh"));
  assert.match(
    (
      await run("cases list --state .", {
        directory: tmpdir(),
        parts,
        environment,
      })
    ).asides,
    /\n\s+at /,
  );
});

test("the stores are closed whatever happens", async () => {
  let closed = 0;
  const close = async () => {
    closed++;
  };
  assert.equal((await run("cases list --state .", partsWith({ close }))).code, 1);
  assert.equal((await run("cases list --state . --states nope", partsWith({ close }))).code, 2);
  assert.equal(closed, 2);
});

test("who only reads, or rules on what is kept, makes no state folder", async () => {
  const reading = ["cases list", "cases show r1", "cases release r1", "allow", "refuse"];
  for (const line of [...reading, "refuse spam.example --drop", "explain r1"]) {
    const { code, asides } = await run(`${line} --state nope`, { directory: "/nowhere" });
    assert.equal(code, 3, line);
    assert.match(asides, /there is no state folder \/nowhere\/nope: name the one/, line);
  }
});

test("who names a folder of something else gets no ledger there", async () => {
  const openStore = async () => assert.fail("there is nothing to open");
  const parts = async () => ({ openStore, holdsLedger: () => false }) as unknown as Parts;
  for (const line of ["cases list", "cases refuse c41", "status", "week", "mode guard"]) {
    const { code, asides } = await run(`${line} --state .`, { parts, directory: tmpdir() });
    assert.equal(code, 3, line);
    assert.match(asides, /no gate has started with the state folder .*: name the one that/, line);
  }
});

test("a rule says in which folder it stands", async () => {
  const { asides } = await run("refuse spam.example --state here", partsWith({}));
  assert.ok(asides.includes(`This stands in ${join(tmpdir(), "here")}.`));
});

test("a rule on one's own server is refused, for it would do nothing", async () => {
  const ledger = new ProcessLedger();
  const password = "";
  const admin = "127.0.0.1:1";
  const card = { run: "one", pid: 1, version: "1", startedAt: 1, gate: "", upstream: "", password };
  await putPresence(ledger, { ...card, admin, hosts: ["learned.example"] });
  const environment = { BREAKWATER_HOME_ORIGIN: "https://home.example" };
  const ours = ["home.example", "https://home.example/users/alice", "learned.example"];
  for (const subject of ours) {
    const { code, asides } = await run(`refuse ${subject}`, {
      ...partsWith({ ledger }),
      environment,
    });
    assert.equal(code, 2, subject);
    assert.match(asides, /(?:home|learned)\.example is this server itself: mail of its own people/);
  }
  assert.deepEqual(await ledger.rules(), []);
  const dropped = await run("refuse home.example --drop --state .", {
    ...partsWith({ ledger }),
    environment,
  });
  assert.equal(dropped.code, 1);
});

test("settings that would stop everybody's mail do not pass the check", async () => {
  const files = { "a.yaml": "hold_at: -13\n", "b.yaml": "settle_band: 30\n" };
  await inFolder(files, async (directory) => {
    const held = await run("config check a.yaml", { directory });
    assert.equal(held.code, 2);
    assert.match(held.asides, /every contact would be held: prior is -13, hold_at -13/);
    assert.match(
      (await run("config check b.yaml", { directory })).asides,
      /every contact would settle/,
    );
  });
});

test("a rule is audited under the name of the person at the keyboard", async () => {
  const ledger = new ProcessLedger();
  const { code, text } = await run("refuse spam.example --until 1d", partsWith({ ledger }));
  assert.equal(code, 0);
  assert.match(text, /is refused until 2026-11-24 12:00 UTC/);
  assert.equal((await ledger.rules())[0]?.by, "alice");
});

test("what is kept is explained by its receipt; what is not says so", async () => {
  const { code, asides } = await run("explain r9 --state .", partsWith({}));
  assert.equal(code, 1);
  assert.match(asides, /There is no file r9, and nothing was kept or judged under that/);
});

test("a signal nobody knows is not found", async () => {
  const { code, asides } = await run("signals NO_SUCH_SIGNAL_AT_ALL");
  assert.equal(code, 1);
  assert.match(asides, /There is no signal NO_SUCH_SIGNAL_AT_ALL/);
});
