// What a program says when it takes Breakwater in, and how it becomes a configuration.

import type { Authenticator } from "../ports/authenticator.ts";
import type { Clock } from "../ports/clock.ts";
import type { Directory } from "../ports/directory.ts";
import type { Shelf } from "../ports/documents.ts";
import type { Journal } from "../ports/journal.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Memory } from "../ports/memory.ts";
import type { Network } from "../ports/network.ts";
import { type Config, type LoadedConfig, loadConfig } from "../services/config.ts";
import { describeSource } from "../services/config-given.ts";

/** Parts of your own. Each replaces ours whole; its contract is in the port's docstrings. */
export interface OwnPorts {
  readonly memory: Memory;
  readonly ledger: Ledger;
  /** Other servers' documents, as a cache. */
  readonly documents: Shelf;
  /** The way out. Ours is guarded: public addresses only, bounded in bytes and time. */
  readonly network: Network;
  /** Who signed a delivery. Ours verifies draft-cavage and RFC 9421. */
  readonly authenticator: Authenticator;
  /** Senders' own documents. */
  readonly directory: Directory;
  readonly clock: Clock;
  /** Hears of what it has a method for, as it happens: for logs and metrics. */
  readonly journal: Partial<Journal>;
}

interface Common {
  readonly home: {
    /** Of your server's URLs: `https://home.example`. */
    readonly origin: string;
    /** What your actors' URLs begin with: `https://home.example/users/`. Else it is guessed. */
    readonly actors?: string;
  };
  /** What verifies behind: it decides which signatures may wait, and how long. */
  readonly software?: { readonly name: string; readonly version?: string };
  /** More settings, as the text of a `breakwater.yaml`; docs/config.md has them all. */
  readonly settings?: string;
}

/**
 * To watch, nothing is needed. To guard is to answer for what was acknowledged, so it takes a
 * place that survives: a state folder, or a ledger of your own.
 */
export type BreakwaterOptions = Common &
  (
    | { readonly mode?: Mode; readonly state: string; readonly ports?: Partial<OwnPorts> }
    | { readonly mode?: Mode; readonly state?: undefined; readonly ports: WithLedger }
    | { readonly mode?: "watch"; readonly state?: undefined; readonly ports?: Partial<OwnPorts> }
  );

type Mode = "watch" | "guard";
type WithLedger = Partial<OwnPorts> & Pick<OwnPorts, "ledger">;

/** The options can't be used; says all that is wrong, each with its place. */
export class WrongOptions extends Error {
  override readonly name = "WrongOptions";
}

/** Settings of doors that a library has not. */
const doors = [
  "upstream",
  "listen",
  "admin",
  "trusted_proxies",
  "public_url",
  "desk.enabled",
  "desk.listen",
  "desk.url",
] as const;

export interface Wanted {
  readonly config: Config;
  /** Folder of the durable stores, where one was named. */
  readonly state: string | undefined;
}

/** Throws WrongOptions. */
export function wantedBy(options: BreakwaterOptions): Wanted {
  const { home, software, settings = "", mode, ports = {} } = options;
  const flags = {
    mode,
    state: options.state,
    "home.origin": home.origin,
    "home.actors": home.actors,
    "software.name": software?.name,
    "software.version": software?.version,
  };
  const loaded = loadConfig({ file: { name: "settings", text: settings }, flags });
  if (!loaded.ok) {
    const lines = loaded.error.map((one) => `${describeSource(one.source)}: ${one.problem}`);
    throw new WrongOptions(lines.join("\n"));
  }
  const { config } = loaded.value;
  for (const name of doors) {
    if (isGiven(loaded.value, name))
      throw new WrongOptions(`settings: ${name} belongs to the gate; a library opens no door`);
  }
  const state = isGiven(loaded.value, "state") ? config.state : undefined;
  if (config.mode === "guard" && state === undefined && ports.ledger === undefined)
    throw new WrongOptions(
      "guard keeps mail that its sender believes delivered: give it a state folder or a ledger",
    );
  return { config, state };
}

function isGiven({ shown }: LoadedConfig, name: string): boolean {
  return shown.some((one) => one.name === name && one.source.kind !== "default");
}
