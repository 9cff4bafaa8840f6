// What the door is told to do with a delivery at an inbox: the verdict, made safe to act on.

import { checkTimeMs } from "../base/limits.ts";
import { signatureKindOf } from "../engine/identity/signature-kind.ts";
import type { Policy } from "../engine/policy.ts";
import type { ActivityKind, Unreadable } from "../model/activity.ts";
import type { Arrival } from "../model/arrival.ts";
import { type Delivery, type HeaderField, headerOf } from "../model/delivery.ts";
import { localActorOf } from "../model/home.ts";
import type { Receipt } from "../model/ids.ts";
import { type UpstreamAnswer, wasAccepted } from "../model/kept.ts";
import type { Mode } from "../model/mode.ts";
import { reason, type Verdict } from "../model/verdict.ts";
import { type Done, type Journal, watchingOnly } from "../ports/journal.ts";
import { LedgerBusy, LedgerDown } from "../ports/ledger.ts";
import { MemoryDown } from "../ports/memory.ts";
import type { Ports } from "../ports/ports.ts";
import { type Checked, check, judgedUnder, keysOf } from "./check.ts";
import type { Failures } from "./failures.ts";
import type { Answered } from "./home-lessons.ts";
import type { HomeServerWatch } from "./home-server.ts";
import type { Keep, Keeping } from "./keep.ts";
import { isWorthALook, type LookBack } from "./look-back.ts";
import { judgedReport, noteReport } from "./reports.ts";
import { type InTime, inTimeFor } from "./within.ts";

/**
 * `pass`: hand it to the home server, answer what it answers, then call `passedOn`.
 * `answer`: say this and forget it; what had to be kept is on disk.
 */
export type Admission =
  | { readonly do: "pass" }
  | {
      readonly do: "answer";
      readonly status: number;
      readonly headers: readonly HeaderField[];
      readonly body: Uint8Array;
    };

export interface Gatekeeper {
  /** Nothing is to be judged now, nor read: the door is to let everything flow through. */
  standsAside(): boolean;
  /** Never throws: whatever fails inside becomes what the operator's `on_failure` says. */
  admit(delivery: Delivery): Promise<Admission>;
  /** What the home server answered to a delivery that `admit` let pass. Never throws. */
  passedOn(delivery: Delivery, answer: UpstreamAnswer): Promise<void>;
}

export interface GatekeeperParts {
  readonly mode: () => Mode;
  readonly onFailure: () => "pass" | "settle";
  /** What the sender of what is rejected hears; "accepted" tells a spammer nothing. */
  readonly rejectAnswer: () => "accepted" | "403";
  readonly policy: () => Policy;
  /** Whether verdicts on senders of this domain are acted on. */
  readonly guards: (domain: string) => boolean;
  /** Judges beside it, and is never acted on. */
  readonly shadow: () => Policy | undefined;
  readonly ports: Ports;
  readonly keep: Keep;
  readonly watch: HomeServerWatch;
  readonly failures: Failures;
  readonly lookBack: Pick<LookBack, "add">;
  readonly journal: Journal;
}

const pass: Admission = { do: "pass" };

/** Deliveries on their way to the home server; more are never in flight at once. */
const inFlightMax = 10_000;

/** Mastodon says 202 to a Delete or Update of somebody unknown before it looks at the signature. */
const tellingKinds: ReadonlySet<ActivityKind> = new Set(["create", "follow", "like", "announce"]);

export function makeGatekeeper(parts: GatekeeperParts): Gatekeeper {
  const { ports, journal, watch } = parts;
  const inFlight = new Map<Receipt, Flight>();

  async function admit(delivery: Delivery): Promise<Admission> {
    if (parts.mode() === "off") return pass;
    const signature = signatureKindOf(delivery);
    if (ports.homeServer.profile().drops.has(signature)) {
      journal.knocked(delivery, signature);
      return knockAgain();
    }
    const checked = await check(delivery, parts.policy(), ports);
    if (!checked.ok) return unreadable(delivery, checked.error, parts);
    const { sender } = checked.value.arrival;
    if (sender.proven) watch.named(headerOf(delivery, "host"));
    const admission = await act(checked.value, parts);
    judgeInTheShadow(checked.value, parts);
    if (admission.do === "pass" && inFlight.size < inFlightMax)
      inFlight.set(delivery.receipt, flightOf(checked.value));
    return admission;
  }

  return {
    standsAside: () => parts.mode() === "off",
    admit: (delivery) => admit(delivery).catch((error) => failed(delivery, error, parts)),

    async passedOn(delivery, answer) {
      const at = ports.clock.now();
      const { receipt } = delivery;
      const { unread, ...known } = inFlight.get(receipt) ?? untold;
      inFlight.delete(receipt);
      watch.heard(answer, { ...known, signature: signatureKindOf(delivery) }, at);
      journal.answered(receipt, answer, at);
      try {
        await ports.memory.answered(receipt, answer, at);
        if (unread !== undefined && wasAccepted(answer)) parts.lookBack.add(unread);
      } catch (error) {
        journal.failed("remembering the home server's answer", error, undefined);
      }
    },
  };
}

