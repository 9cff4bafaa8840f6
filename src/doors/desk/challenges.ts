// A little work for whoever asks without an account (ALTCHA): nothing for a person's machine, and
// too much to be done for a million. The browser looks for the number that we thought of.

import { randomBytes, randomInt } from "node:crypto";
import { type Challenge, createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { z } from "zod";
import { Recent } from "../../base/recent.ts";
import { after, type EpochMs, minute } from "../../base/units.ts";

/**
 * About 4,500 times PBKDF2 with 1,000 rounds: two seconds of one core, some more on a phone, and
 * less than a millisecond for us. Chosen by us.
 */
const cost = 1000;
const usualCounters = [3000, 6000] as const;

/** Somebody writes a sentence meanwhile. */
const lastsMs = 20 * minute;

/** Solutions that were used and have not ended: more than the limits on visits let in. */
const usedMax = 20_000;

export interface Challenges {
  issue(now: EpochMs): Promise<Challenge>;
  /** Each counts once. */
  isSolved(proof: string, now: EpochMs): Promise<boolean>;
}

const proofShape = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal("PBKDF2/SHA-256"),
      nonce: z.string().regex(/^[0-9a-f]{32}$/),
      salt: z.string().regex(/^[0-9a-f]{32}$/),
      cost: z.literal(cost),
      keyLength: z.literal(32),
      keyPrefix: z.string().regex(/^[0-9a-f]{2,64}$/),
      keySignature: z.string().regex(/^[0-9a-f]{64}$/),
      data: z.object({ until: z.number() }),
    }),
    signature: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  solution: z.object({
    counter: z.int(),
    derivedKey: z.string().regex(/^[0-9a-f]{64}$/),
  }),
});

/** Its secrets are this process's own: what another gave out counts as too old. */
export function makeChallenges(counters: readonly [number, number] = usualCounters): Challenges {
  const secrets = {
    hmacSignatureSecret: randomBytes(32).toString("hex"),
    hmacKeySignatureSecret: randomBytes(32).toString("hex"),
  };
  const used = new Recent<string, true>(usedMax);
  return {
    issue: (now) =>
      createChallenge({
        ...{ algorithm: "PBKDF2/SHA-256", cost, deriveKey, ...secrets },
        counter: randomInt(...counters),
        data: { until: after(now, lastsMs) },
      }),
    async isSolved(proof, now) {
      const read = proofShape.safeParse(parsed(proof));
      if (!read.success) return false;
      const { challenge, solution } = read.data;
      const { nonce, data } = challenge.parameters;
      if (data.until <= now || used.get(nonce)) return false;
      const { verified } = await verifySolution({ challenge, solution, deriveKey, ...secrets });
      if (!verified || used.get(nonce)) return false;
      used.set(nonce, true);
      return true;
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text.slice(0, 4000), "base64").toString("utf8")) as unknown;
  } catch {
    return undefined; // The shape refuses it.
  }
}
