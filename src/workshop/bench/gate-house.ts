// The real house in guard mode, as an operator of a Mastodon server would run it, in a process
// of its own.

import { pino } from "pino";
import type { LocalAct } from "../../model/local-act.ts";
import { loadConfig } from "../../services/config.ts";
import { buildHouse } from "../../wire/house.ts";
import { homeOrigin } from "./gate-cast.ts";

/** What its parent tells it first. */
export interface GateHouseTask {
  readonly upstream: string;
  /** Its durable stores; the documents of all who will write are there. */
  readonly state: string;
  /** What people here did before. */
  readonly acts: readonly LocalAct[];
}

process.once("message", (task: GateHouseTask) => void open(task));

async function open({ upstream, state, acts }: GateHouseTask): Promise<void> {
  const log = pino({ level: "info" }, pino.destination("/dev/null"));
  const house = await buildHouse(configFor(upstream, state), log, {
    network: { resolve: nothingLeaves },
  });
  await house.start();
  for (const act of acts) await house.memory.notice(act);
  process.once("SIGTERM", () => void house.stop().then(() => process.exit()));
  const { gateAddress } = house;
  process.send?.({ port: gateAddress.kind === "tcp" ? gateAddress.port : 0 });
}

function configFor(upstream: string, state: string) {
  const flags = {
    mode: "guard",
    upstream,
    state,
    listen: "127.0.0.1:0",
    admin: "127.0.0.1:0",
    "desk.enabled": "false",
    "home.origin": homeOrigin,
    "home.actors": `${homeOrigin}/users/`,
    "software.name": "mastodon",
    "software.version": "4.5.0",
  };
  const loaded = loadConfig({ flags });
  if (!loaded.ok) throw new Error(loaded.error.map(({ problem }) => problem).join("; "));
  return loaded.value.config;
}

function nothingLeaves(host: string): Promise<never> {
  return Promise.reject(new Error(`a measurement must not ask ${host} anything`));
}
