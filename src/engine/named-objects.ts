// Which posts and activities an activity names: what order and withdrawal go by.

import type { Activity, ActivityObject } from "../model/activity.ts";
import type { ObjectId } from "../model/ids.ts";

/** The post, activity or actor that it is done to. */
export function objectIdOf({ objects }: Activity): ObjectId | undefined {
  return objects.flatMap(idsOf)[0];
}

/** Everything that it is done to, in order. */
export function namedIds({ objects }: Activity): readonly ObjectId[] {
  return objects.flatMap(idsOf);
}

/** More names in one Delete or Undo than any server sends; the rest is not looked for. */
const withdrawnMax = 16;

/** The ids under which a Delete or Undo ends what was sent before it. */
export function withdrawnIds({ kind, objects }: Activity): readonly ObjectId[] {
  const named = objects.slice(0, withdrawnMax);
  if (kind === "delete") return named.flatMap(idsOf);
  return kind === "undo" ? named.flatMap(undoneIds).slice(0, withdrawnMax) : [];
}

function undoneIds(object: ActivityObject): readonly ObjectId[] {
  if (object.kind !== "activity") return idsOf(object);
  const { id, objects } = object.activity;
  return id === undefined ? objects.flatMap(idsOf) : [id];
}

function idsOf(object: ActivityObject): readonly ObjectId[] {
  const id = idOf(object);
  return id === undefined ? [] : [id];
}

/** Its own id, whatever it is. */
export function idOf(object: ActivityObject): ObjectId | undefined {
  switch (object.kind) {
    case "reference":
    case "other":
      return object.id;
    case "post":
      return object.post.id;
    case "actor":
      return String(object.profile.id) as ObjectId;
    case "activity":
      return object.activity.id;
  }
}
