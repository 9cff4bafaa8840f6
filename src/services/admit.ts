// What the door is told to do with a delivery at an inbox: the verdict, made safe to act on.

import { signatureKindOf } from "../engine/identity/signature-kind.ts";
import type { Policy } from "../engine/policy.ts";
import type { Arrival } from "../model/arrival.ts";
import { type Delivery, type HeaderField, headerOf } from "../model/delivery.ts";
import { localActorOf } from "../model/home.ts";
import type { UpstreamAnswer } from "../model/kept.ts";
import type { Verdict } from "../model/verdict.ts";
import type { Done, Journal } from "../ports/journal.ts";
import { LedgerDown } from "../ports/ledger.ts";
import { MemoryDown } from "../ports/memory.ts";
import type { Ports } from "../ports/ports.ts";
import { type Checked, check } from "./check.ts";
import type { Failures } from "./failures.ts";
import type { HomeServerWatch } from "./home-server.ts";
import type { Keep } from "./keep.ts";
import { keptUnjudged } from "./kept.ts";

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
  /** Never throws: whatever fails inside becomes what the operator's `on_failure` says. */
  admit(delivery: Delivery): Promise<Admission>;
  /** What the home server answered to a delivery that `admit` let pass. Never throws. */
  passedOn(delivery: Delivery, answer: UpstreamAnswer): Promise<void>;
}

export interface GatekeeperParts {
  readonly mode: () => "watch" | "guard";
  readonly onFailure: "pass" | "settle";
  readonly policy: () => Policy;
  readonly ports: Ports;
  readonly keep: Keep;
  readonly watch: HomeServerWatch;
  readonly failures: Failures;
  readonly journal: Journal;
}

const pass: Admission = { do: "pass" };

export function makeGatekeeper(parts: GatekeeperParts): Gatekeeper {
  const { ports, journal } = parts;
  return {
    async admit(delivery) {
      ports.homeServer.home(headerOf(delivery, "host"));
      if (ports.homeServer.profile().drops.has(signatureKindOf(delivery))) return knockAgain();
      try {
        const checked = await check(delivery, parts.policy(), ports);
        if (checked.ok) return await act(checked.value, parts);
        const done: Done = parts.mode() === "guard" ? "unreadable" : "passed";
        journal.unreadable(delivery, checked.error, done);
        return done === "passed" ? pass : refuseUnreadable(checked.error.because);
      } catch (error) {
        return failed(delivery, error, parts);
      }
    },

    async passedOn(delivery, answer) {
      const at = ports.clock.now();
      parts.watch.heard(answer, delivery, at);
      journal.answered(delivery.receipt, answer, at);
      try {
        await ports.memory.answered(delivery.receipt, answer, at);
      } catch (error) {
        journal.failed("remembering the home server's answer", error, undefined);
      }
    },
  };
}

async function act(checked: Checked, parts: GatekeeperParts): Promise<Admission> {
  const { arrival, verdict } = checked;
  if (arrival.sender.proven) await takeNote(arrival, parts);
  const passes = whyItPasses(checked, parts);
  if (passes !== undefined || verdict.action === "accept" || verdict.action === "flag") {
    parts.journal.judged(arrival, verdict, "passed", passes);
    stir(checked, parts);
    return pass;
  }
  await parts.keep.keep(checked);
  parts.journal.judged(arrival, verdict, doneFor(verdict), undefined);
  stir(checked, parts);
  return { do: "answer", ...parts.ports.homeServer.profile().acceptance };
}

/** What keeps us from doing what the verdict says; undefined if nothing does. */
function whyItPasses({ arrival, verdict }: Checked, parts: GatekeeperParts): string | undefined {
  if (verdict.action === "accept" || verdict.action === "flag") return undefined;
  if (parts.mode() === "watch") return "watching only";
  const { signature } = arrival.authenticity;
  const profile = parts.ports.homeServer.profile();
  if (!profile.accepts.has(signature))
    return `${profile.software} has its own word on ${signature}`;
  if (parts.watch.isDown(arrival.delivery.at)) return "the home server is down and says so itself";
  return undefined;
}

function doneFor(verdict: Verdict): Done {
  if (verdict.action === "settle") return "settling";
  return verdict.action === "reject" ? "rejected" : "held";
}

/** Every arrival may change what is known of those that settle and look like it. */
function stir({ arrival, observation }: Checked, { keep }: GatekeeperParts): void {
  const keys = observation?.arrival.reading.keys ?? [];
  if (keys.length > 0) keep.stir(keys, arrival.delivery.receipt);
}

/** What some activities tell beside their own errand. */
async function takeNote(arrival: Arrival, { keep, ports }: GatekeeperParts): Promise<void> {
  const { activity, sender, delivery } = arrival;
  if (activity.kind === "delete" || activity.kind === "undo") await keep.withdraw(arrival);
  if (activity.kind !== "accept") return;
  const home = ports.homeServer.home(headerOf(delivery, "host"));
  for (const object of activity.objects) {
    if (object.kind !== "activity" || object.activity.kind !== "follow") continue;
    const follower = localActorOf(home, object.activity.actor);
    if (follower !== undefined) await ports.memory.hint(follower, sender.actor, delivery.at);
  }
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
  const portDown = error instanceof MemoryDown || error instanceof LedgerDown;
  if (!portDown) parts.failures.note(error, delivery.receipt);
  const settles = parts.mode() === "guard" && (!portDown || parts.onFailure === "settle");
  if (!settles) return passUnjudged(error, parts);
  try {
    await parts.keep.keepUnjudged(keptUnjudged(delivery, parts.policy(), parts.ports));
    parts.journal.failed("judging a delivery", error, "settling");
    return { do: "answer", ...parts.ports.homeServer.profile().acceptance };
  } catch (worse) {
    return passUnjudged(worse, parts);
  }
}

function passUnjudged(error: unknown, parts: GatekeeperParts): Admission {
  parts.journal.failed("judging a delivery", error, "unjudged");
  return pass;
}

/** The home server would say 2xx to this kind of signature and drop it: another kind arrives. */
function knockAgain(): Admission {
  return answer(401, "This server verifies draft-cavage HTTP signatures only. Please knock again.");
}

function refuseUnreadable(because: string): Admission {
  return answer(400, `Not an activity: ${because}.`);
}

function answer(status: number, error: string): Admission {
  const body = new TextEncoder().encode(`${JSON.stringify({ error })}\n`);
  return { do: "answer", status, headers: [["Content-Type", "application/json"]], body };
}
