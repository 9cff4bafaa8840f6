import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { err, ok } from "../base/result.ts";
import type { Replay, ReplayedVerdict, Step } from "../services/replay.ts";
import { exitCodes } from "./exit-code.ts";
import { readLines } from "./read-input.ts";
import { runReplay } from "./replay.ts";
import { bytesOf, fakeContext } from "./testing.ts";

function verdict(delivery: string): ReplayedVerdict {
  const rest = { action: "settle", score: 1, probability: 0.5, path: "judged" } as const;
  return { delivery, ...rest, campaign: null, evidence: [] };
}

/** Settles what it is fed, delivers the first at the second, and holds the rest in the end. */
function stubReplay(): Replay {
  const fed: string[] = [];
  const at = "2026-01-05T10:04:00.000Z";
  return {
    skipped: new Map([["weather", 2]]),
    async feed(line) {
      if (line === "bad") return err({ kind: "bad-line", because: "not a JSON object" });
      fed.push(line);
      const [first = ""] = fed;
      const outcome = { delivery: first, at, outcome: "delivered" } as const;
      return ok({ verdicts: [verdict(line)], outcomes: fed.length === 2 ? [outcome] : [] });
    },
    async finish(): Promise<Step> {
      const outcomes = fed.slice(1).map((delivery) => ({ delivery, at, outcome: "held" }) as const);
      return { verdicts: [], outcomes };
    },
  };
}

async function collect(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

test("one line a delivery, in their order, with what became of it", async () => {
  const context = fakeContext({ input: bytesOf("d1\nd2", "\n\nd3\r\n") });
  assert.equal(await runReplay("-", { json: true }, stubReplay(), context), exitCodes.done);
  const lines = context.output
    .text()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    lines.map((one) => [one.delivery, one.outcome, one.deliveredAt]),
    [
      ["d1", "delivered", "2026-01-05T10:04:00.000Z"],
      ["d2", "held", undefined],
      ["d3", "held", undefined],
    ],
  );
  const keys = ["delivery", "action", "score", "probability", "path", "outcome", "deliveredAt"];
  assert.deepEqual(Object.keys(lines[0]), [...keys, "campaign", "evidence"]);
  assert.match(context.output.asides(), /Skipped 2 events of the unknown type "weather"/);
});

test("a stream answers each event before it reads the next", async () => {
  const told: string[] = [];
  const context = fakeContext();
  async function* driver() {
    for (const line of ["d1\n", "d2\n"]) {
      yield new TextEncoder().encode(line);
      told.push(context.output.text());
    }
  }
  await runReplay("-", { stream: true }, stubReplay(), { ...context, input: driver() });
  assert.equal(told[0], `${JSON.stringify(verdict("d1"))}\n\n`);
  const second = told[1]?.slice(told[0]?.length).split("\n") ?? [];
  assert.equal(second.length, 4);
  assert.match(second[1] ?? "", /"outcome":"delivered"/);
  assert.match(context.output.text(), /"outcome":"held"\}\n\n$/);
});

test("a bad line names file and line", async () => {
  const context = fakeContext({ input: bytesOf("d1\nbad\n") });
  const wrong = runReplay("-", {}, stubReplay(), context);
  await assert.rejects(wrong, /^Complaint: standard input:2: not a JSON object\.$/);
  const empty = runReplay("-", {}, stubReplay(), fakeContext());
  await assert.rejects(empty, /is empty/);
});

test("a gzipped log reads like a plain one, and a broken one says so", async () => {
  const zipped = gzipSync("d1\nd2\n");
  const read = async (...chunks: Uint8Array[]) =>
    collect(readLines("-", fakeContext({ input: bytesOf(...chunks) })));
  assert.deepEqual(await read(zipped), ["d1", "d2"]);
  assert.deepEqual(await read(zipped.subarray(0, 5), zipped.subarray(5)), ["d1", "d2"]);
  await assert.rejects(read(zipped.subarray(0, 20)), /not whole gzip/);
});

test("a letter cut between two reads is whole again, a line without end is refused", async () => {
  const bytes = new TextEncoder().encode("日本\n");
  const input = bytesOf(bytes.subarray(0, 1), bytes.subarray(1, 5), bytes.subarray(5));
  assert.deepEqual(await collect(readLines("-", fakeContext({ input }))), ["日本"]);
  const endless = Array.from({ length: 9 }, () => "x".repeat(1024 * 1024));
  const wrong = collect(readLines("-", fakeContext({ input: bytesOf(...endless) })));
  await assert.rejects(wrong, /a line of more than/);
});

test("the answer never takes the place of the log, whatever its name", async () => {
  const directory = mkdtempSync(join(tmpdir(), "breakwater-"));
  try {
    writeFileSync(join(directory, "log.jsonl"), "d1\n");
    symlinkSync("log.jsonl", join(directory, "other.jsonl"));
    for (const out of ["log.jsonl", "./log.jsonl", "other.jsonl"]) {
      const wrong = runReplay("log.jsonl", { out }, stubReplay(), fakeContext({ directory }));
      await assert.rejects(wrong, /is the log itself/, out);
    }
    assert.equal(readFileSync(join(directory, "log.jsonl"), "utf8"), "d1\n");
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test("with --out the lines go there and a summary to the terminal", async () => {
  const directory = mkdtempSync(join(tmpdir(), "breakwater-"));
  try {
    const context = fakeContext({ directory, input: bytesOf("d1\nd2\n") });
    await runReplay("-", { out: "v.jsonl" }, stubReplay(), context);
    assert.equal(readFileSync(join(directory, "v.jsonl"), "utf8").trim().split("\n").length, 2);
    assert.match(context.output.text(), /outcome +delivered +1/);
    const nowhere = runReplay("-", { out: "no/v.jsonl" }, stubReplay(), {
      ...context,
      input: bytesOf("d1\n"),
    });
    await assert.rejects(nowhere, /can't write .*: there is no such file/);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
