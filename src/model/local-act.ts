// What one of our own people did that concerns a remote actor: the only source of ties.

import type { EpochMs } from "../base/units.ts";
import type { ActorId } from "./ids.ts";

export const localActions = [
  "follow",
  "unfollow",
  "reply",
  "mention",
  "like",
  "boost",
  "block",
  "unblock",
  "mute",
  "unmute",
  "report",
] as const;

export interface LocalAct {
  readonly at: EpochMs;
  readonly action: (typeof localActions)[number];
  readonly by: ActorId;
  readonly actor: ActorId;
}
