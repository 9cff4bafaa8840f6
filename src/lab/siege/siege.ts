// A siege: an attacker that adapts, a calm background, and any filter between them and the
// people of a home server. Virtual time; the same seed and filter, the same siege.

import { after, day, type EpochMs, epochMs, hour, minute } from "../../base/units.ts";
import type { Dice } from "../dice.ts";
import { dice as diceOf } from "../dice.ts";
import type { Fate, Filter } from "../filter.ts";
import { inOrder } from "../plan.ts";
import { hamOf, neighbourhood, somePicture } from "../traffic/ham.ts";
import { headerOf, home, person } from "../traffic/home.ts";
import { type LabelLine, type LogLine, lineOf, type Truth } from "../traffic/lines.ts";
import { type Scene, scribeOf } from "../traffic/scribe.ts";
import { type Contact, type Crew, groupOf, type Salvo, sockNames } from "./contact.ts";
import { type Entry, type Operator, operatorOf } from "./operator.ts";
import { themes } from "./pitches.ts";
import { openPurse } from "./prices.ts";
import type { Program } from "./programs.ts";
import { recruitsOf } from "./recruits.ts";
import { reportOf, type SiegeReport } from "./tally.ts";
import { speakerOf } from "./words.ts";

export interface SiegePlan {
  readonly seed: string;
  readonly filter: Filter;
  readonly program: Program;
  readonly start: EpochMs;
  readonly days: number;
  /** Attack deliveries, at most (the last post may be a few over). */
  readonly deliveriesMax: number;
  readonly hamPerDay: number;
  /** Whether what people of the home server do is told to the filter. */
  readonly localActs: boolean;
  /** Hears what each delivery is, before the filter meets it. */
  readonly truthOf?: (truth: Truth) => void;
}

export const usualSiege = {
  start: Date.UTC(2026, 4, 4) as EpochMs,
  days: 8,
  deliveriesMax: 2_000,
  hamPerDay: 260,
  localActs: true,
};

/** What became of a contact, to its attacker and to us. */
export interface Landed {
  /** Of its deliveries, those that are in. */
  count: number;
  recalled: boolean;
}

/** Everything that is known at the end. */
export interface Course {
  readonly filter: string;
  readonly program: Program["name"];
  readonly books: readonly Entry[];
  /** Units, all in all. */
  readonly paid: number;
  readonly landed: ReadonlyMap<Contact, Landed>;
  readonly ham: readonly { readonly truth: Truth; readonly at: EpochMs }[];
  readonly fates: ReadonlyMap<string, Fate>;
}

export async function laySiege(plan: SiegePlan): Promise<SiegeReport> {
  const { seed, start, days, hamPerDay: deliveriesPerDay, localActs, filter } = plan;
  const ham = inOrder(hamOf({ seed, start, days, deliveriesPerDay, localActs }));
  const dice = diceOf(`${seed}/siege`);
  const operator = attackerOf(plan, dice);
  const run = runOf(plan, operator, dice);
  await run.tell(headerOf(home, start));
  let next = 0;
  for (;;) {
    const scene = ham[next];
    const turn = earliest(scene?.at, run.pendingAt(), operator.nextAt);
    if (turn === undefined) break;
    if (turn === "ham" && scene !== undefined) {
      next += 1;
      await run.play(scene, undefined);
    } else if (turn === "pending") await run.playPending();
    else run.schedule(operator.act(operator.nextAt ?? start));
  }
  run.settle(await filter.finish());
  return reportOf(run.course());
}

/** Whose turn it is: the background's, what was planned before, or the attacker's. */
function earliest(
  ham: EpochMs | undefined,
  pending: EpochMs | undefined,
  operator: EpochMs | undefined,
): "ham" | "pending" | "operator" | undefined {
  const turns = [
    { who: "pending", at: pending },
    { who: "ham", at: ham },
    { who: "operator", at: operator },
  ] as const;
  const open = turns.flatMap(({ who, at }) => (at === undefined ? [] : [{ who, at }]));
  return open.sort((a, b) => a.at - b.at)[0]?.who;
}

function attackerOf(plan: SiegePlan, dice: Dice): Operator {
  const { seed, start, days, deliveriesMax, program } = plan;
  const purse = openPurse();
  const near = neighbourhood(seed, start);
  const campaign = { seed, theme: dice.pick(themes), language: "en" };
  const group = groupOf(dice, start);
  const crew: Crew = {
    dice,
    near,
    purse,
    group,
    recruits: recruitsOf(dice, near, purse),
    speaker: speakerOf(campaign, dice, purse),
    socks: sockNames,
    blurhash: somePicture(dice, group).blurhash,
    probing: 0.3,
  };
  // It comes when the background has been going for a while.
  const limits = { until: after(start, days * day), deliveriesMax };
  return operatorOf(crew, program, after(start, 8 * hour), limits);
}

