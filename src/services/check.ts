import { checkTimeMs } from "../base/limits.ts";
import type { Result } from "../base/result.ts";
import { err, ok } from "../base/result.ts";
import type { EpochMs } from "../base/units.ts";
import { type BroughtIn, judgeTogether } from "../engine/brought-in.ts";
import { isOfACampaign } from "../engine/campaigns/recognised.ts";
import { passesMet, passesUnmet } from "../engine/fast-path.ts";
import { isFirstContact, underContactMode, waitsForRuling } from "../engine/first-contact.ts";
import { judge, passing, ruled } from "../engine/judge.ts";
import { underNeglect } from "../engine/neglect.ts";
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
import { type Counting, observe } from "./observe.ts";
import { judgedByOrder, orderCovering, underRefusal } from "./ordered.ts";
import { receive } from "./receive.ts";
import { readForRules, underAdminRules } from "./rules-on-contact.ts";
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
  const pass = (because: string) => {
    return unweighed(arrival, readForRules(passing(because, policy), arrival, ports.ruleBook));
  };
  const rule = ruleFor(arrival, policy, ports);
  if (rule !== undefined) return unweighed(arrival, rule);
  const unmet = passesUnmet(arrival, ports.homeServer.profile());
  if (unmet !== undefined) return pass(unmet);
  const { modeOf } = ports.ruleBook;
  if (allWantItUnjudged(arrival, modeOf)) {
    const because = "everybody it reaches here wants their mail unjudged";
    return unweighed(arrival, passing(because, policy));
  }
  const { at } = arrival.delivery;
  const met = await acquainted(arrival, at, ports, inTime);
  const asks =
    unconsenting(met.ties, modeOf).length > 0 || waitsForRuling(met, arrival.audience, policy);
  const passes = asks ? undefined : passesMet(arrival, met);
  if (passes === undefined) {
    const own = { elsewhere: inTime, here: inTime };
    return weighed(arrival, { at, as: { kind: "new" }, met, waits: true, ...own }, policy, ports);
  }
  const copy = met.waveUnderWay && (await copyOfAWave(arrival, met, policy, ports, inTime));
  return copy || pass(passes);
}

function unweighed(arrival: Arrival, verdict: Verdict): Checked {
  return { arrival, observation: undefined, broughtIn: [], verdict };
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
  const order = await orderCovering(observation, ports, inTime);
  const judged = judge(observation, policy);
  if (order?.decision === "allow" || !isOfACampaign(judged)) return undefined;
  const verdict = underRefusal(order, judged, observation, met);
  return { arrival, observation, broughtIn: [], verdict };
}

async function acquainted(
  arrival: Arrival,
  at: EpochMs,
  ports: Ports,
  inTime: InTime,
): Promise<Acquaintance> {
  const met = await inTime(ports.memory.acquaint(arrival, at));
  if (met === undefined) throw new MemoryDown(`no answer within ${checkTimeMs} ms`);
  return met;
}

/** When it comes, or once more while it is kept. */
interface Weighing {
  /** By what is known then. */
  readonly at: EpochMs;
  readonly as: Counting;
  /** As it came, where that was asked already. */
  readonly met?: Acquaintance;
  /** A key or a post that is not here yet may come: until then it settles. */
  readonly waits: boolean;
  /** For what other hosts show. */
  readonly elsewhere: InTime;
  /** For memory and ledger. */
  readonly here: InTime;
}

/** An unsolicited contact: read with all that it names, compared, judged. */
async function weighed(
  came: Arrival,
  { at, as, met: before, waits, elsewhere, here }: Weighing,
  policy: Policy,
  ports: Ports,
): Promise<Checked> {
  const { arrival, beside, late } = await completed(came, at, ports, elsewhere);
  // Rules are on senders: only who turns out to be another is looked up once more.
  const rule = arrival.sender === came.sender ? undefined : ruleFor(arrival, policy, ports);
  if (rule !== undefined) return unweighed(arrival, rule);
  const asked = arrival === came ? before : undefined;
  const met = asked ?? (await acquainted(arrival, at, ports, here));
  const observation = await observe(arrival, met, policy.needs, ports, as, here);
  const broughtIn = await observeBeside(beside, policy, ports, here);
  const order = await orderCovering(observation, ports, here);
  const own = judgedByOrder(order, observation, policy);
  const judged = judgeTogether(observation, broughtIn, policy, own);
  const settled = waits ? untilHere(judged, arrival, late.length > 0) : judged;
  const placed = underHost(settled, arrival, met, policy, ports);
  const moded = underContactMode(placed, met, arrival.audience, policy);
  // Who ordered to let in this campaign knew what it says.
  const isLetIn = order?.decision === "allow";
  const chosen = isLetIn
    ? moded
    : underAdminRules(moded, met, observation, broughtIn, ports.ruleBook);
  const consented = untilConsent(chosen, unconsenting(met.ties, ports.ruleBook.modeOf));
  const verdict = underRefusal(order, consented, observation, met);
  return { arrival, observation, broughtIn, verdict };
}

/** Strangers of a host that nobody looks after wait, or are held. */
function underHost(
  verdict: Verdict,
  { sender, audience }: Arrival,
  met: Acquaintance,
  { neglectedHosts }: Policy,
  { ruleBook }: Ports,
): Verdict {
  if (neglectedHosts !== "act" || !sender.proven || !isFirstContact(met, audience)) return verdict;
  const neglect = ruleBook.neglectOf(sender.domain, met.host);
  return neglect === undefined ? verdict : underNeglect(verdict, sender.domain, neglect);
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
  const { arrival, observation, broughtIn } = checked;
  return observation && untilHere(judgeTogether(observation, broughtIn, policy), arrival, false);
}

/**
 * Judges again what was kept, by what is known at `at`. Counts nothing, unless its key came
 * only while it was kept: then it is counted now. It has waited for what may come, so that what
 * is not there by now, and not shown `elsewhere` in time, changes nothing.
 */
export async function reconsider(
  came: Arrival,
  countedBefore: boolean,
  at: EpochMs,
  policy: Policy,
  ports: Ports,
  elsewhere: InTime = however,
): Promise<Checked> {
  const rule = ruleFor(came, policy, ports);
  if (rule !== undefined) return unweighed(came, rule);
  const as: Counting = countedBefore ? { kind: "again", at, countedAs: came } : { kind: "new" };
  const how = { at, as, waits: false, elsewhere, here: however };
  const checked = await weighed(came, how, policy, ports);
  const { arrival, observation } = checked;
  const isNew = !countedBefore && arrival.sender.proven && observation !== undefined;
  if (isNew) await ports.memory.record(arrival);
  return checked;
}

function untilHere(verdict: Verdict, arrival: Arrival, isUnread: boolean): Verdict {
  const settled = untilProven(verdict, arrival);
  return isUnread && settled.action === "accept" ? untilRead(settled) : settled;
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
