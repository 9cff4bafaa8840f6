// What an admin does with a gate that runs: look whether all fits, change its ways, copy it, and
// take it out again.

import assert from "node:assert/strict";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { cases, configuration, startGate, tell } from "./gate.ts";
import { startHouse } from "./house.ts";
import { until as eventually, labFolder, type Running, stallingHost } from "./network.ts";
import { cavage, deliver, mention } from "./senders.ts";

const house = await startHouse("gate");
const { snac } = house;
let gate: Running;
before(async () => {
  // Long enough for what settles to stay where it is.
  gate = await startGate({ min: "20m", max: "30m" });
});
after(async () => {
  await gate.stop("SIGKILL");
  await house.close();
});

/** Nobody can prove who sent it, so on guard it is kept. */
async function doubtfulNote(text: string): Promise<string> {
  const note = mention(`eve@${stallingHost}`, snac, text);
  await deliver(note, snac.inbox, cavage);
  return note.id;
}

async function statusOf(): Promise<{ gate: { mode: string }; kept: Record<string, object> }> {
  return JSON.parse(await tell(["status", "--json"]));
}

async function until(mode: string): Promise<void> {
  while ((await statusOf()).gate.mode !== mode);
}

test("doctor finds the way from the public name through nginx to this gate", async () => {
  const findings: { level: string; about: string; says: string }[] = JSON.parse(
    await tell(["doctor", "--json"]),
  );
  const about = (name: string) => findings.find((one) => one.about === name);
  assert.equal(about("way")?.says, "https://home.test/inbox leads to this gate");
  assert.equal(about("way")?.level, "ok");
  assert.equal(about("fields")?.level, "ok");
  assert.match(about("profile")?.says ?? "", /^snac .*takes draft-cavage/);
  assert.deepEqual(
    findings.filter(({ level }) => level === "bad"),
    [],
  );
});

test("the same mail is kept on guard and let through when switched off", async () => {
  assert.equal((await cases(await doubtfulNote("one lantern"))).length, 1);
  await tell(["mode", "off"]);
  await until("off");
  assert.deepEqual(await cases(await doubtfulNote("two lanterns")), []);
  await tell(["mode", "configured"]);
  await until("guard");
  assert.equal((await cases(await doubtfulNote("three lanterns"))).length, 1);
});

test("a wrong file changes nothing; a right one is in force at once", async () => {
  const before = readFileSync(configuration, "utf8");
  appendFileSync(configuration, "\nmod: watch\n");
  await tell(["reload"], [2]);
  gate.signal("SIGHUP");
  await eventually("the gate to complain", () => gate.output().includes("nothing was changed"));
  writeFileSync(configuration, before.replace('"guard"', '"watch"'));
  assert.match(await tell(["reload"]), /In force now: mode\./);
  await until("watch");
  writeFileSync(configuration, before);
  await tell(["reload"]);
  await until("guard");
});

test("a backup of the running gate holds what is kept, and comes back elsewhere", async () => {
  const file = join(labFolder, "backup.db");
  const kept = await cases();
  await tell(["backup", file]);
  const elsewhere = join(labFolder, "elsewhere");
  await tell(["restore", file, "--state", elsewhere]);
  const states = ["--states", "settling,held,releasing,delivered,refused"];
  const list = ["cases", "list", "--each", "--json", ...states, "--state", elsewhere];
  const restored = JSON.parse(await tell(list));
  const receipts = (all: readonly { receipt: string }[]) => all.map((one) => one.receipt).sort();
  assert.deepEqual(receipts(restored), receipts(kept));
  assert.ok(kept.length >= 2);
});

test("drained, everything has left, and the gate can go", async () => {
  const said = await tell(["drain", "--release", "--export", join(labFolder, "rest.jsonl")]);
  assert.match(said, /The gate can go: take the include line out/);
  const { gate: running, kept } = await statusOf();
  assert.equal(running.mode, "off");
  assert.deepEqual(
    [kept["settling"], kept["held"], kept["releasing"]],
    [undefined, undefined, undefined],
  );
});
