// A socket that outlives who listens on it, as systemd holds one.

import assert from "node:assert/strict";
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import * as net from "node:net";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("./activated.fixture.ts", import.meta.url));

interface Handle {
  readonly fd: number;
  close(): void;
}

/** Bound, and listened on by nobody here: what node's own cluster makes. */
function holdSocket(t: TestContext): Handle {
  const { _createServerHandle: make } = net as unknown as {
    _createServerHandle(host: string, port: number, family: number): Handle;
  };
  const handle = make("127.0.0.1", 0, 4);
  t.after(() => handle.close());
  return handle;
}

async function begin(name: string, { fd }: Handle) {
  const child = spawn(process.execPath, [program, name], {
    stdio: ["pipe", "pipe", "inherit", fd],
  }) as ChildProcessByStdio<Writable, Readable, null>;
  const [said] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  const { port } = JSON.parse(said) as { port: number };
  const end = async (): Promise<void> => {
    const closed = once(child, "close");
    child.stdin.end();
    await closed;
  };
  return { port, end };
}

async function ask(port: number): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: "close" } });
  return answer.text();
}

test("who calls between two gates waits for the second, and is not refused", async (t) => {
  const socket = holdSocket(t);
  const first = await begin("first", socket);
  assert.equal(await ask(first.port), "first");
  await first.end();
  const between = ask(first.port);
  const second = await begin("second", socket);
  assert.equal(second.port, first.port);
  assert.equal(await between, "second");
  await second.end();
});
