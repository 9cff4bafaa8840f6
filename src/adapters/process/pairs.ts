// One of our people and a remote actor, as one key. Their ids are URLs without spaces, so that a
// pair can't be spelled in two ways.

import type { ActorId } from "../../model/ids.ts";

export function pairOf(person: ActorId, actor: ActorId): string {
  return `${person} ${actor}`;
}

export function personsOf(pair: string): readonly ActorId[] {
  return pair.split(" ") as ActorId[];
}
