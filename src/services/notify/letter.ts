// From what is to be told to one letter, in the words, the zone and the numbers of its reader.

import type { Letter } from "../../model/letter.ts";
import type { Subscription } from "../../model/subscription.ts";
import { type Notice, type Occasion, topicOf } from "./notices.ts";
import { tame } from "./tame.ts";
import { type DigestCounts, type NotifyWords, type Shown, wordsIn } from "./words/words.ts";

/** More lines are read by nobody on a phone. Chosen by us. */
export const linesMax = 12;

/** Waves that a digest names. Chosen by us. */
const wavesMax = 8;

type Reader = Pick<Subscription, "language" | "zone" | "what" | "urgent">;

export interface Digest extends DigestCounts {
  /** Everything passes: what was kept is what would have been. */
  readonly watching: boolean;
  /** Most held first. */
  readonly open: readonly {
    readonly campaign: string;
    readonly held: number;
    readonly until: number | undefined;
  }[];
}

/** `more`: so many beyond those. The desk's own address, if there is one, is the only link. */
export function noticesLetter(
  id: string,
  notices: readonly Notice[],
  more: number,
  reader: Reader,
  desk: string | undefined,
): Letter {
  const words = wordsIn(reader.language);
  const shown = shownTo(reader);
  const said = notices.map(({ value }) => saidOf(value, words, shown));
  const [first, ...others] = said;
  const isOne = others.length === 0 && more === 0 && first !== undefined;
  const title = isOne ? first.title : words.several(notices.length + more, shown);
  const [one] = notices;
  return {
    ...{ id, kind: "notices", title: `Breakwater: ${title}` },
    lines: listed(said, more, words, shown),
    link: linkTo(desk, isOne ? one?.value : undefined),
    urgent: notices.some(({ value }) => reader.urgent.includes(topicOf(value))),
    language: reader.language,
    notices: notices.map(asJson),
  };
}

export function digestLetter(
  id: string,
  { open, watching, ...counts }: Digest,
  notices: readonly Notice[],
  more: number,
  reader: Reader,
  desk: string | undefined,
): Letter {
  const words = wordsIn(reader.language);
  const shown = shownTo(reader);
  const { digest } = words;
  const said = notices.map(({ value }) => saidOf(value, words, shown));
  const waves = open
    .slice(0, wavesMax)
    .map(({ campaign, held, until }) => `- ${digest.wave(campaign, held, until, shown)}`);
  if (open.length > wavesMax) waves.push(`- ${words.andMore(open.length - wavesMax, shown)}`);
  const waiting =
    counts.waiting === 0 ? [digest.nothingWaits] : [digest.waiting(counts, shown), ...waves];
  const ended = (["expiring", "flagged", "expired"] as const)
    .filter((one) => counts[one] > 0)
    .map((one) => digest[one](counts, shown));
  const kept = watching ? digest.watching : digest.kept;
  const told = said.length + more === 0 ? [] : ["", digest.meanwhile];
  return {
    ...{ id, kind: "digest", title: `Breakwater: ${digest.title(shown.day(counts.until))}` },
    lines: [
      ...[digest.contacts(counts, shown), kept(counts, shown)],
      ...[...waiting, ...ended, ...told],
      ...listed(said, more, words, shown).map((line) => `- ${line}`),
    ],
    link: linkTo(desk, undefined),
    urgent: false,
    language: reader.language,
    notices: notices.map(asJson),
  };
}

export function testLetter(id: string, reader: Reader, desk: string | undefined): Letter {
  const words = wordsIn(reader.language);
  const list = new Intl.ListFormat(reader.language, { type: "conjunction" });
  const topics = list.format(reader.what.map((one) => words.topics[one]));
  const line = words.test.line(topics === "" ? words.digest.title("…") : topics);
  return {
    ...{ id, kind: "test", title: `Breakwater: ${words.test.title}`, lines: [line] },
    ...{ link: linkTo(desk, undefined), urgent: false, language: reader.language, notices: [] },
  };
}

function saidOf(occasion: Occasion, words: NotifyWords, shown: Shown) {
  // The catalogue has for each kind what takes that kind.
  const say = words.occasions[occasion.kind] as (
    one: Occasion,
    shown: Shown,
  ) => { readonly title: string; readonly line: string };
  return say(occasion, shown);
}

function listed(
  said: readonly { readonly line: string }[],
  more: number,
  words: NotifyWords,
  shown: Shown,
): string[] {
  const lines = said.slice(0, linesMax).map(({ line }) => line);
  const rest = said.length - lines.length + more;
  return rest === 0 ? lines : [...lines, words.andMore(rest, shown)];
}

function asJson({ id, at, value }: Notice): object {
  return { id, at: new Date(at).toISOString(), ...value };
}

function linkTo(desk: string | undefined, about: Occasion | undefined): string | undefined {
  if (desk === undefined) return undefined;
  return new URL(pageOf(about), desk).href;
}

function pageOf(about: Occasion | undefined): string {
  if (about === undefined) return "/";
  if (about.kind === "appeal") return "/appeals";
  return "campaign" in about ? `/cases/${about.campaign}` : "/";
}

function shownTo({ language, zone }: Reader): Shown {
  const time = new Intl.DateTimeFormat(language, {
    ...{ timeZone: zone, day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
    ...{ timeZoneName: "short", hourCycle: "h23" },
  });
  const day = new Intl.DateTimeFormat(language, {
    ...{ timeZone: zone, weekday: "long", day: "numeric", month: "long" },
  });
  const number = new Intl.NumberFormat(language);
  return {
    number: (value) => number.format(value),
    size: (bytes) => `${number.format(Math.round(bytes / 1024 ** 2))} MiB`,
    time: (at) => time.format(at),
    day: (at) => day.format(at),
    name: tame,
  };
}
