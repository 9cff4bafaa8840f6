// What an activity does, and to what: a post, an actor, another activity, or only an id.

import { activityNestingMax } from "../base/limits.ts";
import type { EpochMs } from "../base/units.ts";
import type { Activity, ActivityObject } from "./activity.ts";
import type { ActorId, ObjectId } from "./ids.ts";
import { actorOf } from "./parse-actor.ts";
import type { Wire } from "./parse-fields.ts";
import { firstIdOf, idOf, isWire, listOf, momentOf, textOf, typesOf } from "./parse-fields.ts";
import { addressingOf, postOf } from "./parse-post.ts";
import { isCollection, kindOf, type Shape, shapesOf } from "./parse-types.ts";

/**
 * Undefined where nobody acts. `outer` is who acts around an activity that names no actor
 * itself; `nesting` is how many activities may still stand inside it.
 */
export function activityOf(
  wire: Wire,
  outer?: ActorId,
  nesting = activityNestingMax,
): Activity | undefined {
  const actor = (firstIdOf(wire.actor) as ActorId | undefined) ?? outer;
  if (actor === undefined) return undefined;
  const inner: Inner = { actor, nesting: nesting - 1, tags: wire.tag };
  const objects: ActivityObject[] = [];
  for (const value of objectsOn(wire)) addObjects(objects, value, inner);
  const instruments: ActivityObject[] = [];
  addObjects(instruments, listOf(wire.instrument)[0], inner);
  return {
    ...kindOf(wire),
    id: idOf(wire) as ObjectId | undefined,
    actor,
    addressed: addressingOf(wire),
    published: momentOf(wire.published),
    objects,
    target: firstIdOf(wire.target),
    instrument: instruments[0],
    content: saidOf(wire),
    carries: {
      linkedDataSignature: isWire(wire.signature),
      linkedDataExpiresAt: expiryOf(wire.signature),
      integrityProof: listOf(wire.proof).some(isWire),
    },
  };
}

function expiryOf(signature: unknown): EpochMs | undefined {
  const { expires } = isWire(signature) ? (signature as { expires?: unknown }) : {};
  return momentOf(expires);
}

/** Mastodon and Misskey do what the activities in a collection say, one after another. */
function objectsOn(wire: Wire): readonly unknown[] {
  if (!isCollection(wire)) return listOf(wire.object);
  return [...listOf(wire.object), ...listOf(wire.orderedItems), ...listOf(wire.items)];
}

/** A reaction's emoji or a report's reason, which Lemmy calls a summary. */
function saidOf(wire: Wire): string | undefined {
  return textOf(wire.content) ?? textOf(wire._misskey_reaction) ?? textOf(wire.summary);
}

/** What stands around an object. `tags` are the activity's, until a post has taken them. */
interface Inner {
  readonly actor: ActorId;
  readonly nesting: number;
  tags: unknown;
}

/** All that one entry may be taken for; where it is a thing without content, that it is. */
function addObjects(objects: ActivityObject[], value: unknown, inner: Inner): void {
  const before = objects.length;
  if (isWire(value)) {
    for (const shape of shapesOf(value)) {
      const object = objectAs(shape, value, inner);
      if (object !== undefined) objects.push(object);
    }
  }
  if (objects.length > before) return;
  const named = isWire(value) && typesOf(value).length > 0;
  const object = named ? otherOf(value) : referenceTo(value);
  if (object !== undefined) objects.push(object);
}

function objectAs(shape: Shape, wire: Wire, inner: Inner): ActivityObject | undefined {
  switch (shape) {
    case "activity": {
      const { actor, nesting } = inner;
      const activity = nesting > 0 ? activityOf(wire, actor, nesting) : undefined;
      return activity && { kind: "activity", activity };
    }
    case "actor": {
      const profile = actorOf(wire);
      return profile && { kind: "actor", profile };
    }
    case "post":
      return { kind: "post", post: postOf(wire, takeTags(inner)) };
  }
}

/** Read once, with the first post: a thousand posts times a thousand tags is a second's work. */
function takeTags(inner: Inner): unknown {
  const { tags } = inner;
  inner.tags = undefined;
  return tags;
}

function referenceTo(value: unknown): ActivityObject | undefined {
  const id = idOf(value);
  return id === undefined ? undefined : { kind: "reference", id: id as ObjectId };
}

function otherOf(wire: Wire): ActivityObject {
  const id = idOf(wire) as ObjectId | undefined;
  return { kind: "other", type: typesOf(wire)[0] ?? "Object", id };
}
