// Whom those boosted or answered whom somebody here follows: a few for each of them, the latest.

import type { EpochMs } from "../../base/units.ts";
import {
  type Voucher,
  vouchedBy,
  vouchedIn,
  vouchedPerVoucher,
  vouchersPerActor,
} from "../../engine/vouching.ts";
import type { Arrival } from "../../model/arrival.ts";
import type { ActorId } from "../../model/ids.ts";
import type { KnownActor } from "./acquaintances.ts";
import { BoundedMap } from "./bounded-map.ts";
import { vouchersMax } from "./memory-bounds.ts";
import { inWindow } from "./windows.ts";

export interface Vouch {
  readonly for: ActorId;
  readonly at: EpochMs;
}

/**
 * What counts stands with who vouches; what is noted of who is vouched for only says where to
 * look, so that no more can count than the few of each.
 */
export class Vouches {
  readonly byVoucher = new BoundedMap<readonly Vouch[]>(vouchersMax);
  readonly #vouchers = new BoundedMap<readonly ActorId[]>(vouchersMax * vouchersPerActor);

  /** A post was taken that vouches for this one. */
  taken(voucher: ActorId, whom: ActorId, at: EpochMs): void {
    const others = this.byVoucher.get(voucher)?.filter((one) => one.for !== whom) ?? [];
    this.put(voucher, [...others, { for: whom, at }]);
  }

  /** Oldest first. */
  put(voucher: ActorId, vouches: readonly Vouch[]): void {
    this.byVoucher.set(voucher, vouches.slice(-vouchedPerVoucher));
    for (const one of vouches) {
      const others = this.#vouchers.get(one.for)?.filter((other) => other !== voucher) ?? [];
      this.#vouchers.set(one.for, [...others, voucher].slice(-vouchersPerActor));
    }
  }

  /** See `engine/vouching.ts`. Who is condemned or followed no more vouches for nobody. */
  countFor(
    actor: ActorId,
    at: EpochMs,
    actorNamed: (id: ActorId) => KnownActor | undefined,
  ): number {
    const named = this.#vouchers.get(actor);
    if (named === undefined) return 0;
    const vouchers: Voucher[] = [];
    for (const id of named) {
      const stands = this.byVoucher
        .get(id)
        ?.some((one) => one.for === actor && inWindow(one.at, at));
      const voucher = actorNamed(id);
      if (!stands || voucher === undefined || voucher.condemnedAt.length > 0) continue;
      const followers = followersOf(voucher);
      if (followers.length > 0) vouchers.push({ followers });
    }
    return vouchedBy(vouchers);
  }

  forget(actor: ActorId): void {
    this.byVoucher.delete(actor);
    this.#vouchers.delete(actor);
    for (const [voucher, vouches] of [...this.byVoucher.entries()]) {
      if (vouches.some((one) => one.for === actor))
        this.byVoucher.set(
          voucher,
          vouches.filter((one) => one.for !== actor),
        );
    }
  }
}

/** Whom this post vouches for, where somebody here follows its sender. */
export function vouchOf(arrival: Arrival, sender: KnownActor): ActorId | undefined {
  return isFollowed(sender) ? vouchedIn(arrival) : undefined;
}

/** A follow counts for ever, whatever else somebody did for a time: engine/regard.ts. */
function isFollowed({ friends }: KnownActor): boolean {
  for (const until of friends?.values() ?? []) if (until === Number.POSITIVE_INFINITY) return true;
  return false;
}

function followersOf({ friends }: KnownActor): readonly ActorId[] {
  return [...(friends ?? [])].flatMap(([person, until]) =>
    until === Number.POSITIVE_INFINITY ? [person] : [],
  );
}
