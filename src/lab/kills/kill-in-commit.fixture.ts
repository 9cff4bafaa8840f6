// Loaded before a program (--import): ends its process inside a commit of the ledger's thread.
//
//   ledger's thread   … savepoint, insert ─┬─ commit ──────────┬─ too late: the next one
//   a third thread                         └─ draws a moment, ─┘─ SIGKILL
//
// Nothing in the program knows of it. The commit is under way when the kill is decided, and
// what follows it never runs: its caller can't have been told that it is on disk.

import { DatabaseSync } from "node:sqlite";
import { isMainThread, Worker } from "node:worker_threads";

/** Which commit, counted from the start of the thread; others are left alone. */
const nth = Number(process.env["KILL_IN_COMMIT"] ?? 0);

/** Longer than most commits on a fast disk: those that are too fast for it are no kill. */
const delayMicrosecondsMax = 400;

const killer = `
  const { writeSync } = require("node:fs");
  const { workerData } = require("node:worker_threads");
  const flag = new Int32Array(workerData);
  for (;;) {
    Atomics.wait(flag, 0, 0);
    const until = performance.now() + (Math.random() * ${delayMicrosecondsMax}) / 1000;
    while (performance.now() < until);
    if (Atomics.compareExchange(flag, 0, 1, 2) !== 1) continue;
    writeSync(1, "dies in a commit of the ledger\\n");
    process.kill(process.pid, "SIGKILL");
  }
`;

function lieInWait(): void {
  const shared = new SharedArrayBuffer(4);
  const flag = new Int32Array(shared);
  const options = { eval: true, execArgv: [], workerData: shared };
  new Worker(killer, options).unref();
  const exec = DatabaseSync.prototype.exec;
  let writes = false;
  let commits = 0;
  DatabaseSync.prototype.exec = function (sql: string): void {
    if (sql.startsWith("begin")) writes = sql === "begin immediate";
    const isMeant = sql === "commit" && writes && ++commits >= nth;
    if (!isMeant) {
      exec.call(this, sql);
      return;
    }
    Atomics.store(flag, 0, 1);
    Atomics.notify(flag, 0);
    exec.call(this, sql);
    // The kill is decided: nobody may hear that this commit came through.
    if (Atomics.compareExchange(flag, 0, 1, 0) !== 1) Atomics.wait(flag, 0, 2);
  };
}

if (nth > 0 && !isMainThread) lieInWait();
