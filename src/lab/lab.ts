// The lab whole: a world, a home server, the real gate between them, and a clock that
// is moved. The demonstration and the scenarios run in it.

import { after, type EpochMs, epochMs, second } from "../base/units.ts";
import type { Journal } from "../ports/journal.ts";
import { type LabGate, openGate } from "./gate.ts";
import { type LabClock, labClock } from "./lab-clock.ts";
import { type LabHome, startHome } from "./lab-home.ts";
import { homeHost, homePeople } from "./people.ts";
import type { Contact, Planned } from "./plan.ts";
import { type Report, reportOn } from "./report.ts";
import { type Heard, startWorld, type World } from "./world.ts";

export interface Lab {
  readonly clock: LabClock;
  readonly world: World;
  readonly home: LabHome;
  readonly gate: LabGate;
  /** Lets time go by up to `at`, stopping at every moment at which something kept is due. */
  passTo(at: EpochMs): Promise<void>;
  /** The same for so many milliseconds. */
  pass(ms: number): Promise<void>;
  /** Sends a contact now, to the shared inbox behind the gate. */
  send(contact: Contact): Promise<Heard>;
  /** What became of everything sent since then. */
  report(since: EpochMs): Promise<Report>;
  stop(): Promise<void>;
}

export interface LabOptions {
  readonly seed: string;
  readonly start: EpochMs;
  readonly journal?: Journal;
  /** Of the gate's configuration, beside the lab's own; as flags. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A name of the gate's own, beside the home server's: for settings with a `public_url`. */
export const gateHost = "gate.example";

export async function openLab({ seed, start, journal, settings = {} }: LabOptions): Promise<Lab> {
  const clock = labClock(start);
  const world = await startWorld(clock);
  const home = await startHome({ host: homeHost, people: homePeople, clock, look: world.look });
  const gate = await openGate({ seed, clock, world, home, journal, settings });
  world.locate(gateHost, gate.port);
  world.locate(homeHost, gate.port);
  const sent: Contact[] = [];
  const passTo = (at: EpochMs): Promise<void> => passTime(clock, gate, at);
  return {
    clock,
    world,
    home,
    gate,
    passTo,
    pass: (ms) => passTo(after(clock.now(), ms)),
    send: (contact) => {
      sent.push(contact);
      return world.send(contact.from, contact.activity, `http://${homeHost}/inbox`);
    },
    report: async (since) => {
      const counted = sent.filter(({ at }) => at >= since);
      return reportOn(counted, home.notifications(), await gate.kept());
    },
    stop: async () => {
      try {
        await gate.stop();
      } finally {
        await Promise.all([world.stop(), home.stop()]);
      }
    },
  };
}

/** What is overdue is given its second, in which the gate looks after it. */
async function passTime(clock: LabClock, gate: LabGate, until: EpochMs): Promise<void> {
  for (;;) {
    const due = await gate.nextDueAt();
    if (due === undefined) break;
    const next = epochMs(due > clock.now() ? due : clock.now() + second);
    if (next > until) break;
    await clock.moveTo(next);
  }
  await clock.moveTo(until);
}

export interface Performance {
  /** Waited for before each step; the show keeps its pace with it. */
  readonly before?: ((at: EpochMs) => Promise<void>) | undefined;
  readonly signal?: AbortSignal;
}

/** Plays a plan in its order, one step after the other. Stops early when told to. */
export async function play(
  lab: Lab,
  plan: readonly Planned[],
  { before, signal }: Performance = {},
): Promise<void> {
  for (const step of plan) {
    await before?.(step.at);
    if (signal?.aborted) return;
    await lab.passTo(step.at);
    if (step.kind === "deed") await lab.gate.notice(step.act);
    else await lab.send(step);
  }
}
