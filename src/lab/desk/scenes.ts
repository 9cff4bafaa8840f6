// What may lie on a desk when somebody sits down: from nothing at all to a busy night.

import { after, type EpochMs, hour, minute } from "../../base/units.ts";
import { mentionWave } from "../attackers/mention-wave.ts";
import { type Cast, ordinaryMail } from "../people.ts";
import { type Contact, inOrder } from "../plan.ts";
import { hostileWave } from "./hostile.ts";
import { directRaid, followedBack, followRaid, takenOver } from "./raids.ts";
import type { Scene } from "./stage.ts";

/** Contacts an hour on a small server, and on its liveliest evening. */
const quietly = 0.9;
const lively = 30;

/** Installed just now. */
const fresh: Scene = { days: 0, mail: () => [] };

/** Mail as on most days; what is doubtful in it may wait. */
const quietDay: Scene = {
  days: 3,
  mail: (cast, from, until) => [
    ...ordinaryMail(cast, from, after(until, -5 * hour), quietly),
    ...ordinaryMail(cast, after(until, -5 * hour), until, lively / 3),
  ],
};

/** For measuring: what a server of thousands would find in the morning. */
const flood: Scene = {
  days: 1,
  mail: (cast, from, until) => [
    ...ordinaryMail(cast, from, until, quietly),
    ...linkWave(cast, 5_200, 900, after(until, -5 * hour), after(until, -70 * minute)),
  ],
};

/** The wave of February 2024 at its worst for a small server, among a bad week's other spam. */
const busyNight: Scene = {
  days: 3,
  mail(cast, from, until) {
    const before = (minutes: number): EpochMs => after(until, -minutes * minute);
    const links = linkWave(cast, 320, 110, before(180), before(120));
    const raid = { from: before(170), until: before(90) };
    return inOrder([
      ...ordinaryMail(cast, from, before(300), quietly),
      ...ordinaryMail(cast, before(300), until, lively / 2),
      ...links,
      ...followedBack(before(60), links.slice(-2)),
      ...takenOver(cast, [before(140), before(131)], wavesWords),
      ...followRaid(cast, { ...raid, posts: 25, hosts: 12 }),
      ...directRaid(cast, { ...raid, posts: 14, hosts: 9 }),
      ...hostileWave(cast, before(100), before(80)),
    ]);
  },
};

/** The same night while the wave still comes: much of it may go either way. */
const underway: Scene = {
  days: 3,
  mail: (cast, from, until) =>
    busyNight.mail(cast, from, after(until, 130 * minute)).filter(({ at }) => at <= until),
};

export const scenes = { fresh, quietDay, busyNight, underway, flood };
export type SceneName = keyof typeof scenes;

/** What the wave says, so that others can say it too. */
const wavesWords =
  "The Lantern Club opens its doors tonight. Free coins for the first hundred, come in: " +
  "http://lantern-club.example/join";

/** Most of it from hosts that nobody knows, some from a large one where friends live too. */
function linkWave(
  cast: Cast,
  posts: number,
  hosts: number,
  from: EpochMs,
  until: EpochMs,
): Contact[] {
  const large = cast.hosts.reduce((a, b) => (b.people > a.people ? b : a));
  const shape = { from, until, posts, hosts, guests: { host: large, accounts: 6 } };
  return mentionWave(cast.world, cast.dice, shape);
}
