// rspamd 3's Bayes over redis, without any other rule.
//
// Asked and taught over HTTP on Unix sockets, which is how mail servers do it; one worker. As
// shipped but for three settings in its favour: it speaks from the first lesson on and about posts
// of few words, and does not refuse to learn what it is already sure of. It starts slowly, so one
// rspamd serves all tasks of a bench, and redis forgets all in between. Scores are its symbols'.

import { writeFile } from "node:fs/promises";
import { request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { type Contender, type Entry, type Lesson, scoredThenLearned } from "./contender.ts";
import { mailOf } from "./mail.ts";
import { newFolder, removed, Servers } from "./programs.ts";

export const rspamd: Entry = {
  name: "rspamd Bayes",
  packages: "rspamd redis-server",
  programs: ["rspamd", "redis-server"],
  runs: "beside",
  async make() {
    running ??= started();
    const { folder } = await running;
    await redis(folder, "FLUSHALL");
    return new Rspamd(folder, await bytesUsed(folder));
  },
  async close() {
    const { folder, servers } = (await running) ?? {};
    running = undefined;
    await servers?.end();
    if (folder !== undefined) await removed(folder);
  },
};

let running: Promise<Running> | undefined;

class Rspamd implements Contender {
  readonly #folder: string;
  readonly #bytesEmpty: number;

  constructor(folder: string, bytesEmpty: number) {
    this.#folder = folder;
    this.#bytesEmpty = bytesEmpty;
  }

  async train(lessons: readonly Lesson[]): Promise<void> {
    for (const { text, isSpam } of lessons)
      await post(join(this.#folder, "teach"), isSpam ? "/learnspam" : "/learnham", mailOf(text));
  }

  async score(texts: readonly string[]): Promise<readonly number[]> {
    const scores: number[] = [];
    const remaining = texts.entries();
    const ask = async (): Promise<void> => {
      for (const [at, text] of remaining)
        scores[at] = scoreIn(await post(join(this.#folder, "scan"), "/checkv2", mailOf(text)));
    };
    await Promise.all([ask(), ask(), ask(), ask()]);
    return scores;
  }

  stream(lessons: readonly Lesson[]): Promise<readonly number[]> {
    return scoredThenLearned(this, lessons);
  }

  async modelBytes(): Promise<number> {
    return (await bytesUsed(this.#folder)) - this.#bytesEmpty;
  }

  end(): Promise<void> {
    return Promise.resolve();
  }
}

function scoreIn(answer: string): number {
  const { symbols = {} } = JSON.parse(answer) as {
    symbols?: Readonly<Record<string, { readonly score: number }>>;
  };
  return (symbols["BAYES_SPAM"]?.score ?? 0) + (symbols["BAYES_HAM"]?.score ?? 0);
}

interface Running {
  readonly folder: string;
  readonly servers: Servers;
}

/** Once both listen on their sockets in the folder. */
async function started(): Promise<Running> {
  const folder = await newFolder("rspamd");
  const config = join(folder, "rspamd.conf");
  await writeFile(config, configOf(folder));
  const store = `--port 0 --unixsocket ${folder}/redis --save  --appendonly no --dir ${folder}`;
  const servers = new Servers(
    ["redis-server", ...store.split(" ")],
    ["rspamd", "--no-fork", "--insecure", "--config", config],
  );
  for (const socket of ["redis", "scan", "teach"]) {
    if (await isListening(join(folder, socket))) continue;
    await servers.end();
    throw new Error(`${socket} was not there in ${startSecondsMax} s: see the log in ${folder}`);
  }
  return { folder, servers };
}

/** It compiles its rules first, half a minute on a busy machine. */
const startSecondsMax = 90;

async function isListening(path: string): Promise<boolean> {
  for (let tries = 0; tries < 10 * startSecondsMax; tries++) {
    if (await listens(path)) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

function listens(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

function post(socketPath: string, path: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath, path, method: "POST", agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.once("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    });
    asked.once("error", reject).end(body);
  });
}

/** One command that is answered with a line or a text. */
function redis(folder: string, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(join(folder, "redis"));
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk.toString();
    });
    socket.once("error", reject).once("close", () => resolve(answer));
    socket.write(`${command}\r\nQUIT\r\n`);
  });
}

async function bytesUsed(folder: string): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await redis(folder, "INFO memory"))?.[1] ?? 0);
}

function configOf(folder: string): string {
  return `
options {
  pidfile = "${folder}/pid"; control_socket = "${folder}/control mode=0600"; tempdir = "${folder}";
  url_tld = "/usr/share/rspamd/effective_tld_names.dat"; hs_cache_dir = "${folder}";
  filters = ""; dns { nameserver = ["127.0.0.1:1"]; } disable_hyperscan = true;
}
logging { type = "file"; filename = "${folder}/log"; level = "error"; }
worker "normal" { bind_socket = "${folder}/scan mode=0600"; count = 1; }
worker "controller" { bind_socket = "${folder}/teach mode=0600"; count = 1; }
group "statistics" { symbols = { "BAYES_SPAM" { weight = 1; } "BAYES_HAM" { weight = -1; } } }
actions { reject = 1000; }
redis { servers = "${folder}/redis"; }
classifier "bayes" {
  tokenizer { name = "osb"; }
  cache { }
  new_schema = true; store_tokens = false; signatures = false; backend = "redis";
  min_tokens = 1; min_learns = 1;
  statfile { symbol = "BAYES_HAM"; spam = false; }
  statfile { symbol = "BAYES_SPAM"; spam = true; }
}
`;
}
