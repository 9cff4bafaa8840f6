// What was changed of weights and the hold threshold since the gate was configured, by whom, and
// the way back. It lies in the ledger as orders do: a running gate follows within a second, and it
// stands over restarts.

import { z } from "zod";
import { epochMs } from "../base/units.ts";
import { proposedSettings, whyUnlawful } from "../engine/calibrate/proposed.ts";
import type { PolicySettings } from "../engine/policy.ts";
import type { Proposal } from "../model/proposal.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Config, LoadedConfig } from "./config.ts";
import { digestOf } from "./config-policy.ts";
import { ownValue } from "./own-value.ts";

type Settings = Pick<Ledger, "setting" | "putSetting">;

/** What is written down of a proposal: the refit's own value has the same. */
export const proposalShape = z.object({
  weights: z.record(z.string(), z.number()),
  holdAt: z
    .number()
    .optional()
    .transform((one) => one),
  at: z.number().transform(epochMs),
  because: z.array(z.string()).readonly(),
});

const changeShape = z.object({
  did: z.enum(["applied", "rolled back", "alarm"]),
  by: z.string(),
  at: z.number().transform(epochMs),
  /** Why, in a sentence. */
  because: z.string(),
});

/** Something that happened to what is in force. */
export type Change = Readonly<z.infer<typeof changeShape>>;

const standingShape = z.object({
  proposal: proposalShape,
  /** The settings that it was made for, by their digest: with others it is not in force. */
  base: z.string(),
  by: z.string(),
  at: z.number().transform(epochMs),
});

/** A proposal that somebody applied. */
export type Applied = Readonly<z.infer<typeof standingShape>>;

const tuningShape = z.object({
  /** The last of them is in force; before it, what a roll-back leads to. */
  stack: z.array(standingShape).readonly(),
  /** Oldest first. */
  history: z.array(changeShape).readonly(),
});

export type Tuning = Readonly<z.infer<typeof tuningShape>>;

const tuning = ownValue("tuning", tuningShape);

/** Of each, chosen by us: a season of nightly changes. */
const kept = 100;

/** Throws LedgerDown. */
export async function tuningIn(ledger: Pick<Ledger, "setting">): Promise<Tuning> {
  return (await tuning.read(ledger)) ?? { stack: [], history: [] };
}

/** Who does it, and when. */
interface Hand {
  readonly by: string;
  readonly at: Applied["at"];
}

/** Throws LedgerDown. */
export async function apply(
  ledger: Settings,
  proposal: Proposal,
  settings: PolicySettings,
  { by, at }: Hand,
): Promise<void> {
  const { stack, history } = await tuningIn(ledger);
  const one = { proposal: { ...proposal }, base: baseOf(settings), by, at };
  const change = { did: "applied", by, at, because: proposal.because.join(" ") } as const;
  await write(ledger, { stack: [...stack, one], history: [...history, change] });
}

/** Answers what is in force then; undefined: as configured. False: there was nothing to undo. */
export async function rollBack(
  ledger: Settings,
  { by, at }: Hand,
): Promise<Applied | undefined | false> {
  const { stack, history } = await tuningIn(ledger);
  const undone = stack.at(-1);
  if (undone === undefined) return false;
  const because = `what ${undone.by} applied`;
  const rest = stack.slice(0, -1);
  await write(ledger, {
    stack: rest,
    history: [...history, { did: "rolled back", by, at, because }],
  });
  return rest.at(-1);
}

/** All that was applied is out of force: the mail is no longer what it was made for. */
export async function sound(ledger: Settings, because: string, { by, at }: Hand): Promise<void> {
  const { history } = await tuningIn(ledger);
  await write(ledger, { stack: [], history: [...history, { did: "alarm", by, at, because }] });
}

async function write(ledger: Settings, { stack, history }: Tuning): Promise<void> {
  await tuning.write(ledger, { stack: stack.slice(-kept), history: history.slice(-kept) });
}

/** Names the settings that a proposal is made for. */
export function baseOf(settings: PolicySettings): string {
  return digestOf(settings, "");
}

/** What is in force of what was applied, and why it is not. */
export type TunedStanding =
  | { readonly kind: "none" }
  | { readonly kind: "in force"; readonly applied: Applied }
  | { readonly kind: "out of force"; readonly applied: Applied; readonly because: string };

export function standingOf({ stack }: Tuning, { policy, tune }: Tuned): TunedStanding {
  const applied = stack.at(-1);
  if (applied === undefined) return { kind: "none" };
  const because = whyNot(applied, policy, tune);
  return because === undefined
    ? { kind: "in force", applied }
    : { kind: "out of force", applied, because };
}

type Tuned = Pick<Config, "policy" | "tune">;

function whyNot(
  { proposal, base }: Applied,
  settings: PolicySettings,
  tune: Config["tune"],
): string | undefined {
  if (tune === "off") return "tune is off";
  if (base !== baseOf(settings)) return "it was made for other settings";
  return whyUnlawful(settings, proposal);
}

/** The settings that count: as configured, with what was applied. */
export function settingsInForce(config: Tuned, now: Tuning): PolicySettings {
  const standing = standingOf(now, config);
  if (standing.kind !== "in force") return config.policy;
  return proposedSettings(config.policy, standing.applied.proposal);
}

/** A configuration with the settings that count. Throws LedgerDown. */
export async function configInForce<C extends Tuned>(
  config: C,
  ledger: Pick<Ledger, "setting">,
): Promise<C> {
  return { ...config, policy: settingsInForce(config, await tuningIn(ledger)) };
}

/** Settings as they stand, what was tuned in the place of what is configured. */
export function shownInForce({ config, shown }: LoadedConfig, now: Tuning): LoadedConfig["shown"] {
  const standing = standingOf(now, config);
  if (standing.kind !== "in force") return shown;
  const { by, at, proposal } = standing.applied;
  const tuned = new Map(
    Object.entries(proposal.weights).map(([symbol, one]) => [`signals.${symbol}.decibans`, one]),
  );
  if (proposal.holdAt !== undefined) tuned.set("hold_at", proposal.holdAt);
  return shown.map((one) => {
    const value = tuned.get(one.name);
    return value === undefined ? one : { ...one, value, source: { kind: "tuned", by, at } };
  });
}
