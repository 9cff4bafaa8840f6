import assert from "node:assert/strict";
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { RecordingFailed } from "../ports/recording.ts";
import { recordingFiles } from "./recording-files.ts";

const folder = mkdtempSync(join(tmpdir(), "breakwater-recording-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const pathOf = (name: string): string => join(folder, name);

function textOf(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString();
}

for (const name of ["day.jsonl", "day.jsonl.gz"]) {
  test(`${name}: what a crash cut off is gone when it goes on`, async () => {
    const path = pathOf(name);
    const file = await recordingFiles.create(path);
    await file.append(["one", "two"]);
    await file.append([]);
    const { bytes } = file;
    await file.append(["three"]);
    await file.close();
    appendFileSync(path, "half a li");
    const again = await recordingFiles.resume(path, bytes);
    assert.equal(again.bytes, bytes);
    await again.append(["four"]);
    assert.equal(again.bytes, statSync(path).size);
    await again.close();
    assert.equal(textOf(path), "one\ntwo\nfour\n");
  });
}

test("nobody else may read it, and nothing is written over", async () => {
  const path = pathOf("mine.jsonl");
  await (await recordingFiles.create(path)).close();
  assert.equal(statSync(path).mode & 0o777, 0o600);
  const failed = (because: RegExp) => (error: unknown) =>
    error instanceof RecordingFailed && because.test(error.message);
  await assert.rejects(recordingFiles.create(path), failed(/such a file already/));
  await assert.rejects(recordingFiles.create(pathOf("no/day.jsonl")), failed(/its folder/));
  await assert.rejects(recordingFiles.resume(pathOf("gone.jsonl"), 1), failed(/removed/));
  writeFileSync(path, "short");
  await assert.rejects(recordingFiles.resume(path, 100), failed(/shorter than it was/));
});
