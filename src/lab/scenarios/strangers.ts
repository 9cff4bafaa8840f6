// Strangers for scenarios about keeping: who they are, and where what they sent stands.

import { after, type EpochMs, minute } from "../../base/units.ts";
import type { KeptSummary } from "../../model/kept.ts";
import type { Words } from "../activities.ts";
import { create } from "../activities.ts";
import { homeActor } from "../people.ts";
import type { Contact } from "../plan.ts";
import type { Stage } from "../scenario.ts";
import type { LabActor } from "../world.ts";

/** Somebody new, on a host that nobody knows, without a profile. */
export function newcomer({ clock, dice, world }: Stage, hostName: string): LabActor {
  const software = "mastodon" as const;
  const host = world.addHost({ name: hostName, software, openRegistrations: true, people: 3 });
  const username = dice.letters("abcdefghijklmnopqrstuvwxyz0123456789", 10);
  const joined = after(clock.now(), -10 * minute);
  const profile = { name: username, summary: "", avatar: false, joined, bot: false };
  return world.addActor(host, username, profile);
}

export interface Said {
  readonly text: string;
  readonly to: readonly string[];
  readonly visibility: Words["visibility"];
  readonly replyTo?: string;
  readonly truth?: Contact["truth"];
}

/** What they write now to people at home, by name. */
export function writes({ clock, world }: Stage, from: LabActor, said: Said): Contact {
  const at: EpochMs = clock.now();
  const { text, to, visibility, replyTo, truth = "spam" } = said;
  const mentions = to.map(homeActor);
  const words = { text, mentions, visibility, replyTo, language: "en", hashtags: [] };
  const activity = create(from, world.newId(from, "statuses", at), at, words);
  return { kind: "contact", at, truth, what: "note", from, activity, reaches: to, says: text };
}

export async function keptAs({ gate }: Stage, contact: Contact): Promise<KeptSummary | undefined> {
  const kept = await gate.kept();
  return kept.find(({ activityId }) => activityId === contact.activity.id);
}

/** Who was notified of it, by name. */
export function told({ home }: Stage, activity: string): string[] {
  const about = home.notifications().filter((one) => one.activity === activity);
  return about.map(({ person }) => person).sort();
}
