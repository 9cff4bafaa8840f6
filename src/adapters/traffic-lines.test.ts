import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { trafficLines } from "./traffic-lines.ts";

const text = `${"é".repeat(50_000)}\n{"b":2}\nthe last`;

async function allOf(path: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of trafficLines(path)) lines.push(line);
  return lines;
}

async function linesOf(name: string, bytes: Uint8Array): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "lines-"));
  try {
    await writeFile(join(folder, name), bytes);
    return await allOf(join(folder, name));
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("a log is read line by line, packed or not", async () => {
  const bytes = new TextEncoder().encode(text);
  assert.deepEqual(await linesOf("day.jsonl", bytes), text.split("\n"));
  assert.deepEqual(await linesOf("day.jsonl.gz", gzipSync(bytes)), text.split("\n"));
});

test("what ends in the middle, or is not there, says so", async () => {
  const cut = gzipSync(text).subarray(0, 60);
  await assert.rejects(linesOf("day.jsonl.gz", cut));
  await assert.rejects(allOf("/nowhere/day.jsonl"), /ENOENT/);
});
