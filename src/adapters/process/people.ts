// Our own people, each until when their word counts.

import type { EpochMs } from "../../base/units.ts";
import type { ActorId } from "../../model/ids.ts";
import { peoplePerActorMax } from "./memory-bounds.ts";

export type People = Map<ActorId, EpochMs>;

/** Sets or clears until when somebody counts; of too many the one noted longest ago goes. */
export function counting(
  people: People | undefined,
  person: ActorId,
  until: EpochMs | undefined,
): People | undefined {
  if (until === undefined) people?.delete(person);
  else return put(people ?? new Map(), person, until, peoplePerActorMax);
  return people;
}

export function put(people: People, person: ActorId, until: EpochMs, max: number): People {
  people.delete(person);
  people.set(person, until);
  const [oldest] = people.keys();
  if (people.size > max && oldest !== undefined) people.delete(oldest);
  return people;
}

export function peopleUntil(people: People, at: EpochMs): readonly ActorId[] {
  return [...people].filter(([, until]) => until > at).map(([person]) => person);
}

export function countUntil(people: People | undefined, at: EpochMs): number {
  let count = 0;
  if (people === undefined) return count;
  for (const until of people.values()) if (until > at) count++;
  return count;
}
