import { checkTimeMs } from "../base/limits.ts";
import type { Result } from "../base/result.ts";
import { err, ok } from "../base/result.ts";
import type { EpochMs } from "../base/units.ts";
import { passesMet, passesUnmet } from "../engine/fast-path.ts";
import { judge, passing, ruled } from "../engine/judge.ts";
import type { Policy } from "../engine/policy.ts";
import type { Unreadable } from "../model/activity.ts";
import type { Arrival } from "../model/arrival.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Observation } from "../model/observation.ts";
import type { Verdict } from "../model/verdict.ts";
import { MemoryDown } from "../ports/memory.ts";
import type { Ports } from "../ports/ports.ts";
import { observe } from "./observe.ts";
import { receive } from "./receive.ts";
import { type InTime, inTimeFor } from "./within.ts";

/** What was concluded, and of what. On the fast path nothing was read: no `observation`. */
export interface Checked {
  readonly arrival: Arrival;
  readonly observation: Observation | undefined;
  readonly verdict: Verdict;
}

/**
 * From bytes to verdict: the one path every door takes.
 *
 *   delivery ─receive▶ arrival ─acquaint, fast path?▶ observe ─judge▶ verdict ─record▶
 *             ports             ports     pure        ports    pure            ports
 *
 * The verdict says what should be done; doing it belongs to the door that
 * asked. An unreadable body is an answer, not an exception. MemoryDown and LedgerDown pass
 * through: only the door knows whether its visitor should wait or walk in. Once it is known who
 * signed, all our own work has `checkTimeMs`; what is late becomes an unknown fact.
 */
export async function check(
  delivery: Delivery,
  policy: Policy,
  ports: Ports,
): Promise<Result<Checked, Unreadable>> {
  const arrival = await receive(delivery, ports);
  if (!arrival.ok) return err(arrival.error);
  const inTime = inTimeFor(checkTimeMs, ports.clock);
  const checked = await conclude(arrival.value, policy, ports, inTime);
  if (checked.arrival.sender.proven) await inTime(ports.memory.record(checked.arrival));
  return ok(checked);
}

/** Of our own work only who the sender is can't be done without: later than that is a failure. */
async function conclude(
  arrival: Arrival,
  policy: Policy,
  ports: Ports,
  inTime: InTime,
): Promise<Checked> {
  const fast = (verdict: Verdict): Checked => ({ arrival, observation: undefined, verdict });
  const rule = ruleFor(arrival, policy, ports);
  if (rule !== undefined) return fast(rule);
  const unmet = passesUnmet(arrival, ports.homeServer.profile());
  if (unmet !== undefined) return fast(passing(unmet, policy));
  const met = await inTime(ports.memory.acquaint(arrival, arrival.delivery.at));
  if (met === undefined) throw new MemoryDown(`no answer within ${checkTimeMs} ms`);
  const passes = passesMet(arrival, met);
  if (passes !== undefined) return fast(passing(passes, policy));
  const observation = await observe(arrival, met, policy.needs, ports, { kind: "new" }, inTime);
  return { arrival, observation, verdict: untilProven(judge(observation, policy), arrival) };
}

/** What another policy says of the same contact; undefined where nothing was weighed. Pure. */
export function judgedUnder(
  policy: Policy,
  { arrival, observation }: Checked,
): Verdict | undefined {
  return observation && untilProven(judge(observation, policy), arrival);
}

/**
 * Judges again what was kept, by what is known at `at`. Counts nothing, unless its key came
 * only while it was kept: then it is counted now.
 */
export async function reconsider(
  arrival: Arrival,
  countedBefore: boolean,
  at: EpochMs,
  policy: Policy,
  ports: Ports,
): Promise<Checked> {
  const rule = ruleFor(arrival, policy, ports);
  if (rule !== undefined) return { arrival, observation: undefined, verdict: rule };
  const met = await ports.memory.acquaint(arrival, at);
  const as = countedBefore ? ({ kind: "again", at } as const) : ({ kind: "new" } as const);
  const observation = await observe(arrival, met, policy.needs, ports, as);
  const verdict = judge(observation, policy);
  if (!countedBefore && arrival.sender.proven) await ports.memory.record(arrival);
  return { arrival, observation, verdict };
}

/** A stranger whose key was not to be had settles, however harmless, and is verified meanwhile. */
function untilProven(verdict: Verdict, arrival: Arrival): Verdict {
  const { authenticity } = arrival;
  if (authenticity.kind !== "unknown" || verdict.action !== "accept") return verdict;
  const evidence = {
    symbol: "KEY_UNKNOWN",
    group: "rule",
    strength: 1,
    decibans: 0,
    because: `the sender's key could not be had: ${authenticity.because}`,
  };
  return { ...verdict, action: "settle", evidence: [evidence, ...verdict.evidence] };
}

function ruleFor(arrival: Arrival, policy: Policy, ports: Ports): Verdict | undefined {
  const { actor, domain, host, proven } = arrival.sender;
  if (!proven) return undefined;
  const decision = ports.ruleBook.find(actor, domain, host);
  if (decision === undefined) return undefined;
  const verb = decision === "allow" ? "allows" : "refuses";
  return ruled(decision, `an admin's rule ${verb} this sender`, policy);
}
