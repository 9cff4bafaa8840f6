// A desk with something on it: the real house in the lab, and mail that came by the gate's socket
// until a moment at which somebody sits down before it.

import { after, day, type EpochMs, epochMs, second } from "../../base/units.ts";
import type { Role } from "../../model/desk.ts";
import { linkExpiresAt, makeEntryToken } from "../../services/entry-tokens.ts";
import { openStore } from "../../wire/store.ts";
import { dice } from "../dice.ts";
import { type Lab, openLab, play } from "../lab.ts";
import { type Cast, castOf, oldTies } from "../people.ts";
import { inOrder, type Planned } from "../plan.ts";

export interface DeskStage extends Lab {
  readonly cast: Cast;
  /** Where a browser finds the desk. */
  readonly origin: string;
  /** What `breakwater desk link` prints: it lets in once, within a quarter of an hour. */
  link(who: string, role: Role): Promise<string>;
}

/** What came before somebody sits down. */
export interface Scene {
  /** Days that the gate has been there. */
  readonly days: number;
  /** All mail between these moments. Ties are made before. */
  mail(cast: Cast, from: EpochMs, until: EpochMs): readonly Planned[];
}

export interface StageOptions {
  readonly scene: Scene;
  readonly seed?: string;
  /** When somebody sits down: usually the same Saturday evening every time. */
  readonly now?: EpochMs;
  readonly settings?: Readonly<Record<string, string>>;
}

const saturdayEvening: EpochMs = epochMs(Date.UTC(2026, 1, 14, 20, 30));

/** Plays the scene as fast as it goes. Time then stands still until it is moved. */
export async function openDeskStage(options: StageOptions): Promise<DeskStage> {
  const { scene, seed = "desk", now = saturdayEvening, settings = {} } = options;
  const start = after(now, -scene.days * day);
  const open = { "desk.enabled": "true", "desk.listen": "127.0.0.1:0" };
  const lab = await openLab({ seed, start, settings: { ...open, ...settings } });
  try {
    const cast = castOf(lab.world, dice(seed), start);
    await play(lab, inOrder([...oldTies(cast, start), ...inBeats(scene.mail(cast, start, now))]));
    await lab.passTo(now);
    return { ...lab, cast, ...deskOf(lab) };
  } catch (error) {
    await lab.stop();
    throw error;
  }
}

/** Each move of the clock wakes the whole house; nobody at a desk sees so short a time. */
const beatMs = 20 * second;

function inBeats(mail: readonly Planned[]): Planned[] {
  return mail.map((one) => ({ ...one, at: epochMs(Math.ceil(one.at / beatMs) * beatMs) }));
}

function deskOf({ gate, clock }: Lab): Pick<DeskStage, "origin" | "link"> {
  if (gate.deskPort === undefined) throw new Error("no desk: its port is taken; name another");
  const origin = `http://127.0.0.1:${gate.deskPort}`;
  return {
    origin,
    async link(who, role) {
      const hand = { by: "lab", at: clock.now(), through: "command" } as const;
      const lasting = { once: true, expiresAt: linkExpiresAt(clock.now()) };
      const { ownRecords, close } = await openStore(gate.state);
      const token = await makeEntryToken(ownRecords, { who, role }, lasting, hand);
      await close();
      return `${origin}/sign-in?token=${token}`;
    },
  };
}
