import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { readConfig } from "./read-config.ts";

test("a secret's file begins where the settings' file is, and loses its end of line", async () => {
  const directory = mkdtempSync(join(tmpdir(), "breakwater-"));
  try {
    writeFileSync(join(directory, "mail.txt"), "open sesame\n");
    writeFileSync(join(directory, "empty.txt"), "\n");
    const file = join(directory, "breakwater.yaml");
    const read = (name: string) => {
      writeFileSync(file, `notify:\n  email:\n    password_file: ${name}\n`);
      return readConfig({ config: file }, { environment: {}, directory: "/" });
    };
    const { config, shown } = await read("mail.txt");
    assert.equal(config.notify.email.password?.reveal(), "open sesame");
    assert.doesNotMatch(JSON.stringify({ config, shown }), /sesame/);
    await assert.rejects(read("none.txt"), /none\.txt: there is no such file/);
    await assert.rejects(read("empty.txt"), /password_file: empty\.txt holds no secret/);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
