// What a profile shows of the person behind it: signals, views and moderators are told the same.

import type { ActorProfile } from "../model/activity.ts";

export interface Shown {
  /** A display name that is more than the handle again. */
  readonly name: boolean;
  readonly picture: boolean;
  readonly bio: boolean;
}

export function shownOf(profile: ActorProfile): Shown {
  const { name, username, icon, fields } = profile;
  const called = name?.trim() ?? "";
  const bio = bioOf(profile).trim() !== "" || fields.length > 0;
  return { name: called !== "" && called !== username, picture: icon !== undefined, bio };
}

/** Without its tags. Of a run of `<` each is looked at once: a tag has no second one in it. */
export function bioOf({ summary }: ActorProfile): string {
  return (summary ?? "").replace(/<[^<>]*>/g, " ");
}
