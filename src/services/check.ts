import { checkTimeMs } from "../base/limits.ts";
import type { Result } from "../base/result.ts";
import { err, ok } from "../base/result.ts";
import type { EpochMs } from "../base/units.ts";
import { type BroughtIn, judgeTogether } from "../engine/brought-in.ts";
import { isOfACampaign } from "../engine/campaigns/recognised.ts";
import { passesMet, passesUnmet } from "../engine/fast-path.ts";
import { judge, passing, ruled } from "../engine/judge.ts";
import type { Policy } from "../engine/policy.ts";
import { allWantItUnjudged, unconsenting, untilConsent } from "../engine/recipients.ts";
import { writes } from "../engine/standing.ts";
import { domainOf } from "../engine/text/domain.ts";
import type { Activity, ActorProfile, Unreadable } from "../model/activity.ts";
import type { Arrival } from "../model/arrival.ts";
import type { Delivery } from "../model/delivery.ts";
import { type ActorId, hostOf, type ViewKey } from "../model/ids.ts";
import type { Acquaintance, Observation } from "../model/observation.ts";
import { reason, type Verdict } from "../model/verdict.ts";
import { MemoryDown } from "../ports/memory.ts";
import type { Ports } from "../ports/ports.ts";
import { type Beside, completed } from "./named-posts.ts";
import { observe } from "./observe.ts";
import { receive } from "./receive.ts";
import { however, type InTime, inTimeFor } from "./within.ts";

/** What was concluded, and of what. On the fast path nothing was read: no `observation`. */
export interface Checked {
  readonly arrival: Arrival;
  readonly observation: Observation | undefined;
  /** What the home server will fetch because of it. */
  readonly broughtIn: readonly BroughtIn[];
  readonly verdict: Verdict;
}

/** Everything by which what was read compares; empty on the fast path. */
export function keysOf({ observation, broughtIn }: Checked): readonly ViewKey[] {
  const seen = observation === undefined ? [] : [observation, ...broughtIn.map(observationIn)];
  return seen.flatMap(({ arrival }) => arrival.reading.keys);
}

function observationIn({ observation }: BroughtIn): Observation {
  return observation;
}

/**
 * From bytes to verdict: the one path every door takes.
 *
 *   delivery ─receive▶ arrival ─acquaint, fast path?▶ complete, observe ─judge▶ verdict ─record▶
 *             ports             ports     pure        ports              pure            ports
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
  const told = toldOfItself(arrival.value);
  if (told !== undefined) ports.directory.heard(told, delivery.at);
  const inTime = inTimeFor(checkTimeMs, ports.clock);
  const checked = await conclude(arrival.value, policy, ports, inTime);
  if (checked.arrival.sender.proven) await inTime(ports.memory.record(checked.arrival));
  return ok(checked);
}

/** A profile that its own actor sends. */
function toldOfItself({ activity, sender }: Arrival): ActorProfile | undefined {
  const [object] = activity.objects;
  if (activity.kind !== "update" || object?.kind !== "actor" || !sender.proven) return undefined;
  return object.profile.id === sender.actor ? object.profile : undefined;
}

/** Of our own work only who the sender is can't be done without: later than that is a failure. */
async function conclude(
  arrival: Arrival,
  policy: Policy,
  ports: Ports,
  inTime: InTime,
): Promise<Checked> {
  const fast = (verdict: Verdict): Checked => ({
    arrival,
    observation: undefined,
    broughtIn: [],
    verdict,
  });
  const rule = ruleFor(arrival, policy, ports);
  if (rule !== undefined) return fast(rule);
  const unmet = passesUnmet(arrival, ports.homeServer.profile());
  if (unmet !== undefined) return fast(passing(unmet, policy));
  const { modeOf } = ports.ruleBook;
  if (allWantItUnjudged(arrival, modeOf))
    return fast(passing("everybody it reaches here wants their mail unjudged", policy));
  const met = await acquainted(arrival, ports, inTime);
  const passes = unconsenting(met.ties, modeOf).length > 0 ? undefined : passesMet(arrival, met);
  if (passes === undefined) return weighed(arrival, met, policy, ports, inTime);
  const copy = met.waveUnderWay && (await copyOfAWave(arrival, met, policy, ports, inTime));
  return copy || fast(passing(passes, policy));
}

/**
 * A tie is no pass for what belongs to a wave: accounts are warmed up, followed back, hijacked.
 * While one is under way, what would pass unread is compared; whatever else it shows is no matter.
 */
async function copyOfAWave(
  arrival: Arrival,
  met: Acquaintance,
  policy: Policy,
  ports: Ports,
  inTime: InTime,
): Promise<Checked | undefined> {
  if (!writes(arrival)) return undefined;
  const observation = await observe(arrival, met, policy.needs, ports, { kind: "new" }, inTime);
  const verdict = judge(observation, policy);
  return isOfACampaign(verdict) ? { arrival, observation, broughtIn: [], verdict } : undefined;
}

async function acquainted(arrival: Arrival, ports: Ports, inTime: InTime): Promise<Acquaintance> {
  const met = await inTime(ports.memory.acquaint(arrival, arrival.delivery.at));
  if (met === undefined) throw new MemoryDown(`no answer within ${checkTimeMs} ms`);
  return met;
}

