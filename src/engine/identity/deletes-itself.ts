// An actor that ends: its Delete names itself.

import type { Activity } from "../../model/activity.ts";

/** Its document is gone by the time we hear of it. */
export function deletesItself({ kind, actor, objects }: Activity): boolean {
  const [object, ...others] = objects;
  if (kind !== "delete" || object === undefined || others.length > 0) return false;
  if (object.kind === "actor") return object.profile.id === actor;
  const isNamed = object.kind === "reference" || object.kind === "other";
  return isNamed && object.id === (actor as string);
}
