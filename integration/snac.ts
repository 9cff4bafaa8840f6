// snac, a server that none of us wrote, as the home server of home.test.

import { join } from "node:path";
import { homeHost, labFolder, type Running, run, start, until } from "./network.ts";

export interface Snac extends Running {
  /** The local person's actor URL. */
  readonly actor: string;
  readonly inbox: string;
  readonly sharedInbox: string;
  /** How often the person was notified of this post, by snac's Mastodon API. */
  readonly shown: (post: string) => Promise<number>;
  /** Returns once the person was notified of it. */
  readonly shows: (post: string) => Promise<void>;
}

const person = "alice";

/** Sets up a fresh server with one person, starts it, and logs that person in. */
export async function startSnac(port: number): Promise<Snac> {
  const folder = join(labFolder, "snac");
  const answers = `127.0.0.1\n${port}\n${homeHost}\n\n\n`;
  await run(["snac", "init", folder], { input: answers });
  const password = passwordIn(await run(["snac", "adduser", folder, person]));
  const server = quietened(await start("snac", ["snac", "httpd", folder], port, { DEBUG: "1" }));
  const ask = await logIn(`http://127.0.0.1:${port}`, password);
  const shown = async (post: string) => count(await ask("/notifications"), post);
  const isShown = async (post: string) => (await shown(post)) > 0;
  const actor = `https://${homeHost}/${person}`;
  return {
    ...server,
    actor,
    inbox: `${actor}/inbox`,
    sharedInbox: `https://${homeHost}/shared-inbox`,
    shown,
    shows: async (post) => {
      await until(`${post} shows up`, () => isShown(post), 30_000, server.output);
    },
  };
}

/** Without the lines about our own questions to its API. */
function quietened(server: Running): Running {
  const isNews = (line: string) => !line.includes(" mastoapi_");
  return { ...server, output: () => server.output().split("\n").filter(isNews).join("\n") };
}

function passwordIn(answer: string): string {
  const password = /password is (\S+)/.exec(answer)?.[1];
  if (password === undefined) throw new Error(`snac adduser named no password: ${answer}`);
  return password;
}

type Ask = (path: string) => Promise<unknown>;

/** snac's own page for command-line clients gives a token for a password, without a browser. */
async function logIn(origin: string, password: string): Promise<Ask> {
  const form = new URLSearchParams({ login: person, passwd: password });
  const page = `${origin}/oauth/x-snac-get-token`;
  const token = await (await fetch(page, { method: "POST", body: form })).text();
  if (!/^[0-9a-f]+$/.test(token)) throw new Error(`snac gave no token but: ${token}`);
  return async (path) => {
    const headers = { Authorization: `Bearer ${token}` };
    const answer = await fetch(`${origin}/api/v1${path}`, { headers });
    if (!answer.ok) throw new Error(`snac answered ${answer.status} to ${path}`);
    return answer.json();
  };
}

/**
 * Notifications of a status with this URI. The home timeline would not do: as in Mastodon, a
 * stranger's mention is not in it.
 */
function count(notifications: unknown, uri: string): number {
  if (!Array.isArray(notifications)) throw new Error("snac's API gave no list");
  const list: readonly { status?: { uri?: unknown } }[] = notifications;
  return list.filter(({ status }) => status?.uri === uri).length;
}