type Pending =
  | { readonly at: EpochMs; readonly scene: Scene; readonly contact: Contact | undefined }
  | { readonly at: EpochMs; readonly label: LabelLine };

interface Run {
  tell(line: LogLine): Promise<void>;
  play(scene: Scene, contact: Contact | undefined): Promise<void>;
  schedule(salvo: Salvo | undefined): void;
  pendingAt(): EpochMs | undefined;
  playPending(): Promise<void>;
  settle(fates: readonly Fate[]): void;
  course(): Course;
}

function runOf(plan: SiegePlan, operator: Operator, dice: Dice): Run {
  const scribe = scribeOf(home);
  const pending: Pending[] = [];
  const contacts = new Map<string, Contact>();
  const landed = new Map<Contact, Landed>();
  const ham: { truth: Truth; at: EpochMs }[] = [];
  const fates = new Map<string, Fate>();
  let now = plan.start;
  const schedule = (one: Pending): void => {
    // A fate may be told late, and what follows from it can't come before now.
    pending.push({ ...one, at: epochMs(Math.max(one.at, now)) });
    pending.sort((a, b) => a.at - b.at);
  };
  const rulings = rulingsOf(operator, dice, (label) => schedule({ at: label.at, label }));

  const settle = (settled: readonly Fate[]): void => {
    for (const fate of settled) {
      fates.set(fate.delivery, fate);
      const contact = contacts.get(fate.delivery);
      if (contact !== undefined) landing(landed, contact, fate, operator, rulings);
    }
  };
  const tell = async (line: LogLine): Promise<void> => {
    now = line.at;
    settle(await plan.filter.feed(lineOf(line)));
  };
  const play = async (scene: Scene, contact: Contact | undefined): Promise<void> => {
    if (scene.kind === "aside" && scene.line.type === "local" && !plan.localActs) return;
    const { lines, truth } = scribe.write(scene);
    if (truth !== undefined) plan.truthOf?.(truth);
    if (truth?.truth === "ham") {
      ham.push({ truth, at: scene.at });
      rulings.ham(truth, scene.at);
    }
    if (truth !== undefined && contact !== undefined) contacts.set(truth.delivery, contact);
    for (const line of lines) await tell(line);
  };
  return {
    tell,
    play,
    settle,
    schedule: (salvo) => {
      for (const { scene, contact } of salvo?.scenes ?? []) {
        schedule({ at: scene.at, scene, contact });
      }
    },
    pendingAt: () => pending[0]?.at,
    playPending: async () => {
      const one = pending.shift();
      if (one === undefined) return;
      if ("label" in one) await tell({ ...one.label, at: one.at });
      else await play(one.scene, one.contact);
    },
    course: () => ({
      filter: plan.filter.name,
      program: plan.program.name,
      books: operator.books,
      paid: operator.paid,
      landed,
      ham,
      fates,
    }),
  };
}

/** What the attacker sees: its own accounts' notifications, and refusals in the open. */
function landing(
  landed: Map<Contact, Landed>,
  contact: Contact,
  fate: Fate,
  operator: Operator,
  rulings: Rulings,
): void {
  const now = landed.get(contact) ?? { count: 0, recalled: false };
  landed.set(contact, now);
  if (fate.outcome === "rejected") operator.refused();
  if (fate.outcome === "recalled") now.recalled = true;
  if (fate.outcome !== "delivered") return;
  now.count += 1;
  if (now.count !== contact.needs) return;
  if (contact.probes.length > 0) operator.received(contact);
  rulings.spam(contact, fate);
}

interface Rulings {
  ham(truth: Truth, at: EpochMs): void;
  spam(contact: Contact, fate: Fate): void;
}

/** One of eight payloads that reach people is ruled spam, later; one of forty hams is ruled ham. */
function rulingsOf(operator: Operator, dice: Dice, rule: (label: LabelLine) => void): Rulings {
  const by = "moderator";
  const label = (delivery: string, at: EpochMs, what: "spam" | "ham", who = by): void =>
    rule({ type: "label", at, delivery, label: what, by: who });
  return {
    ham: ({ delivery, recipients }, at) => {
      if (recipients > 0 && dice.chance(0.025)) label(delivery, after(at, hour), "ham");
    },
    spam: ({ people, probes, isPayload }, { delivery, at }) => {
      const later = after(at, dice.int(20, 180) * minute);
      if (people.length > 0 && isPayload && dice.chance(0.125)) label(delivery, later, "spam");
      const [sock] = probes;
      if (sock === undefined || !operator.lies) return;
      label(delivery, after(at, dice.int(1, 9) * minute), "ham", person(home, sock).id);
    },
  };
}
