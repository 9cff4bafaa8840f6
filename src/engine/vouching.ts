// Credit by our own people, one step further: whom somebody follows here boosts or answers others.
//
//   alice ──follows──▶ bob ──boosts, answers──▶ carol, whom nobody here knows
//
// It is a hint and never a tie. Whoever is followed here vouches for eight at a time: k bought
// follows buy 8k such hints at most, each a third of the least that this can say. Trust that
// spreads without a bound over bought edges is what SybilGuard (Yu, Kaminsky, Gibbons, Flaxman,
// SIGCOMM 2006) was made against; with so few steps a fixed sum does.

import type { Activity } from "../model/activity.ts";
import type { Arrival } from "../model/arrival.ts";
import { type ActorId, hostOf } from "../model/ids.ts";
import { isFollowers } from "./visibility.ts";

/** For how many others one who is followed here vouches at a time, the latest. Chosen by us. */
export const vouchedPerVoucher = 8;

/** More who vouch for one than a signal asks for. Chosen by us. */
export const vouchersPerActor = 4;

/**
 * Whom its sender boosts or answers: the author of that post, if it is told. A boost names the
 * author in `cc`, an answer in a mention; whoever is of the post's host is taken for them.
 */
export function vouchedIn({ activity, audience, sender }: Arrival): ActorId | undefined {
  if (activity.actor !== sender.actor) return undefined;
  const { post, named } = namedIn(activity);
  const host = post === undefined ? undefined : hostOf(post);
  if (host === undefined) return undefined;
  const found = named.find((one) => hostOf(one) === host && !isFollowers(one));
  if (found === undefined || found === sender.actor) return undefined;
  return audience.notified.some(({ actor }) => actor === found) ? undefined : (found as ActorId);
}

function namedIn({ kind, objects, addressed }: Activity): {
  readonly post: string | undefined;
  readonly named: readonly string[];
} {
  const [object] = objects;
  if (kind === "announce" && object?.kind === "reference")
    return { post: object.id, named: [...addressed.cc, ...addressed.to] };
  if (kind !== "create" || object?.kind !== "post") return { post: undefined, named: [] };
  const { inReplyTo, mentions } = object.post;
  return { post: inReplyTo[0], named: mentions.flatMap(({ href }) => href ?? []) };
}

/** Somebody followed here who vouches for the actor that is asked about. */
export interface Voucher {
  /** Local people who follow it. */
  readonly followers: Iterable<ActorId>;
}

/** As many as vouch, and no more than different people here follow these. */
export function vouchedBy(vouchers: readonly Voucher[]): number {
  const followers = new Set(vouchers.flatMap((one) => [...one.followers]));
  return Math.min(vouchers.length, followers.size);
}
