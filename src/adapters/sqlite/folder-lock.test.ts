import { equal, throws } from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { testFolder } from "./folder.fixture.ts";
import { lockFolder } from "./folder-lock.ts";

const newFile = testFolder();

test("a folder has one gate; the next may have it once that is gone", () => {
  const path = newFile("gate.lock");
  const lock = lockFolder(path, "the folder");
  throws(() => lockFolder(path, "the folder"), {
    name: "LedgerDown",
    message: /another gate runs on the state folder the folder: stop it/,
  });
  lock.release();
  lockFolder(path, "the folder").release();
});

test("a gate that is killed leaves no lock behind", async () => {
  const path = newFile("killed.lock");
  const module = new URL("./folder-lock.ts", import.meta.url).href;
  const script =
    `const { lockFolder } = await import(${JSON.stringify(module)});` +
    `lockFolder(${JSON.stringify(path)}, ""); console.log("locked"); setInterval(() => 0, 1e6);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  throws(() => lockFolder(path, "x"), { name: "LedgerDown" });
  child.kill("SIGKILL");
  await once(child, "exit");
  equal(child.signalCode, "SIGKILL");
  lockFolder(path, "x").release();
});