/** An unsolicited contact: read with all that it names, compared, judged. */
async function weighed(
  came: Arrival,
  before: Acquaintance,
  policy: Policy,
  ports: Ports,
  inTime: InTime,
): Promise<Checked> {
  const { arrival, beside, late } = await completed(came, came.delivery.at, ports, inTime);
  const proven = arrival.sender !== came.sender;
  const rule = proven ? ruleFor(arrival, policy, ports) : undefined;
  if (rule !== undefined) return { arrival, observation: undefined, broughtIn: [], verdict: rule };
  const met = proven || arrival !== came ? await acquainted(arrival, ports, inTime) : before;
  const observation = await observe(arrival, met, policy.needs, ports, { kind: "new" }, inTime);
  const broughtIn = await observeBeside(beside, policy, ports, inTime);
  const checked = { arrival, observation, broughtIn };
  const verdict = verdictOn(checked, late.length > 0, policy);
  const asks = unconsenting(met.ties, ports.ruleBook.modeOf);
  return { ...checked, verdict: untilConsent(verdict, asks) };
}

/** What everybody whom it reaches asked for, or a regular wrote, is nothing to look at. */
async function observeBeside(
  beside: readonly Beside[],
  policy: Policy,
  ports: Ports,
  inTime: InTime,
): Promise<readonly BroughtIn[]> {
  const seen = beside.map(async ({ id, arrival }): Promise<BroughtIn | undefined> => {
    const met = await inTime(ports.memory.acquaint(arrival, arrival.delivery.at));
    if (met === undefined || passesMet(arrival, met) !== undefined) return undefined;
    const as = { kind: "new" } as const;
    return { id, observation: await observe(arrival, met, policy.needs, ports, as, inTime) };
  });
  return (await Promise.all(seen)).filter((one) => one !== undefined);
}

/** What another policy says of the same contact; undefined where nothing was weighed. Pure. */
export function judgedUnder(policy: Policy, checked: Checked): Verdict | undefined {
  const { observation } = checked;
  return observation && verdictOn({ ...checked, observation }, false, policy);
}

function verdictOn(
  {
    arrival,
    observation,
    broughtIn,
  }: Omit<Checked, "verdict"> & { readonly observation: Observation },
  unread: boolean,
  policy: Policy,
): Verdict {
  const verdict = untilProven(judgeTogether(observation, broughtIn, policy), arrival);
  return unread && verdict.action === "accept" ? untilRead(verdict) : verdict;
}

/**
 * Judges again what was kept, by what is known at `at`. Counts nothing, unless its key came
 * only while it was kept: then it is counted now.
 */
export async function reconsider(
  came: Arrival,
  countedBefore: boolean,
  at: EpochMs,
  policy: Policy,
  ports: Ports,
  inTime: InTime = however,
): Promise<Checked> {
  const refused = ruleFor(came, policy, ports);
  const fast = { arrival: came, observation: undefined, broughtIn: [] };
  if (refused !== undefined) return { ...fast, verdict: refused };
  const { arrival, beside } = await completed(came, at, ports, inTime);
  const rule = arrival === came ? undefined : ruleFor(arrival, policy, ports);
  if (rule !== undefined) return { ...fast, arrival, verdict: rule };
  const met = await ports.memory.acquaint(arrival, at);
  const again = { kind: "again", at, countedAs: came } as const;
  const as = countedBefore ? again : ({ kind: "new" } as const);
  const observation = await observe(arrival, met, policy.needs, ports, as);
  const broughtIn = await observeBeside(beside, policy, ports, inTime);
  const asks = unconsenting(met.ties, ports.ruleBook.modeOf);
  const verdict = untilConsent(judgeTogether(observation, broughtIn, policy), asks);
  if (!countedBefore && arrival.sender.proven) await ports.memory.record(arrival);
  return { arrival, observation, broughtIn, verdict };
}

/** A post elsewhere that is not here yet is waited for, a few seconds only. */
function untilRead(verdict: Verdict): Verdict {
  const because = "it names a post elsewhere that could not be read yet";
  const evidence = reason("UNREAD", because);
  return { ...verdict, action: "settle", evidence: [evidence, ...verdict.evidence] };
}

/** A stranger whose key was not to be had settles, however harmless, and is verified meanwhile. */
function untilProven(verdict: Verdict, arrival: Arrival): Verdict {
  const { authenticity } = arrival;
  if (authenticity.kind !== "unknown" || verdict.action !== "accept") return verdict;
  const because = `the sender's key could not be had: ${authenticity.because}`;
  const evidence = reason("KEY_UNKNOWN", because);
  return { ...verdict, action: "settle", evidence: [evidence, ...verdict.evidence] };
}

/**
 * A rule on the sender decides; and a refusal of who it says wrote it, also where somebody else
 * brings it and that is not proven: whoever claims a refused name gets what that name gets.
 */
function ruleFor(arrival: Arrival, policy: Policy, ports: Ports): Verdict | undefined {
  const { actor, domain, host, proven } = arrival.sender;
  if (!proven) return undefined;
  const isRefused = authorsIn(arrival.activity).some(
    (author) => author !== actor && decisionOn(author, ports) === "refuse",
  );
  const decision = isRefused ? "refuse" : ports.ruleBook.find(actor, domain, host);
  if (decision === undefined) return undefined;
  const verb = decision === "allow" ? "allows" : "refuses";
  const whom = isRefused ? "its author" : "this sender";
  return ruled(decision, `an admin's rule ${verb} ${whom}`, policy);
}

/** Of what it makes, and of what it wraps. */
function authorsIn({ actor, objects }: Activity): readonly ActorId[] {
  const authors = [actor];
  for (const object of objects)
    if (object.kind === "activity") authors.push(...authorsIn(object.activity));
  return authors;
}

function decisionOn(author: ActorId, ports: Ports): "allow" | "refuse" | undefined {
  const host = hostOf(author);
  return host && ports.ruleBook.find(author, domainOf(host), host);
}
