// All views of one contact, in one list.

import { hash32 } from "../../base/prng.ts";
import type { EpochMs } from "../../base/units.ts";
import type { ActorProfile } from "../../model/activity.ts";
import type { ReadArrival } from "../../model/arrival.ts";
import { hostOf } from "../../model/ids.ts";
import type { Likeness, Trait } from "../../model/likeness.ts";
import type { Fact } from "../../model/observation.ts";
import { isSilent } from "../silent.ts";
import { handleTraits, recipientTraits, wordsOf } from "./addressed.ts";
import { type Face, faceOf, faceSketch } from "./face.ts";
import { linkTraits } from "./link.ts";
import { mediaTraits } from "./media.ts";
import { payloadTraits } from "./payload.ts";
import { profileTraits } from "./profile.ts";
import { shapeTraits } from "./shape.ts";
import type { Sight } from "./sight.ts";
import { sketchOf } from "./sketch.ts";

/**
 * What a contact says and shows, and how its sender presents itself. Who only follows, likes or
 * boosts says nothing, and whom it reaches says nothing of it: everybody follows whom all follow.
 * There the words of its profile are what is compared.
 */
export function likenessOf(
  arrival: ReadArrival,
  profile: Fact<ActorProfile>,
  at: EpochMs,
): Likeness {
  const { activity, reading, sender } = arrival;
  const face = profile.known ? faceOf(profile.value, sender.domain) : unseen;
  const silent = isSilent(activity, reading);
  const sights: Sight[] = [
    ...(silent ? [] : said(arrival)),
    ...(profile.known ? profileTraits(profile.value, at) : []),
    ...face.sights,
    { view: "host", content: sender.domain, usual: 0.02 },
  ];
  return {
    sketch: silent ? faceSketch(face) : sketchOf(wordsOf(arrival)),
    traits: distinct(sights),
  };
}

const unseen: Face = { words: "", sights: [] };

function said(arrival: ReadArrival): readonly Sight[] {
  const { reading } = arrival;
  return [
    ...linkTraits(reading),
    ...mediaTraits(reading),
    ...payloadTraits(reading),
    ...handleTraits(arrival),
    ...recipientTraits(arrival),
    ...shapeTraits(arrival),
    ...postTraits(arrival),
  ];
}

/** Only where the post stands on its sender's own host; of each sender its own. */
function postTraits({ activity, sender }: ReadArrival): readonly Sight[] {
  const [object] = activity.objects;
  const id = object?.kind === "post" ? object.post.id : undefined;
  if (id === undefined || hostOf(id) !== sender.host) return [];
  return [{ view: "post", content: `${sender.actor} ${id}`, usual: 1 }];
}

function distinct(sights: readonly Sight[]): readonly Trait[] {
  const traits = new Map<number, Trait>();
  for (const { view, content, usual, as = view } of sights) {
    const key = hash32(`${as}:${content}`);
    if (!traits.has(key)) traits.set(key, { view, key, usual });
  }
  return [...traits.values()];
}
