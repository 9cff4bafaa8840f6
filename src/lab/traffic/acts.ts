// What else an actor sends: the post's edit and end, profile changes, and moves.
// Follows, likes and boosts are in activities.ts.

import { type EpochMs, isoTime } from "../../base/units.ts";
import { everybody, type Json, type Outgoing } from "../activities.ts";
import { context, note, type Say } from "./notes.ts";
import { actorDocument, actorOn, type Profile, type RemoteActor } from "./places.ts";

/** The post that `created` brought, with other words. */
export function edited(author: RemoteActor, created: Outgoing, at: EpochMs, say: Say): Outgoing {
  const { id, published } = created["object"] as { id: string; published: string };
  const before = Date.parse(published) as EpochMs;
  const object = { ...note(author, id, before, say), updated: isoTime(at) };
  const { to, cc } = object as Json;
  const update = { id: `${id}#updates/${at}`, type: "Update", actor: author.id };
  return { "@context": context, ...update, to, cc, object };
}

/** The same person, who now presents themselves so. */
export function changed(actor: RemoteActor, profile: Partial<Profile>): RemoteActor {
  return { ...actor, profile: { ...actor.profile, ...profile } };
}

/** Tells the followers' servers how the actor presents themselves now. */
export function presented(actor: RemoteActor, at: EpochMs): Outgoing {
  const id = `${actor.id}#updates/${at}`;
  const update = { id, type: "Update", actor: actor.id, to: [everybody] };
  return { "@context": context, ...update, object: actorDocument(actor) };
}

/** The account that says it was `before` elsewhere. */
export function movedFrom(
  before: RemoteActor,
  host: RemoteActor["host"],
  joined: EpochMs,
): RemoteActor {
  const profile = { ...before.profile, joined, alsoKnownAs: [before.id] };
  return actorOn(host, before.username, profile);
}

export function move(from: RemoteActor, id: string, target: RemoteActor): Outgoing {
  const to = [`${from.id}/followers`];
  const moved = { id, type: "Move", actor: from.id, to };
  return { "@context": context, ...moved, object: from.id, target: target.id };
}

export function undo(from: RemoteActor, done: Outgoing): Outgoing {
  const { "@context": _, ...object } = done;
  return {
    "@context": context,
    id: `${done.id}/undo`,
    type: "Undo",
    actor: from.id,
    to: [everybody],
    object,
  };
}
