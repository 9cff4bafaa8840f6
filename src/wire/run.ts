// What the running gate says of itself, put together from those who know.

import { randomBytes, randomUUID } from "node:crypto";
import { type SocketAddress, showSocketAddress } from "../base/socket-address.ts";
import type { Clock } from "../ports/clock.ts";
import type { Journal } from "../ports/journal.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Config } from "../services/config.ts";
import type { Following } from "../services/following.ts";
import type { GateStatus } from "../services/gate-status.ts";
import type { HomeServerWatch } from "../services/home-server.ts";
import type { InForce } from "../services/in-force.ts";
import { type Presence, presenceIn, putPresence } from "../services/presence.ts";
import { namesOf } from "../services/taught-shapes.ts";
import type { Troubles } from "../services/troubles.ts";
import { makeWaitingContacts, type WaitingContacts } from "../services/waiting-contacts.ts";
import { packageVersion } from "./version.ts";

interface StatusParts {
  readonly watch: HomeServerWatch;
  readonly inForce: InForce;
  readonly troubles: Troubles;
  readonly following: Pick<Following, "state">;
  readonly checks: () => Promise<Readonly<Record<string, boolean>>>;
}

interface OpenAddresses {
  readonly gate: SocketAddress;
  readonly admin: SocketAddress;
  readonly desk: SocketAddress | undefined;
}

/** This process, from its start to its end. */
export interface Run {
  /** Who shows it to the gate's door is answered by the gate itself. */
  readonly password: string;
  /** It hears what a status tells of. */
  readonly journal: Journal;
  status(parts: StatusParts): Promise<GateStatus>;
  /** Puts the card on the door. Throws LedgerDown. */
  begin(open: OpenAddresses, hosts: readonly string[]): Promise<void>;
  /** Says goodbye, unless another gate has put its own card there. Throws LedgerDown. */
  end(): Promise<void>;
}

export function makeRun(config: Config, ledger: Ledger, clock: Clock): Run {
  const version = packageVersion();
  const password = randomBytes(16).toString("hex");
  const itself = { run: randomUUID(), pid: process.pid, version, startedAt: clock.now() };
  const waiting = makeWaitingContacts(clock);
  let card: Presence | undefined;

  return {
    password,
    journal: waiting.journal,
    async status({ watch, inForce, troubles, following, checks }) {
      return {
        ...itself,
        ...modeOf(inForce),
        contacts: contactsOf(inForce, waiting),
        homeServer: homeServerOf(watch),
        following: following.state(),
        checks: await checks(),
        memoryBytes: process.memoryUsage.rss(),
        troubles: [...troubles.list()],
      };
    },
    async begin({ gate, admin, desk }, hosts) {
      const { upstream } = config;
      card = {
        ...itself,
        gate: showSocketAddress(gate),
        admin: showSocketAddress(admin),
        desk: desk === undefined ? undefined : (config.desk.url ?? showSocketAddress(desk)),
        upstream: upstream === undefined ? "" : showSocketAddress(upstream),
        hosts: [...hosts],
        password,
      };
      await putPresence(ledger, card);
    },
    async end() {
      if (card === undefined) return;
      const current = await presenceIn(ledger);
      if (current?.run === card.run) await putPresence(ledger, { ...card, stoppedAt: clock.now() });
    },
  };
}

function modeOf(inForce: InForce) {
  const { mode, guardShare, shadow } = inForce.config();
  return {
    mode: inForce.mode(),
    modeSince: inForce.since(),
    orderedBy: inForce.order()?.by ?? null,
    configuredMode: mode,
    guardShare,
    shadow: shadow?.file ?? null,
  };
}

function contactsOf(inForce: InForce, waiting: WaitingContacts): GateStatus["contacts"] {
  const mode = inForce.contact();
  const waited = mode === "consent" ? waiting.held() : waiting.settled();
  return {
    mode,
    configured: inForce.config().policy.contact,
    orderedBy: inForce.contactOrder()?.by ?? null,
    waited: mode === "open" ? null : (waited ?? null),
  };
}

function homeServerOf(watch: HomeServerWatch): GateStatus["homeServer"] {
  const { software, version, accepts, drops, refusesPlainly, replayWindowMs } = watch.profile();
  return {
    hosts: [...watch.home(undefined).hosts],
    software,
    version,
    accepts: [...accepts],
    learned: namesOf(watch.taught()),
    drops: [...drops],
    refusesPlainly,
    replayWindowMs,
  };
}
