// Posts that strangers write to one of our people, each in its own words, with the profiles of
// who wrote them.

import type { EpochMs } from "../../base/units.ts";
import { neighbourhood, post, someone, somePicture } from "../../lab/traffic/ham.ts";
import { actorDocument } from "../../lab/traffic/places.ts";
import { smallTalk } from "../../lab/traffic/small-talk.ts";
import type { Activity, ActorProfile } from "../../model/activity.ts";
import { parseActivity, parseActor } from "../../model/parse.ts";

export interface OrdinaryPost {
  readonly activity: Activity;
  readonly profile: ActorProfile;
}

/** One in so many shows a picture. */
const picturesEvery = 4;

export function ordinaryPosts(count: number, at: EpochMs): readonly OrdinaryPost[] {
  const near = neighbourhood("ordinary", at);
  const { dice, hosts } = near;
  return Array.from({ length: count }, (_, index) => {
    const author = someone(dice, dice.pick(hosts), at);
    const pictures = index % picturesEvery === 0 ? [somePicture(dice, author)] : [];
    const say = { ...smallTalk(dice), pictures };
    const sent = post(near, at, author, say, [dice.pick(near.home.people)], "ordinary");
    return { activity: parsed(sent.activity), profile: profileOf(actorDocument(author)) };
  });
}

function parsed(wire: object): Activity {
  const activity = parseActivity(new TextEncoder().encode(JSON.stringify(wire)));
  if (!activity.ok) throw new Error("an ordinary post can't be read");
  return activity.value;
}

function profileOf(document: object): ActorProfile {
  const profile = parseActor(JSON.stringify(document));
  if (!profile.ok) throw new Error("an ordinary profile can't be read");
  return profile.value;
}
