// A plan: who does what at which moment, drawn before anything is sent, so that a
// seed decides the traffic and nothing that happens on the way can change it.

import type { EpochMs } from "../base/units.ts";
import type { LocalAct } from "../model/local-act.ts";
import type { Outgoing } from "./activities.ts";
import type { LabActor } from "./world.ts";

/** One delivery that a remote actor will send. */
export interface Contact {
  readonly kind: "contact";
  readonly at: EpochMs;
  /** What the lab knows and the gate does not. */
  readonly truth: "ordinary" | "spam";
  /** In a word or two, for a person who watches. */
  readonly what: string;
  readonly from: LabActor;
  readonly activity: Outgoing;
  /** Names of the local people it is to notify. */
  readonly reaches: readonly string[];
  /** What it says, as a person would read it; empty for what has no words. */
  readonly says: string;
}

/** Something that one of our own people does. */
export interface Deed {
  readonly kind: "deed";
  readonly at: EpochMs;
  readonly act: LocalAct;
}

export type Planned = Contact | Deed;

export function inOrder<P extends { readonly at: EpochMs }>(plan: readonly P[]): P[] {
  return [...plan].sort((a, b) => a.at - b.at);
}
