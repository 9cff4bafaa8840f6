// The sentences that notices are told in. One catalogue a language; the same keys in each.

import type { Language, Topic } from "../../../model/subscription.ts";
import type { Occasion } from "../notices.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { ja } from "./ja.ts";

/** Numbers, moments and strangers' names, as they are shown to one person. */
export interface Shown {
  number(value: number): string;
  size(bytes: number): string;
  /** A moment, by the clock on that person's wall. */
  time(at: number): string;
  day(at: number): string;
  /** A host or an actor: printable, short, and no link. */
  name(text: string): string;
}

export type OccasionWords = {
  readonly [K in Occasion["kind"]]: (
    occasion: Extract<Occasion, { kind: K }>,
    shown: Shown,
  ) => { readonly title: string; readonly line: string };
};

export interface DigestCounts {
  readonly since: number;
  readonly until: number;
  readonly contacts: number;
  /** In watch mode: what would have. */
  readonly settled: number;
  readonly held: number;
  /** Held by now and not ruled on: in all, in so many waves, and by themselves. */
  readonly waiting: number;
  readonly waves: number;
  readonly singles: number;
  /** Of these, deleted within three days if nobody rules, and from when on. */
  readonly expiring: number;
  readonly expiringFrom: number | undefined;
  /** Since then: let in at their deadline, as nobody had ruled; and deleted unruled. */
  readonly flagged: number;
  readonly expired: number;
}

export interface NotifyWords {
  readonly occasions: OccasionWords;
  readonly topics: Readonly<Record<Topic, string>>;
  /** Of several notices in one letter. */
  several(count: number, shown: Shown): string;
  andMore(count: number, shown: Shown): string;
  readonly test: { readonly title: string; line(topics: string): string };
  readonly digest: {
    title(day: string): string;
    contacts(counts: DigestCounts, shown: Shown): string;
    kept(counts: DigestCounts, shown: Shown): string;
    /** Instead of `kept`, where everything passes. */
    watching(counts: DigestCounts, shown: Shown): string;
    waiting(counts: DigestCounts, shown: Shown): string;
    readonly nothingWaits: string;
    wave(campaign: string, held: number, until: number | undefined, shown: Shown): string;
    expiring(counts: DigestCounts, shown: Shown): string;
    flagged(counts: DigestCounts, shown: Shown): string;
    expired(counts: DigestCounts, shown: Shown): string;
    readonly meanwhile: string;
  };
}

const catalogues: Readonly<Record<Language, NotifyWords>> = { en, de, fr, es, ja };

export function wordsIn(language: Language): NotifyWords {
  return catalogues[language];
}
