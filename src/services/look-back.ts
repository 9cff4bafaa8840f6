// What passed unread on its sender's record is read once it has gone: a wave by accounts that were
// warmed up is seen by its copies, and people with standing count as those who pass a meme on.

import { bodyBytesMax } from "../base/limits.ts";
import { passReasonOf } from "../engine/fast-path.ts";
import { writes } from "../engine/standing.ts";
import type { Arrival } from "../model/arrival.ts";
import type { Need } from "../model/observation.ts";
import type { Journal } from "../ports/journal.ts";
import type { Checked } from "./check.ts";
import type { Keep } from "./keep.ts";
import { type ObservingPorts, observe } from "./observe.ts";

/** Chosen by us: beyond this many nobody has time, and what comes then stays unread. */
const waitingMax = 256;

/** Bytes of bodies, chosen by us: of ordinary posts as many wait as may, of the largest eight. */
const waitingBytesMax = 8 * bodyBytesMax;

/** Chosen by us: read in one gulp, some milliseconds of work. */
const atOnceMax = 16;

export interface LookBackParts {
  readonly ports: ObservingPorts;
  readonly keep: Pick<Keep, "stir">;
  readonly journal: Pick<Journal, "failed">;
}

export interface LookBack {
  /** It was passed on, and taken. */
  add(arrival: Arrival): void;
  /** Reads what waits, as far as there is time. Never throws. */
  round(): Promise<void>;
}

/** It said something to people who did not ask for it, and nobody has read it. */
export function isWorthALook({ arrival, observation, verdict }: Checked): boolean {
  const [first] = verdict.evidence;
  if (observation !== undefined || first?.symbol !== "PASSES" || !writes(arrival)) return false;
  return passReasonOf(first.because) === "well known";
}

/** Nothing is asked of anybody but the sender's profile, which is on the shelf mostly. */
const needs: ReadonlySet<Need> = new Set(["profile"]);

export function makeLookBack({ ports, keep, journal }: LookBackParts): LookBack {
  const waiting: Arrival[] = [];
  let waitingBytes = 0;

  async function look(arrival: Arrival): Promise<void> {
    const met = await ports.memory.acquaint(arrival, arrival.delivery.at);
    const seen = await observe(arrival, met, needs, ports, { kind: "new" });
    const { campaign } = seen.facts;
    const others = campaign.known ? campaign.value : undefined;
    keep.stir(seen.arrival.reading.keys, others, arrival.delivery.receipt);
  }

  return {
    add(arrival) {
      const { byteLength } = arrival.delivery.body;
      if (waiting.length >= waitingMax || waitingBytes + byteLength > waitingBytesMax) return;
      waitingBytes += byteLength;
      waiting.push(arrival);
    },
    async round() {
      for (const arrival of waiting.splice(0, atOnceMax)) {
        waitingBytes -= arrival.delivery.body.byteLength;
        await look(arrival).catch((error: unknown) => {
          journal.failed("reading what has passed", error, undefined);
        });
      }
    },
  };
}
