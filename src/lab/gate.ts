// The real gate in the lab: what `wire/` builds for an operator, in guard mode, with
// its stores in a folder that goes away, on the lab's clock and among the lab's names.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { seeded } from "../base/prng.ts";
import type { SocketAddress } from "../base/socket-address.ts";
import type { EpochMs } from "../base/units.ts";
import { type Chance, receiptsBy } from "../doors/gate/receipt.ts";
import { type KeptSummary, keptStates } from "../model/kept.ts";
import type { LocalAct } from "../model/local-act.ts";
import type { Journal } from "../ports/journal.ts";
import type { Ledger } from "../ports/ledger.ts";
import { type Config, loadConfig } from "../services/config.ts";
import { buildHouse } from "../wire/house.ts";
import { openStore } from "../wire/store.ts";
import type { LabClock } from "./lab-clock.ts";
import type { LabHome } from "./lab-home.ts";
import type { World } from "./world.ts";

export interface LabGate {
  readonly port: number;
  /** Undefined unless the settings open a desk. */
  readonly deskPort: number | undefined;
  /** Its state folder, for who looks into the files. */
  readonly state: string;
  readonly ledger: Ledger;
  /** Tells it what one of our own people did, as a connector would. */
  notice(act: LocalAct): Promise<void>;
  /** Everything it ever kept back, wherever that stands now. */
  kept(): Promise<readonly KeptSummary[]>;
  nextDueAt(): Promise<EpochMs | undefined>;
  stop(): Promise<void>;
}

export interface GateSurroundings {
  readonly seed: string;
  readonly clock: LabClock;
  readonly world: World;
  readonly home: LabHome;
  readonly journal: Journal | undefined;
  readonly settings: Readonly<Record<string, string>>;
}

export async function openGate(surroundings: GateSurroundings): Promise<LabGate> {
  const { seed, clock, world, home, journal, settings } = surroundings;
  const state = await mkdtemp(join(tmpdir(), "breakwater-lab-"));
  await plantSeed(state, seed);
  const house = await buildHouse(configFor(home, state, settings), pino({ level: "silent" }), {
    clock,
    makeReceipt: receiptsBy(chanceOf(seed)),
    network: { resolve: world.resolve },
    ...(journal === undefined ? {} : { journal }),
  });
  await house.start();
  const { gateAddress, deskAddress, ledger, keep } = house;
  return {
    port: portOf(gateAddress) ?? 0,
    deskPort: portOf(deskAddress),
    state,
    ledger,
    notice: (act) => house.notice(act),
    kept: () => ledger.list(keptStates, 100_000),
    nextDueAt: () => keep.nextDueAt(),
    stop: async () => {
      try {
        await house.stop();
      } finally {
        await rm(state, { recursive: true, force: true });
      }
    },
  };
}

function portOf(address: SocketAddress | undefined): number | undefined {
  return address?.kind === "tcp" ? address.port : undefined;
}

/** Receipts are drawn, and how long something settles is drawn from its receipt. */
function chanceOf(seed: string): Chance {
  const random = seeded(`${seed}:receipts`);
  return (bytes) => {
    for (let i = 0; i < bytes.length; i++) bytes[i] = Math.floor(random() * 256);
  };
}

/** Settle windows are drawn from an installation's seed. */
async function plantSeed(state: string, seed: string): Promise<void> {
  const store = await openStore(state);
  await store.ledger.putSetting("seed", seed);
  await store.close();
}

/** An operator's configuration, as a file could say it. */
function configFor(home: LabHome, state: string, settings: GateSurroundings["settings"]): Config {
  const flags = {
    mode: "guard",
    upstream: `http://127.0.0.1:${home.port}`,
    listen: "127.0.0.1:0",
    admin: "127.0.0.1:0",
    "desk.enabled": "false",
    state,
    "network.allow": "*.example",
    "home.origin": `http://${home.host}`,
    ...settings,
  };
  const loaded = loadConfig({ flags });
  if (!loaded.ok) throw new Error(loaded.error.map(({ problem }) => problem).join("; "));
  return loaded.value.config;
}