/** What its answer may tell of the home server; `unread`: to be read if it is taken. */
type Flight = Omit<Answered, "signature"> & { readonly unread: Arrival | undefined };

const untold: Flight = { domain: undefined, telling: false, refuted: undefined, unread: undefined };

function flightOf(checked: Checked): Flight {
  const { arrival } = checked;
  const { activity, authenticity, sender } = arrival;
  return {
    unread: isWorthALook(checked) ? arrival : undefined,
    domain: sender.proven ? sender.domain : undefined,
    telling: tellingKinds.has(activity.kind),
    refuted: authenticity.kind === "refuted" ? authenticity.why : undefined,
  };
}

/** Whatever goes wrong here is told, and changes nothing for the delivery. */
function judgeInTheShadow(checked: Checked, { shadow, journal }: GatekeeperParts): void {
  const policy = shadow();
  if (policy === undefined) return;
  try {
    const other = judgedUnder(policy, checked);
    if (other !== undefined) journal.shadowed(checked.arrival, checked.verdict, other);
  } catch (error) {
    journal.failed("judging in the shadow", error, undefined);
  }
}

async function act(judged: Checked, parts: GatekeeperParts): Promise<Admission> {
  const inTime = inTimeFor(checkTimeMs, parts.ports.clock);
  const checked = await withReports(judged, parts, inTime);
  const { arrival, verdict } = checked;
  if (tellsMore(arrival)) await inTime(noted(arrival, parts));
  const kin = isAllowed(verdict) ? undefined : await inTime(parts.keep.kinOf(arrival));
  const lets = kin === undefined && (verdict.action === "accept" || verdict.action === "flag");
  const passes = lets ? undefined : whyNotKept(arrival.delivery, parts);
  if (lets || passes !== undefined) {
    parts.journal.judged(arrival, verdict, "passed", passes);
    stir(checked, parts);
    return pass;
  }
  if (kin === undefined && !parts.guards(arrival.sender.domain)) {
    parts.journal.judged(arrival, unguarded(checked), "passed", watchingOnly);
    stir(checked, parts);
    return pass;
  }
  const keeping = await parts.keep.keep(checked, kin);
  stir(checked, parts);
  if (keeping.did !== "kept") return hasNoRoom(checked, keeping, parts);
  parts.journal.judged(arrival, verdict, doneFor(verdict), undefined);
  const saysSo = verdict.action === "reject" && parts.rejectAnswer() === "403";
  return saysSo ? answer(403, "This server does not take this.") : acceptance(parts);
}

/**
 * Overload of one sender, or of all: what is doubtful is not lost in silence, its sender is asked
 * to try again. What would be held is over, and its sender learns nothing.
 */
function hasNoRoom(
  { arrival, verdict }: Checked,
  { did, over }: Exclude<Keeping, { did: "kept" }>,
  parts: GatekeeperParts,
): Admission {
  const done = did === "turned-away" ? did : "rejected";
  parts.journal.judged(arrival, verdict, done, over.because);
  return done === "rejected" ? acceptance(parts) : tryLater();
}

/** An admin's word lets it in, whatever became of what it belongs with. */
function isAllowed({ action, path, evidence }: Verdict): boolean {
  return action === "accept" && path === "fast" && evidence[0]?.symbol === "ALLOWED";
}

/** What forbids to keep a delivery, whatever is thought of it; undefined if nothing does. */
function whyNotKept(delivery: Delivery, parts: GatekeeperParts): string | undefined {
  const mode = parts.mode();
  if (mode !== "guard") return mode === "watch" ? watchingOnly : "switched off";
  const signature = signatureKindOf(delivery);
  const { software, accepts, refusesPlainly } = parts.ports.homeServer.profile();
  const unasked = signature === "none" && !refusesPlainly;
  const hasItsWord = !accepts.has(signature) && !unasked;
  if (hasItsWord) return `${software} has its own word on ${signature}`;
  if (parts.watch.isDown(delivery.at)) return "the home server is down and says so itself";
  return undefined;
}

/** Guarding may begin with a share of the domains; the others are watched meanwhile. */
function unguarded({ arrival, verdict }: Checked): Verdict {
  const because = `${arrival.sender.domain} is outside guard_share: it is only watched`;
  const evidence = reason("UNGUARDED", because);
  return { ...verdict, evidence: [...verdict.evidence, evidence] };
}

