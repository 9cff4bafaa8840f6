// What the home server's answers to deliveries teach of what it takes.

import type { EpochMs } from "../base/units.ts";
import type { Refutation, SignatureKind } from "../model/authenticity.ts";
import { refutedShape, type ServerProfile, unknownServer } from "../model/server-profile.ts";
import type { TaughtShape } from "./taught-shapes.ts";

/** A delivery that the home server answered, as far as it tells of the home server. */
export interface Answered {
  readonly signature: SignatureKind;
  /** Of its sender, where that is proven: what nobody signed counts for nothing. */
  readonly domain: string | undefined;
  /** Whether a 2xx shows that its signature was looked at: not so for a Delete of a stranger. */
  readonly telling: boolean;
  /** What is wrong with its signature, where we could refute it. */
  readonly refuted: Refutation | undefined;
}

export interface Lessons {
  taught(): readonly TaughtShape[];
  remember(shapes: readonly TaughtShape[]): void;
  whenTaught(hear: (shapes: readonly TaughtShape[]) => void): void;
  /** What a software took: kinds of signature, and refuted ones by their shape. */
  takenBy(software: string): {
    readonly kinds: readonly SignatureKind[];
    readonly refuted: ReadonlySet<string>;
  };
  /** It said 2xx. `kindsAreSet`: the operator has said which kinds it accepts. */
  hear(about: Answered, profile: ServerProfile, kindsAreSet: boolean, at: EpochMs): void;
}

export function makeLessons(): Lessons {
  let taught: readonly TaughtShape[] = [];
  let tell: (shapes: readonly TaughtShape[]) => void = () => undefined;
  return {
    taught: () => taught,

    remember(shapes) {
      taught = shapes;
    },

    whenTaught(hear) {
      tell = hear;
    },

    /** What it took before its software was known counts for whatever it turned out to be. */
    takenBy(software) {
      const its = taught.filter((one) => [software, unknownServer.software].includes(one.software));
      const kinds = its.filter(({ why }) => why === undefined).map(({ signature }) => signature);
      const refuted = new Set<string>();
      for (const { signature, why } of its)
        if (why !== undefined) refuted.add(refutedShape(signature, why));
      return { kinds, refuted };
    },

    hear(about, profile, kindsAreSet, at) {
      const fresh = lessonsIn(about, profile, kindsAreSet, at);
      if (fresh.length === 0) return;
      taught = [...taught, ...fresh];
      tell(taught);
    },
  };
}

/** A server that drops in silence says 2xx to anything: of what is unproven that tells nothing. */
function lessonsIn(
  { signature, domain, telling, refuted }: Answered,
  { software, accepts, drops, takesRefuted }: ServerProfile,
  kindsAreSet: boolean,
  at: EpochMs,
): readonly TaughtShape[] {
  const provesNothing = drops.has(signature) || (domain === undefined && drops.size > 0);
  if (!telling || provesNothing) return [];
  const fresh: TaughtShape[] = [];
  if (!accepts.has(signature) && !kindsAreSet)
    fresh.push({ software, signature, why: undefined, at });
  if (refuted !== undefined && !takesRefuted.has(refutedShape(signature, refuted)))
    fresh.push({ software, signature, why: refuted, at });
  return fresh;
}
