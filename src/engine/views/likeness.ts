// All views of one contact, in one list.

import { hash32 } from "../../base/prng.ts";
import type { EpochMs } from "../../base/units.ts";
import type { ActorProfile } from "../../model/activity.ts";
import type { ReadArrival } from "../../model/arrival.ts";
import type { Likeness, Trait, ViewName } from "../../model/likeness.ts";
import type { Fact } from "../../model/observation.ts";
import { handleTraits, recipientTraits } from "./addressed.ts";
import { linkTraits } from "./link.ts";
import { mediaTraits } from "./media.ts";
import { profileTraits } from "./profile.ts";
import { shapeTraits } from "./shape.ts";
import { sketchOf } from "./sketch.ts";

/** Content of a view, before it becomes a key; `usual` as in `Trait`. */
export interface Sight {
  readonly view: ViewName;
  readonly content: string;
  readonly usual: number;
}

export function likenessOf(
  arrival: ReadArrival,
  profile: Fact<ActorProfile>,
  at: EpochMs,
): Likeness {
  const { reading, sender } = arrival;
  const sights: Sight[] = [
    ...linkTraits(reading),
    ...mediaTraits(reading),
    ...handleTraits(arrival),
    ...recipientTraits(arrival),
    ...(profile.known ? profileTraits(profile.value, at) : []),
    ...shapeTraits(arrival),
    { view: "host", content: sender.domain, usual: 0.02 },
  ];
  return {
    sketch: sketchOf(reading.comparable),
    traits: distinct(sights),
  };
}

function distinct(sights: readonly Sight[]): readonly Trait[] {
  const traits = new Map<number, Trait>();
  for (const { view, content, usual } of sights) {
    const key = hash32(`${view}:${content}`);
    traits.set(key, { view, key, usual });
  }
  return [...traits.values()];
}
