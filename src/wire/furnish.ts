// What the gate and a replay share: the same services over other ports.

import type { Policy } from "../engine/policy.ts";
import type { Journal } from "../ports/journal.ts";
import type { Ports } from "../ports/ports.ts";
import { type Gatekeeper, makeGatekeeper } from "../services/admit.ts";
import type { Config } from "../services/config.ts";
import { makeFailures } from "../services/failures.ts";
import type { HomeServerWatch } from "../services/home-server.ts";
import { type Keep, makeKeep } from "../services/keep.ts";

export type Inside = { readonly keep: Keep; readonly gatekeeper: Gatekeeper };

export function furnish(
  { mode, onFailure }: Pick<Config, "mode" | "onFailure">,
  policy: Policy,
  ports: Ports,
  watch: HomeServerWatch,
  journal: Journal,
): Inside {
  const failures = makeFailures();
  const keep = makeKeep({ policy: () => policy, onFailure, ports, journal, failures });
  const gatekeeper = makeGatekeeper({
    mode,
    onFailure,
    policy: () => policy,
    ports,
    keep,
    watch,
    failures,
    journal,
  });
  return { keep, gatekeeper };
}
