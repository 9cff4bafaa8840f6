// What a profile shows of the person behind it: asked by two signals, so answered once.

import type { ActorProfile } from "../../model/activity.ts";

export interface Shown {
  /** A display name that is more than the handle again. */
  readonly name: boolean;
  readonly picture: boolean;
  readonly bio: boolean;
}

export function shownOf(profile: ActorProfile): Shown {
  const { name, username, icon, summary, fields } = profile;
  const called = name?.trim() ?? "";
  const bio = (summary ?? "").replace(/<[^>]*>/g, "").trim() !== "" || fields.length > 0;
  return { name: called !== "" && called !== username, picture: icon !== undefined, bio };
}
