/**
 * The release ladder: the ways into the home server for what was kept back, best first.
 *
 *   replay        the original request, until its signature is too old
 *   own-proof     its body, which its author signed as well, signed afresh by the gate's actor
 *   resolve       the home server is asked to fetch the post
 *   replay again  too late: a server that looks at no date takes it, the others say 401
 *
 * engine/later-ways.ts says which of them a delivery has, and until when.
 */

import type { EpochMs } from "../../base/units.ts";
import { laterWaysOf } from "../../engine/later-ways.ts";
import type { Activity } from "../../model/activity.ts";
import type { ObjectId } from "../../model/ids.ts";
import { type Kept, type UpstreamAnswer, wasAccepted } from "../../model/kept.ts";
import type { LaterWay, Rung } from "../../model/rung.ts";
import type { HomeServerApi, Resolution } from "../../ports/home-server-api.ts";
import type { Ports } from "../../ports/ports.ts";
import type { GateActor } from "../gate-actor.ts";

/** What came of one climb: the last rung that was tried, and what the home server said there. */
export interface Climb {
  readonly by: Rung;
  readonly answer: UpstreamAnswer;
}

export interface Ladder {
  /** What may let this in when its original request is too old. */
  laterWays(activity: Activity, arrivedAt: EpochMs): readonly LaterWay[];
  /** Tries one open way after the other until the home server takes it. Never throws. */
  climb(kept: Kept): Promise<Climb>;
}

export interface LadderParts {
  readonly ports: Pick<Ports, "upstream" | "clock" | "homeServer">;
  /** Undefined: no `public_url`, so nothing is delivered as ourselves. */
  readonly actor: Pick<GateActor, "resign"> | undefined;
  /** Undefined: nothing is connected that could be asked to fetch. */
  readonly api: HomeServerApi | undefined;
}

export function makeLadder({ ports, actor, api }: LadderParts): Ladder {
  const { upstream, clock, homeServer } = ports;

  const replay = async ({ delivery }: Kept): Promise<Climb> => ({
    by: "replay",
    answer: await upstream.deliver(delivery),
  });

  /** Undefined where the means for it are missing here. */
  async function tryWay({ rung }: LaterWay, kept: Kept): Promise<UpstreamAnswer | undefined> {
    switch (rung) {
      case "own-proof":
        return actor && upstream.deliver(actor.resign(kept.delivery, clock.now()));
      case "resolve": {
        const post = kept.objectId;
        return api && post && asAnswer(await api.resolve(post), post);
      }
    }
  }

  return {
    laterWays: (activity, arrivedAt) =>
      laterWaysOf(activity, arrivedAt, homeServer.profile(), actor !== undefined),

    async climb(kept) {
      const now = clock.now();
      let last: Climb | undefined;
      if (now < kept.replayUntil) last = await replay(kept);
      if (last !== undefined && !isTooOld(last.answer)) return last;
      for (const way of kept.laterWays) {
        if (way.until !== undefined && way.until <= now) continue;
        const answer = await tryWay(way, kept);
        if (answer === undefined) continue;
        last = { by: way.rung, answer };
        if (wasAccepted(answer) || answer.kind === "unreachable") return last;
      }
      return last ?? replay(kept);
    },
  };
}

/** What a home server says to a signature that it finds too old; so the next way is tried. */
function isTooOld(answer: UpstreamAnswer): boolean {
  return answer.kind === "answered" && answer.status === 401;
}

function asAnswer(resolution: Resolution, post: ObjectId): UpstreamAnswer {
  const says = (status: number, text: string): UpstreamAnswer => {
    return { kind: "answered", status, headers: [], body: new TextEncoder().encode(text) };
  };
  switch (resolution.kind) {
    case "resolved":
      return says(200, `fetched ${post}`);
    case "refused":
      return says(404, resolution.because);
    case "unavailable":
      return { kind: "unreachable", because: resolution.because };
  }
}
