// The package as somebody installs it, inside other people's servers: the examples, started from
// folders that hold nothing of ours but the tarball.

import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import {
  answers,
  friendlyHost,
  homeHost,
  ports,
  type Running,
  remoteHosts,
  run,
  start,
  until,
} from "./network.ts";
import { homePort, startNginx } from "./nginx.ts";
import { cavage, deliver, mention, type Post, rfc9421, startSenders } from "./senders.ts";

const installed = process.env["LAB_PACKAGE"] ?? "";
const origin = `https://${homeHost}`;
const alice = { actor: `${origin}/users/alice` };
const inbox = `${alice.actor}/inbox`;

const fedify = folderOf("fedify");
const command = join(fedify, "node_modules/.bin/breakwater");
const state = ["--state", join(fedify, "breakwater-state")] as const;

const senders = await startSenders();
const nginx = await startNginx("straight");
const stopping: Running[] = [nginx];
after(async () => {
  for (const server of stopping) await server.stop("SIGKILL");
  senders.stop();
});

await run([command, "allow", friendlyHost, ...state]);
const server = await startExample("fedify", homePort);

test("the installed command says its version", async () => {
  assert.match(await run([command, "--version"]), /^\d+\.\d+\.\d+\n$/);
});

test("a note that is let in is read in the Fedify server, whichever way it was signed", async () => {
  for (const kind of [cavage, rfc9421]) {
    const note = mention(`kim@${friendlyHost}`, alice, "hello");
    await deliver(note, inbox, kind);
    await reads(note.id);
  }
});

test("of twelve strangers' copies of one message none is read, and one that is released is", async () => {
  const copies = remoteHosts.flatMap((host) => [copyOf(`win1@${host}`), copyOf(`win2@${host}`)]);
  for (const copy of copies) await deliver(copy, inbox, cavage);
  await until("all are held", async () => (await held()).length === copies.length, 60_000);
  assert.deepEqual(
    copies.filter(({ id }) => server.output().includes(id)),
    [],
  );
  const [one] = await held();
  assert.ok(one);
  await run([command, "cases", "release", one.receipt, ...state]);
  await reads(one.objectId);
  assert.equal((await held()).length, copies.length - 1);
});

test("the Hono example stands as well, and has its own word on what nobody signed", async () => {
  await startExample("hono", ports.example);
  const url = `http://127.0.0.1:${ports.example}/inbox`;
  const body = JSON.stringify({ type: "Like", actor: "https://alpha.test/users/ann" });
  const response = await fetch(url, { method: "POST", body });
  assert.deepEqual([response.status, await response.text()], [401, "Whose is this?"]);
  assert.ok(await answers(ports.example));
});

function copyOf(author: string): Post {
  return mention(author, alice, 'you have won! <a href="https://win.test/prize">Your prize</a>');
}

function folderOf(example: string): string {
  const folder = join(installed, example);
  if (existsSync(join(folder, "node_modules/breakwater"))) return folder;
  throw new Error("the package is not installed: start with integration/run");
}

/** Each in its own folder, with what a network on loopback needs. */
async function startExample(example: string, port: number): Promise<Running> {
  const folder = folderOf(example);
  const settings = { network: { allow: ["127.0.0.0/8"] }, settle: { min: "5s", max: "1m" } };
  writeFileSync(join(folder, "breakwater.yaml"), JSON.stringify(settings));
  const script = `cd "$1" && exec node --disable-warning=ExperimentalWarning server.ts`;
  const env = { ORIGIN: origin, PORT: String(port), ALLOW_PRIVATE_ADDRESS: "yes" };
  const running = await start(example, ["sh", "-c", script, "sh", folder], port, env);
  stopping.unshift(running);
  return running;
}

async function reads(id: string): Promise<void> {
  const isRead = () => server.output().includes(`alice reads ${id}\n`);
  await until(`alice reads ${id}`, isRead, 20_000, server.output);
}

interface Held {
  readonly receipt: string;
  readonly objectId: string;
}

async function held(): Promise<readonly Held[]> {
  const list = ["cases", "list", "--each", "--states", "held", "--json", ...state] as const;
  // Exit code 1 says that there are none.
  return JSON.parse(await run([command, ...list], { mayEndWith: [0, 1] })) as Held[];
}
