// Where the first version of a post is among the contacts, so that an edit can be seen beside it.

import { hash32 } from "../../base/prng.ts";
import { broughtBy, wordsKept } from "../../engine/views/edit.ts";
import type { Arrival } from "../../model/arrival.ts";
import type { Edit } from "../../model/edit.ts";
import { type ActorId, hostOf, type ObjectId } from "../../model/ids.ts";
import type { Likeness } from "../../model/likeness.ts";
import { BoundedMap } from "./bounded-map.ts";
import type { WholeMember } from "./members.ts";

/**
 * By sender and post, only where the post stands on its sender's own host. Gone with the process:
 * of an edit across a restart nothing is known, and unknown is no evidence. An entry may outlive
 * its contact; then it leads to nothing.
 */
export class FirstVersions {
  readonly #marks: BoundedMap<number>;

  constructor(max: number) {
    this.#marks = new BoundedMap(max);
  }

  /** The mark of what first came under this post's id; 0, which no mark has, if nothing did. */
  of(arrival: Arrival): number {
    const key = keyOf(arrival);
    return (key === undefined ? undefined : this.#marks.get(key)) ?? 0;
  }

  note(arrival: Arrival, mark: number): void {
    const key = keyOf(arrival);
    if (key !== undefined && !this.#marks.has(key)) this.#marks.set(key, mark);
  }
}

/** An edit beside what came first, as it is kept; of no edit, and of what was refused, nothing. */
export function editIn(
  arrival: Arrival,
  likeness: Likeness,
  unasked: readonly ActorId[],
  first: WholeMember | undefined,
): Edit | undefined {
  const { activity, delivery, sender } = arrival;
  if (activity.kind !== "update" || first === undefined || !sender.proven) return undefined;
  const { mark, actor, recipients } = first.use;
  if (actor !== sender.actor || first.receipt === delivery.receipt) return undefined;
  return {
    afterMs: Math.max(0, delivery.at - mark.at),
    wordsKept: wordsKept(likeness.sketch, first.trace.sketch),
    brings: broughtBy(likeness, first.trace),
    newPeople: unasked.filter((one) => !recipients.includes(one)).length,
  };
}

/** 64 bits a post: who finds two of its own with one key has its own posts compared. */
function keyOf({ activity, sender }: Arrival): string | undefined {
  const [object] = activity.objects;
  const id = object?.kind === "post" ? object.post.id : undefined;
  if (id === undefined || hostOf(id) !== sender.host) return undefined;
  return shortened(sender.actor, id);
}

function shortened(actor: ActorId, post: ObjectId): string {
  return `${hash32(actor).toString(36)} ${hash32(post).toString(36)}`;
}
