// The lab's network and processes: where things listen, how they start, and how to wait for them.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** The checkout that is tested. */
export const checkout = resolve(import.meta.dirname, "..");

/** Made, and removed, by integration/run, which also gives each test file its network. */
export const labFolder = required("LAB_FOLDER");

/** For all names of the lab; `.crt` and `.key` belong to it. */
export const certificate = required("LAB_CERTIFICATE");

/** Below 32767: higher ones are given away by the kernel to outgoing connections. */
export const ports = { https: 443, remoteServers: 8101, gateAdmin: 8091, example: 8102 } as const;

export const homeHost = "home.test";
/** The admin of home.test lets in whatever it sends: its mail arrives at once. */
export const friendlyHost = "friend.test";

/** Takes requests for keys and actors and answers none. */
export const stallingHost = "stall.test";

export const remoteHosts = [
  "alpha.test",
  "beta.test",
  "gamma.test",
  "delta.test",
  "epsilon.test",
  "zeta.test",
] as const;

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: start with integration/run`);
  return value;
}

/** A server of the lab. Its output goes to a file, which a failure shows. */
export interface Running {
  readonly name: string;
  readonly output: () => string;
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Ends it and waits for the end. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
}

/** Starts a server and returns once its port answers. */
export async function start(
  name: string,
  command: readonly [string, ...string[]],
  port: number,
  env: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const path = join(labFolder, `${name}.log`);
  const log = openSync(path, "a");
  const [program, ...rest] = command;
  const child = spawn(program, rest, {
    cwd: checkout,
    env: { ...process.env, ...env },
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const output = () => readFileSync(path, "utf8");
  const isUp = () => {
    if (child.exitCode === null) return answers(port);
    throw new Error(`${name} ended with code ${child.exitCode}: ${output().slice(-4000)}`);
  };
  await until(`${name} listens on ${port}`, isUp, 60_000, output);
  return {
    name,
    output,
    signal: (signal) => void child.kill(signal),
    stop: (signal = "SIGTERM") => end(child, signal),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}

/** True if something on this machine takes connections on the port. */
export async function answers(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Runs a command to its end and returns what it wrote; throws if its exit code says it failed. */
export async function run(
  command: readonly [string, ...string[]],
  { input = "", mayEndWith = [0] }: { input?: string; mayEndWith?: readonly number[] } = {},
): Promise<string> {
  const [program, ...rest] = command;
  const child = spawn(program, rest, { cwd: checkout, stdio: ["pipe", "pipe", "pipe"] });
  let written = "";
  let complained = "";
  child.stdout.on("data", (chunk) => (written += chunk));
  child.stderr.on("data", (chunk) => (complained += chunk));
  child.stdin.end(input);
  const [code] = await once(child, "close");
  if (mayEndWith.includes(code)) return written;
  throw new Error(`${command.join(" ")} ended with ${code}: ${complained}${written}`);
}

/** Asks again, five times a second, until the answer is neither false nor undefined. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | false | undefined> | T | false | undefined,
  patienceMs = 30_000,
  explain: () => string = () => "",
): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== undefined) return answer;
    if (performance.now() > deadline) break;
    await pause(200);
  }
  throw new Error(`waited ${patienceMs / 1000} s in vain: ${what}\n${explain().slice(-4000)}`);
}
