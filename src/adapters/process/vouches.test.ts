import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { epochMs } from "../../base/units.ts";
import { vouchedPerVoucher } from "../../engine/vouching.ts";
import type { ActorId } from "../../model/ids.ts";
import { type KnownActor, newActor } from "./acquaintances.ts";
import { Vouches } from "./vouches.ts";

const t0 = epochMs(Date.UTC(2026, 0, 5));
const forEver = epochMs(Number.POSITIVE_INFINITY);

const bought = fc.uniqueArray(fc.tuple(fc.nat(4), fc.nat(9)), {
  selector: ([sock, account]) => `${sock} ${account}`,
  maxLength: 20,
});
const boosts = fc.array(fc.tuple(fc.nat(9), fc.nat(60)), { maxLength: 400 });

test("k bought follows buy 8k hints at most, whoever follows whom and whatever is boosted", () => {
  fc.assert(
    fc.property(bought, boosts, (follows, boosted) => {
      const accounts = new Map<ActorId, KnownActor>();
      for (const [sock, account] of follows) {
        const id = `a${account}` as ActorId;
        const known = accounts.get(id) ?? newActor(id, "x.example");
        known.friends = (known.friends ?? new Map()).set(`sock${sock}` as ActorId, forEver);
        accounts.set(id, known);
      }
      const vouches = new Vouches();
      for (const [account, whom] of boosted)
        vouches.taken(`a${account}` as ActorId, `s${whom}` as ActorId, t0);
      let sum = 0;
      for (let i = 0; i <= 60; i++) {
        const one = vouches.countFor(`s${i}` as ActorId, t0, (id) => accounts.get(id));
        assert.ok(one <= new Set(follows.map(([sock]) => sock)).size);
        sum += one;
      }
      assert.ok(sum <= vouchedPerVoucher * follows.length, `${sum}`);
    }),
  );
});
