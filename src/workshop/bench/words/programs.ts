// Other people's programs, as the rivals of a bench: run once, or asked line by line.

import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

export function isOnPath(program: string): boolean {
  const folders = (process.env["PATH"] ?? "").split(":").filter((folder) => folder !== "");
  return folders.some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

export function newFolder(name: string): Promise<string> {
  return mkdtemp(join(tmpdir(), `bench-words-${name}-`));
}

export function removed(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}

/** Of the files directly in it whose names begin so. */
export async function bytesIn(folder: string, ...beginnings: readonly string[]): Promise<number> {
  const names = (await readdir(folder)).filter((name) =>
    beginnings.some((one) => name.startsWith(one)),
  );
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** What still runs; ended with this process, whichever way that goes but by SIGKILL. */
const running = new Set<ChildProcess>();

function noted<T extends ChildProcess>(child: T): T {
  if (running.size === 0) process.on("exit", endAll);
  running.add(child);
  child.once("close", () => {
    running.delete(child);
    if (running.size === 0) process.off("exit", endAll);
  });
  return child;
}

function endAll(): void {
  for (const child of running) child.kill("SIGKILL");
}

/** Its output, once it has ended. Throws if it ends with a code that is not `fine`. */
export async function outputOf(
  program: string,
  options: readonly string[],
  input: string,
  fine: readonly number[] = [0],
): Promise<string> {
  const child = noted(spawn(program, options, { stdio: ["pipe", "pipe", "pipe"] }));
  const told: Buffer[] = [];
  const complained: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => told.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => complained.push(chunk));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  // One that ends before it has read everything says why in its code.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const code = await ended;
  if (code === null || !fine.includes(code))
    throw new Error(`${program} ended with ${code}: ${lastLine(Buffer.concat(complained))}`);
  return Buffer.concat(told).toString("utf8");
}

function lastLine(bytes: Buffer): string {
  return bytes.toString("utf8").trim().split("\n").at(-1) ?? "";
}

/** A program that answers each request with one line, in order. */
export class LineProgram {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #waiting: { resolve(line: string): void; reject(why: Error): void }[] = [];
  readonly #name: string;
  #complaint = "";
  #failure: Error | undefined;

  constructor(program: string, options: readonly string[], folder: string) {
    this.#name = program;
    this.#child = noted(spawn(program, options, { cwd: folder, stdio: ["pipe", "pipe", "pipe"] }));
    createInterface(this.#child.stdout).on("line", (line) => this.#waiting.shift()?.resolve(line));
    this.#child.stderr.on("data", (chunk: Buffer) => {
      if (chunk.toString().trim() !== "") this.#complaint = lastLine(chunk);
    });
    this.#child.stdin.on("error", () => undefined);
    this.#child.once("error", (error) => this.#fail(error));
    this.#child.once("close", (code) => {
      this.#fail(new Error(`${this.#name} ended with ${code}: ${this.#complaint}`));
    });
  }

  /** All of them at once: the program never waits for us, nor we for it. */
  async answers(requests: readonly (string | Uint8Array)[]): Promise<readonly string[]> {
    if (this.#failure !== undefined) throw this.#failure;
    const answers = requests.map(
      () => new Promise<string>((resolve, reject) => this.#waiting.push({ resolve, reject })),
    );
    for (const request of requests) this.#child.stdin.write(request);
    return Promise.all(answers);
  }

  async end(): Promise<void> {
    this.#child.stdin.end();
    await ended(this.#child);
  }

  #fail(why: Error): void {
    this.#failure ??= why;
    for (const { reject } of this.#waiting.splice(0)) reject(why);
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => child.once("exit", resolve));
}

/**
 * Servers that start further processes of their own. All are of one group, which a shell ends as
 * soon as its input does: that is when this process calls it off, or is gone, even by SIGKILL.
 */
export class Servers {
  readonly #shell: ChildProcessByStdio<Writable, null, null>;

  /** Each a program with its options. */
  constructor(...commands: readonly (readonly string[])[]) {
    const script = `${commands.map((command) => `${command.map(quoted).join(" ")} &`).join("\n")}
read -r nothing
kill -KILL 0`;
    this.#shell = spawn("sh", ["-c", script], {
      detached: true,
      stdio: ["pipe", "ignore", "ignore"],
    });
    this.#shell.stdin.on("error", () => undefined);
  }

  async end(): Promise<void> {
    this.#shell.stdin.end();
    await ended(this.#shell);
  }
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