function doneFor({ action }: Verdict): Done {
  if (action === "hold") return "held";
  return action === "reject" ? "rejected" : "settling";
}

/** Every arrival may change what is known of those that settle and look like it. */
function stir(checked: Checked, { keep }: GatekeeperParts): void {
  const campaign = checked.observation?.facts.campaign;
  const others = campaign?.known ? campaign.value : undefined;
  keep.stir(keysOf(checked), others, checked.arrival.delivery.receipt);
}

/** A wave of reports is one case; that none could be counted changes nothing for them. */
async function withReports(
  checked: Checked,
  { ports, journal }: GatekeeperParts,
  inTime: InTime,
): Promise<Checked> {
  if (checked.arrival.activity.kind !== "flag") return checked;
  const noting = noteReport(checked.arrival, ports).catch((error: unknown) => {
    journal.failed("counting a report", error, undefined);
    return undefined;
  });
  const found = await inTime(noting);
  return found === undefined
    ? checked
    : { ...checked, verdict: judgedReport(checked.verdict, found) };
}

/** Nobody's Delete waits longer for our disk than for all of ours: what is late is done unheard. */
function noted(arrival: Arrival, parts: GatekeeperParts): Promise<void> {
  return takeNote(arrival, parts).catch((error: unknown) => {
    parts.journal.failed("noting what a delivery tells beside its errand", error, undefined);
  });
}

/** Most mail does not, and costs nothing here. */
function tellsMore({ activity, sender }: Arrival): boolean {
  return sender.proven && notedKinds.has(activity.kind);
}

const notedKinds: ReadonlySet<ActivityKind> = new Set(["delete", "undo", "accept"]);

/** What some activities tell beside their own errand. */
async function takeNote(arrival: Arrival, { keep, ports }: GatekeeperParts): Promise<void> {
  const { activity, sender, delivery } = arrival;
  if (activity.kind === "delete" || activity.kind === "undo") await keep.withdraw(arrival);
  const [answered] = activity.objects;
  if (activity.kind !== "accept" || answered?.kind !== "activity") return;
  if (answered.activity.kind !== "follow") return;
  const home = ports.homeServer.home(headerOf(delivery, "host"));
  const follower = localActorOf(home, answered.activity.actor);
  if (follower !== undefined) await ports.memory.hint(follower, sender.actor);
}

/**
 * A port is down: mail passes unless the operator turned it round. We are wrong: a stranger's
 * delivery settles unjudged, so that no body is a key to the door.
 */
async function failed(
  delivery: Delivery,
  error: unknown,
  parts: GatekeeperParts,
): Promise<Admission> {
  if (error instanceof LedgerBusy && parts.mode() === "guard") return askAgain(error, parts);
  const portDown = error instanceof MemoryDown || error instanceof LedgerDown;
  if (!portDown) parts.failures.note(error, delivery.receipt);
  const settles = !portDown || parts.onFailure() === "settle";
  if (!settles || whyNotKept(delivery, parts) !== undefined) return passUnjudged(error, parts);
  try {
    const { did } = await parts.keep.keepUnjudged(delivery);
    const isKept = did === "kept";
    parts.journal.failed("judging a delivery", error, isKept ? "settling" : "turned-away");
    return isKept ? acceptance(parts) : tryLater();
  } catch (worse) {
    return worse instanceof LedgerBusy ? askAgain(worse, parts) : passUnjudged(worse, parts);
  }
}

/** Overload is no failure: a flood that the disk can't follow must not open the door. */
function askAgain(error: unknown, { journal }: GatekeeperParts): Admission {
  journal.failed("keeping a delivery, more than the disk can take", error, undefined);
  return tryLater();
}

function tryLater(): Admission {
  return answer(503, "Too much at once. Please deliver again later.");
}

function passUnjudged(error: unknown, parts: GatekeeperParts): Admission {
  parts.journal.failed("judging a delivery", error, "unjudged");
  return pass;
}

function unreadable(delivery: Delivery, error: Unreadable, parts: GatekeeperParts): Admission {
  const passes = parts.mode() !== "guard";
  parts.journal.unreadable(delivery, error, passes ? "passed" : "unreadable");
  return passes ? pass : answer(400, `Not an activity: ${error.because}.`);
}

/** What the sender of a kept delivery hears. */
function acceptance({ ports }: GatekeeperParts): Admission {
  return { do: "answer", ...ports.homeServer.profile().acceptance };
}

/** The home server would say 2xx to this kind of signature and drop it: another kind arrives. */
function knockAgain(): Admission {
  return answer(401, "This server verifies draft-cavage HTTP signatures only. Please knock again.");
}

function answer(status: number, error: string): Admission {
  const body = new TextEncoder().encode(`${JSON.stringify({ error })}\n`);
  return { do: "answer", status, headers: [["Content-Type", "application/json"]], body };
}
