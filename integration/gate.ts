// Breakwater itself, as an operator runs it: the command, a configuration file, a state folder.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { friendlyHost, homeHost, labFolder, ports, type Running, run, start } from "./network.ts";
import { gatePort, homePort } from "./nginx.ts";

const command = "bin/breakwater";
/** The file that the gate was started with; a test may write into it. */
export const configuration = join(labFolder, "breakwater.yaml");

/** What was kept back, as `cases list --each --json` shows it. */
export interface Case {
  readonly receipt: string;
  readonly state: string;
  readonly sender: string;
  readonly objectId: string;
  readonly verdict: { readonly score: number };
}

/**
 * Starts the gate in guard mode in front of snac, over whatever state an earlier one left. The
 * lab's remote servers are on loopback, which no fetch may reach unless allowed. `settle` is
 * short enough to be waited for.
 */
export async function startGate(settle = { min: "5s", max: "1m" }): Promise<Running> {
  const settings = {
    mode: "guard",
    upstream: `http://127.0.0.1:${homePort}`,
    listen: `127.0.0.1:${gatePort}`,
    admin: `127.0.0.1:${ports.gateAdmin}`,
    state: join(labFolder, "state"),
    home: { origin: `https://${homeHost}` },
    network: { allow: ["127.0.0.0/8"] },
    settle,
  };
  // JSON is YAML.
  writeFileSync(configuration, JSON.stringify(settings, null, 2));
  await run([command, "allow", friendlyHost, "--config", configuration]);
  return await start("gate", [command, "start", "--config", configuration], gatePort);
}

/** A command of the operator's, on this gate's configuration; answers what it says. */
export function tell(words: readonly string[], mayEndWith: readonly number[] = [0]) {
  return run([command, ...words, "--config", configuration], { mayEndWith: [...mayEndWith] });
}

/** What is kept back of this post, or of all. */
export async function cases(post?: string): Promise<readonly Case[]> {
  const states = "settling,held,releasing,delivered,refused,rejected,withdrawn,expired";
  const ask = [
    "cases",
    "list",
    "--each",
    "--limit",
    "200",
    "--states",
    states,
    "--config",
    configuration,
    "--json",
  ];
  // Exit code 1 says that there are none.
  const answer = await run([command, ...ask], { mayEndWith: [0, 1] });
  const list: readonly Case[] = JSON.parse(answer);
  return post === undefined ? list : list.filter(({ objectId }) => objectId === post);
}

/** A moderator's word: not spam. */
export async function release(receipt: string): Promise<void> {
  await run([command, "cases", "release", receipt, "--config", configuration]);
}
