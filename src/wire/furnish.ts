// What the gate and a replay share: the same services over other ports.

import type { Journal } from "../ports/journal.ts";
import type { Ports } from "../ports/ports.ts";
import { type Gatekeeper, type GatekeeperParts, makeGatekeeper } from "../services/admit.ts";
import { makeFailures } from "../services/failures.ts";
import type { GateActor } from "../services/gate-actor.ts";
import type { HomeServerWatch } from "../services/home-server.ts";
import { type Keep, type KeepParts, makeKeep } from "../services/keep.ts";
import { makeLadder } from "../services/ladder/ladder.ts";
import { makeLookBack } from "../services/look-back.ts";

export type Inside = { readonly keep: Keep; readonly gatekeeper: Gatekeeper };

type Settings = Pick<KeepParts, "quotas" | "caseMoves"> &
  Pick<GatekeeperParts, "mode" | "onFailure" | "rejectAnswer" | "policy" | "guards" | "shadow">;

export function furnish(
  settings: Settings,
  ports: Ports,
  watch: HomeServerWatch,
  journal: Journal,
  actor: GateActor | undefined,
): Inside {
  const failures = makeFailures();
  // Nothing is connected yet that could ask the home server to fetch.
  const ladder = makeLadder({ ports, actor, api: undefined });
  const keep = makeKeep({ ...settings, ladder, ports, journal, failures });
  const lookBack = makeLookBack({ ports, keep, journal });
  const gatekeeper = makeGatekeeper({
    ...settings,
    ports,
    keep,
    watch,
    failures,
    lookBack,
    journal,
  });
  return { keep: { ...keep, tick: () => lookBack.round().then(keep.tick) }, gatekeeper };
}
