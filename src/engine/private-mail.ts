// Whether a delivery is for some eyes only: what a recording leaves out unless it is asked for.

import type { Activity, ActivityKind, ActivityObject } from "../model/activity.ts";
import { isPublic, visibilityOf } from "./visibility.ts";

/** What says something, by itself or by what it carries. */
const telling: ReadonlySet<ActivityKind> = new Set([
  "create",
  "update",
  "announce",
  "add",
  "quote-request",
  "other",
]);

/**
 * A post for followers or for the addressed alone, anywhere in it; a report to moderators. Where
 * a kind of object is not known, its addressing decides.
 */
export function isPrivateMail(activity: Activity): boolean {
  if (activity.kind === "flag") return true;
  const { instrument } = activity;
  const carried = instrument === undefined ? activity.objects : [...activity.objects, instrument];
  if (carried.some((object) => isPrivate(object, activity))) return true;
  if (carried.some(({ kind }) => kind === "post" || kind === "activity" || kind === "actor"))
    return false;
  return telling.has(activity.kind) && !isForEverybody(activity);
}

function isPrivate(object: ActivityObject, around: Activity): boolean {
  switch (object.kind) {
    case "post": {
      const visibility = visibilityOf(around, [object.post]);
      return visibility !== "public" && visibility !== "unlisted";
    }
    case "activity":
      return isPrivateMail(object.activity);
    case "reference":
    case "actor":
    case "other":
      return false;
  }
}

function isForEverybody({ addressed }: Activity): boolean {
  const { to, cc, audience } = addressed;
  return [...to, ...cc, ...audience].some(isPublic);
}
