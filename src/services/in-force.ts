// What stands right now: the configuration as last read, an admin's order on the mode, and the
// policy made of it. Everything that may change while the gate runs is asked here, each time.

import { hash32 } from "../base/prng.ts";
import type { EpochMs } from "../base/units.ts";
import type { Policy } from "../engine/policy.ts";
import type { Mode } from "../model/mode.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Config } from "./config.ts";
import { policyFrom } from "./config-policy.ts";
import { type ModeOrder, modeOrdered } from "./orders.ts";

export interface InForce {
  /** The order's, else the configuration's. */
  mode(): Mode;
  policy(): Policy;
  config(): Config;
  /** Whether verdicts on this domain's senders are acted on in guard mode. */
  guards(domain: string): boolean;
  /** What judges beside the policy and is never acted on. */
  shadow(): Policy | undefined;
  /** The order that wins over the configuration, where there is one. */
  order(): ModeOrder | undefined;
  /** Since when this mode stands; of the configuration's only since this start. */
  since(): EpochMs;
  /** Reads the order anew. Throws LedgerDown; the mode read before stays in force. */
  refresh(): Promise<void>;
  /** Puts another configuration into force, as far as that needs no restart. */
  adopt(config: Config): void;
}

/** `seed`: the installation's, see config-policy.ts. */
export function makeInForce(
  first: Config,
  seed: string,
  ledger: Pick<Ledger, "setting" | "putSetting">,
  clock: Pick<Clock, "now">,
): InForce {
  let config = first;
  let { policy, shadow } = policiesOf(first, seed);
  let order: ModeOrder | undefined;
  let since = clock.now();

  const mode = (): Mode => order?.mode ?? config.mode;
  const changing = (change: () => void): void => {
    const before = mode();
    change();
    if (mode() !== before) since = clock.now();
  };

  return {
    mode,
    policy: () => policy,
    config: () => config,
    shadow: () => shadow,
    guards: (domain) => isWithin(config.guardShare, domain, seed),
    order: () => order,
    since: () => order?.at ?? since,

    async refresh() {
      const ordered = await modeOrdered(ledger);
      changing(() => {
        order = ordered;
      });
    },

    adopt(next) {
      changing(() => {
        config = next;
        ({ policy, shadow } = policiesOf(next, seed));
      });
    },
  };
}

/** One observation serves both: what only the shadow needs is asked for as well. */
function policiesOf(config: Config, seed: string): { policy: Policy; shadow: Policy | undefined } {
  const policy = policyFrom(config, seed);
  const settings = config.shadow?.policy;
  if (settings === undefined) return { policy, shadow: undefined };
  const shadow = policyFrom({ policy: settings }, seed);
  return { policy: { ...policy, needs: new Set([...policy.needs, ...shadow.needs]) }, shadow };
}

/** By the domain, so that all of its senders are on one side; by the seed, so that none knows. */
function isWithin(share: number, domain: string, seed: string): boolean {
  return share >= 1 || hash32(`${seed}:guarded:${domain}`) / 0x1_0000_0000 < share;
}
