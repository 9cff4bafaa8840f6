// What stands right now: the configuration as last read, an admin's order on the mode, what was
// tuned, and the policy made of it. Everything that may change while the gate runs is asked here,
// each time.

import { hash32 } from "../base/prng.ts";
import type { EpochMs } from "../base/units.ts";
import type { Policy, PolicySettings } from "../engine/policy.ts";
import type { ContactMode } from "../model/contact-mode.ts";
import type { Mode } from "../model/mode.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Config } from "./config.ts";
import { policyFrom } from "./config-policy.ts";
import { type ContactOrder, contactOrdered, type ModeOrder, modeOrdered } from "./orders.ts";
import {
  settingsInForce,
  standingOf,
  type TunedStanding,
  type Tuning,
  tuningIn,
} from "./tuning.ts";

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
  /** How first contacts are taken: the order's word, else the configuration's. */
  contact(): ContactMode;
  contactOrder(): ContactOrder | undefined;
  /** What was tuned, and whether it counts. */
  tuned(): TunedStanding;
  /** Since when this mode stands; of the configuration's only since this start. */
  since(): EpochMs;
  /** Reads orders and tuning anew. Throws LedgerDown; what was read before stays in force. */
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
  let tuning: Tuning = { stack: [], history: [] };
  let { policy, shadow } = policiesOf(first, tuning, seed);
  let order: ModeOrder | undefined;
  let contactOrder: ContactOrder | undefined;
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
    contact: () => policy.contact,
    contactOrder: () => contactOrder,
    tuned: () => standingOf(tuning, config),
    since: () => order?.at ?? since,

    async refresh() {
      const [ordered, contact] = [await modeOrdered(ledger), await contactOrdered(ledger)];
      const tuned = await tuningIn(ledger);
      changing(() => {
        order = ordered;
      });
      const same = contact?.contact === contactOrder?.contact && isSame(tuned, tuning);
      [contactOrder, tuning] = [contact, tuned];
      if (!same) ({ policy, shadow } = policiesOf(config, tuning, seed, contact?.contact));
    },

    adopt(next) {
      changing(() => {
        config = next;
        ({ policy, shadow } = policiesOf(next, tuning, seed, contactOrder?.contact));
      });
    },
  };
}

/** One observation serves both: what only the shadow needs is asked for as well. */
function policiesOf(
  config: Config,
  tuning: Tuning,
  seed: string,
  contact?: ContactMode,
): { policy: Policy; shadow: Policy | undefined } {
  const policy = policyFrom(ordering(settingsInForce(config, tuning), contact), seed);
  const settings = config.shadow?.policy;
  if (settings === undefined) return { policy, shadow: undefined };
  const shadow = policyFrom({ policy: settings }, seed);
  return { policy: { ...policy, needs: new Set([...policy.needs, ...shadow.needs]) }, shadow };
}

function ordering(policy: PolicySettings, contact?: ContactMode): Pick<Config, "policy"> {
  return { policy: contact === undefined ? policy : { ...policy, contact } };
}

/** Every change of what is in force has a line of its own in the history. */
function isSame(one: Tuning, other: Tuning): boolean {
  const [last, before] = [one.history.at(-1), other.history.at(-1)];
  return one.stack.length === other.stack.length && last?.at === before?.at;
}

/** By the domain, so that all of its senders are on one side; by the seed, so that none knows. */
function isWithin(share: number, domain: string, seed: string): boolean {
  return share >= 1 || hash32(`${seed}:guarded:${domain}`) / 0x1_0000_0000 < share;
}
