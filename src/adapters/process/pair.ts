// A local person and a remote actor as one key, and back.

import type { ActorId } from "../../model/ids.ts";

/** Actor ids are URLs without spaces, so the pair can't be spelled in two ways. */
export function pairOf(person: ActorId, actor: ActorId): string {
  return `${person} ${actor}`;
}

export function personsOf(pair: string): readonly ActorId[] {
  return pair.split(" ") as ActorId[];
}
