// An actor that says it is no more, or is suspended: its host speaks in its name.

import type { Arrival } from "../../model/arrival.ts";
import { deletesItself } from "./deletes-itself.ts";

/** A deleted post says nothing: people write anew what they have mistyped. */
export function endOf({ sender, activity }: Arrival): "deleted" | "suspended" | undefined {
  const { kind, actor, objects } = activity;
  if (kind !== "delete" && kind !== "update") return undefined;
  if (!sender.proven || actor !== sender.actor) return undefined;
  if (deletesItself(activity)) return "deleted";
  const [object] = objects;
  const suspends =
    kind === "update" &&
    object?.kind === "actor" &&
    object.profile.suspended &&
    object.profile.id === sender.actor;
  return suspends ? "suspended" : undefined;
}
