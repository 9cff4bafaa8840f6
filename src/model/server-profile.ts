// What the home server accepts and answers, so that keeping a delivery back never loses it.

import { hour, minute } from "../base/units.ts";
import type { Refutation, SignatureKind } from "./authenticity.ts";
import type { HeaderField } from "./delivery.ts";

export interface ServerProfile {
  /** NodeInfo's `software.name`, `unknown` before it was heard. */
  readonly software: string;
  readonly version: string;
  /** Only these may settle or be held: another kind is passed on and meets the server's own 401. */
  readonly accepts: ReadonlySet<SignatureKind>;
  /** Kinds that it answers 2xx and drops: the gate answers 401, and the sender knocks again. */
  readonly drops: ReadonlySet<SignatureKind>;
  /** Whether it refuses whatever bears no valid HTTP signature, at each of its inboxes. */
  readonly refusesPlainly: boolean;
  /** Where it did not all the same: see `refutedShape`. */
  readonly takesRefuted: ReadonlySet<string>;
  /** Whether it refuses old signatures; else what we called expired would come in unjudged. */
  readonly looksAtDates: boolean;
  /** How long after its signed date a delivery may still be replayed. */
  readonly replayWindowMs: number;
  /** Whether it believes a body's own signature (RsaSignature2017), whoever delivers it. */
  readonly takesLinkedData: boolean;
  /** The same of an integrity proof (FEP-8b32). */
  readonly takesIntegrityProof: boolean;
  /** How young a post it fetches must be for those mentioned to be told of it; 0: never. */
  readonly resolveNotifiesMs: number;
  /** What it says to an accepted delivery; learned from its own answers. */
  readonly acceptance: Acceptance;
}

export interface Acceptance {
  readonly status: number;
  readonly headers: readonly HeaderField[];
  readonly body: Uint8Array;
}

const accepted: Acceptance = { status: 202, headers: [], body: new Uint8Array() };
const cavage: ReadonlySet<SignatureKind> = new Set<SignatureKind>(["draft-cavage"]);
const both: ReadonlySet<SignatureKind> = new Set<SignatureKind>(["draft-cavage", "rfc9421"]);
const none: ReadonlySet<SignatureKind> = new Set();

function profile(
  software: string,
  accepts: ReadonlySet<SignatureKind>,
  replayWindowMs: number,
  more: Partial<ServerProfile> = {},
): ServerProfile {
  const careful = {
    drops: none,
    refusesPlainly: false,
    takesRefuted: new Set<string>(),
    looksAtDates: false,
    takesLinkedData: false,
    takesIntegrityProof: false,
    resolveNotifiesMs: 0,
  };
  const acceptance = accepted;
  return { software, version: "", accepts, ...careful, replayWindowMs, acceptance, ...more };
}

/** For a server we know nothing of: draft-cavage only, Misskey's five minutes, the shortest. */
export const unknownServer = profile("unknown", cavage, 5 * minute);

const insists = { refusesPlainly: true } as const;
const strict = { refusesPlainly: true, looksAtDates: true } as const;

/**
 * Windows and kinds from the servers' sources and tests against them; see docs/operators. Misskey
 * takes a body's own signature where the request's is wrong, Pleroma an unsigned request at two
 * of its inboxes.
 */
const shipped: readonly ServerProfile[] = [
  profile("mastodon", both, 65 * minute, {
    ...strict,
    takesLinkedData: true,
    resolveNotifiesMs: 6 * hour,
  }),
  // Both take a body's own proof (a linked data signature, FEP-8b32) without an HTTP signature.
  profile("fedify", both, 60 * minute, { looksAtDates: true, takesLinkedData: true }),
  profile("hollo", both, 60 * minute, { looksAtDates: true, takesLinkedData: true }),
  profile("misskey", cavage, 5 * minute, { looksAtDates: true, takesLinkedData: true }),
  profile("gotosocial", cavage, 60 * minute, insists),
  profile("lemmy", cavage, 60 * minute, { ...insists, acceptance: { ...accepted, status: 200 } }),
  profile("pleroma", cavage, 5 * minute),
  profile("akkoma", cavage, 5 * minute),
  profile("wordpress", cavage, 5 * minute, insists),
  // snac 2.75 queues before it verifies: its 2xx proves nothing, and RFC 9421 is lost in silence.
  profile("snac", cavage, 60 * minute, {
    ...insists,
    drops: new Set<SignatureKind>(["rfc9421"]),
  }),
];

/** By its name in NodeInfo. */
export const knownSoftware: readonly string[] = shipped.map((one) => one.software);

/** Whether there is a profile for it, by its name in NodeInfo. */
export function isKnownSoftware(software: string): boolean {
  return knownSoftware.includes(software.toLowerCase());
}

/**
 * The shipped profile of a software; RFC 9421 on Mastodon only from 4.5, where all accept it, and
 * integrity proofs from 4.7.
 */
export function profileOf(software: string, version: string): ServerProfile {
  const name = software.toLowerCase();
  const found = shipped.find((one) => one.software === name) ?? {
    ...unknownServer,
    software: name,
  };
  if (name !== "mastodon") return { ...found, version };
  const accepts = atLeast(version, 4, 5) ? found.accepts : cavage;
  return { ...found, version, accepts, takesIntegrityProof: atLeast(version, 4, 7) };
}

/** A refuted signature by its kind and by what is wrong with it. */
export function refutedShape(signature: SignatureKind, why: Refutation): string {
  return `${signature} ${why}`;
}

function atLeast(version: string, major: number, minor: number): boolean {
  const [a = 0, b = 0] = version.split(/[.+-]/).map(Number);
  return a > major || (a === major && b >= minor);
}
