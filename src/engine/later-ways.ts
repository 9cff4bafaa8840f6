// What may let a post in when the home server takes its original request no more.

import { after, type EpochMs, epochMs } from "../base/units.ts";
import type { Activity, Post } from "../model/activity.ts";
import { hostOf } from "../model/ids.ts";
import type { LaterWay } from "../model/rung.ts";
import type { ServerProfile } from "../model/server-profile.ts";
import { visibilityOf } from "./visibility.ts";

/**
 * In the order in which they are tried. Only for what anybody may see: a body that travels
 * without its request, and a page that is fetched, are public ones. A gate without an actor of
 * its own (`asActor`) delivers nothing.
 */
export function laterWaysOf(
  activity: Activity,
  arrivedAt: EpochMs,
  profile: Pick<ServerProfile, "takesLinkedData" | "takesIntegrityProof" | "resolveNotifiesMs">,
  asActor: boolean,
): readonly LaterWay[] {
  const posts = postsOf(activity);
  const visibility = visibilityOf(activity, posts);
  if (visibility !== "public" && visibility !== "unlisted") return [];
  const ways: LaterWay[] = [];
  const { linkedDataSignature, linkedDataExpiresAt, integrityProof } = activity.carries;
  const signs = profile.takesLinkedData && linkedDataSignature;
  const proves = profile.takesIntegrityProof && integrityProof;
  const until = proves ? undefined : linkedDataExpiresAt;
  if (asActor && (signs || proves)) ways.push({ rung: "own-proof", until });
  const tellsUntil = resolvableUntil(activity, posts, arrivedAt, profile.resolveNotifiesMs);
  if (tellsUntil !== undefined) ways.push({ rung: "resolve", until: tellsUntil });
  return ways;
}

/** Younger than it came it can't be, whatever it says of itself. */
function resolvableUntil(
  activity: Activity,
  [post]: readonly Post[],
  arrivedAt: EpochMs,
  notifiesMs: number,
): EpochMs | undefined {
  if (notifiesMs === 0 || activity.kind !== "create" || post?.id === undefined) return undefined;
  if (hostOf(post.id) !== hostOf(activity.actor)) return undefined;
  return after(epochMs(Math.min(post.published ?? arrivedAt, arrivedAt)), notifiesMs);
}

function postsOf({ objects }: Activity): readonly Post[] {
  return objects.flatMap((object) => (object.kind === "post" ? [object.post] : []));
}

/** When the last way in closes; undefined: not as long as it is kept. */
export function lastWayCloses(
  replayUntil: EpochMs,
  laterWays: readonly LaterWay[],
): EpochMs | undefined {
  let last: number = replayUntil;
  for (const { until } of laterWays) {
    if (until === undefined) return undefined;
    last = Math.max(last, until);
  }
  return epochMs(last);
}
