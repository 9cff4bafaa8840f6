// Every text of the page that changes while one looks, by its name. The page is made of them, and
// a stream sends those that have become others.

import { epochMs } from "../../../base/units.ts";
import type { Census, KeptState } from "../../../model/kept.ts";
import { pageOf } from "../links.ts";
import {
  bytesText,
  keptLanes,
  type Shown,
  spanText,
  sumIn,
  total,
  type View,
  wouldLanes,
} from "./view.ts";

export type Texts = Readonly<Record<string, string>>;

export function textsOf(shown: Shown, view: View): Texts {
  return {
    ...figures(shown, view),
    ...summaries(shown, view),
    ...lastDay(shown, view),
    ...health(shown, view),
  };
}

function censusOf({ house }: View, state: KeptState): Census | undefined {
  return house.census?.find((one) => one.state === state);
}

function figures(shown: Shown, view: View): Texts {
  const { say, number, words, moments } = shown;
  const { house, hour, watches } = view;
  const [settling, held] = [censusOf(view, "settling"), censusOf(view, "held")];
  const deadline = held?.nextReplayUntil;
  return {
    hourAll: number(total(hour)),
    hourBack: number(sumIn(hour, watches ? wouldLanes : keptLanes)),
    settling: number(settling?.count ?? 0),
    settlingSince:
      settling === undefined
        ? ""
        : say(words.now.oldest, { away: moments.awayText(settling.oldestArrivedAt) }),
    held: number(held?.count ?? 0),
    heldUntil:
      deadline === undefined
        ? ""
        : say(words.now.nextDeadline, { away: moments.awayText(deadline) }),
    waves: number(house.waves.length),
  };
}

function summaries({ say, words }: Shown, { hour, day }: View): Texts {
  const would = { hold: hour.wouldHold, settle: hour.wouldSettle, reject: hour.wouldReject };
  const all = day.hours.reduce((sum, { counts }) => sum + total(counts), 0);
  const of = (lanes: Parameters<typeof sumIn>[1]): number =>
    day.hours.reduce((sum, { counts }) => sum + sumIn(counts, lanes), 0);
  return {
    letInSummary: say(words.now.letInSummary, { ...hour }),
    backSummary: say(words.now.backSummary, { ...hour }),
    wouldSummary: say(words.now.wouldSummary, would),
    daySummary: say(words.now.daySummary, { all, kept: of(keptLanes) }),
    dayWouldSummary: say(words.now.dayWouldSummary, { all, would: of(wouldLanes) }),
  };
}

function lastDay(shown: Shown, { day, watches }: View): Texts {
  const { say, words } = shown;
  const { delayed, released, waiting, disturbed, spared, watched } = day;
  const wanted = watches ? words.now.wantedWatch : words.now.wanted;
  return {
    spared: say(words.now.sparedSum, { notifications: spared.notifications }),
    watched: say(words.now.watchedSum, { notifications: watched.notifications }),
    delayed: say(words.now.delayed, {
      count: delayed.deliveries,
      median: spanText(shown, delayed.medianMs),
      longest: spanText(shown, delayed.longestMs),
    }),
    released: say(words.now.released, { count: released }),
    unruled: say(words.now.unruled, { count: waiting }),
    wanted: say(wanted, { count: disturbed.length }),
  };
}

function health(shown: Shown, view: View): Texts {
  const { say, words, number, moments } = shown;
  const { status, quotas, freeBytes, census } = view.house;
  const { unknown, answers, answersNot } = words.now;
  const bytes = (value: number): string => bytesText(shown, value);
  const used = { used: bytes(quotas.all.bytes), most: bytes(quotas.bounds.all.bytes) };
  const isFree = freeBytes !== undefined && Number.isFinite(freeBytes);
  const disk = isFree
    ? say(words.now.diskFree, { ...used, free: bytes(freeBytes) })
    : say(words.now.diskUsed, used);
  const latest = status?.troubles[0];
  const more = (status?.troubles.length ?? 0) - 1;
  return {
    mode:
      status === undefined
        ? unknown
        : say(words.now.modeOf, {
            mode: words.now.modes[status.mode],
            away: moments.awayText(epochMs(status.modeSince)),
          }),
    home: homeText(shown, view),
    ledger: census === undefined || status?.checks["ledger"] === false ? answersNot : answers,
    memory: status === undefined ? unknown : bytes(status.memoryBytes),
    disk,
    queue: say(words.now.queueOf, { count: censusOf(view, "releasing")?.count ?? 0 }),
    room: say(words.now.full, { count: quotas.full }) || words.now.roomLeft,
    troubles: latest === undefined ? words.now.noTroubles : `${latest.what}: ${latest.because}`,
    troubleTimes:
      latest === undefined
        ? ""
        : say(words.now.troubleTimes, {
            times: latest.times,
            away: moments.awayText(epochMs(latest.at)),
          }),
    troublesMore: more > 0 ? `+${number(more)}` : "",
  };
}

function homeText({ words }: Shown, { house }: View): string {
  const { status } = house;
  if (status === undefined) return words.now.unknown;
  const { software, version } = status.homeServer;
  const name = software === "unknown" ? words.now.homeUnknown : `${software} ${version}`;
  const does = status.checks["upstream"] === false ? words.now.answersNot : words.now.answers;
  return `${name}, ${does}`;
}

/** What must be seen before all else, and how loud; undefined: all is as it should be. */
export interface Notice {
  readonly tone: "bad" | "warn";
  readonly text: string;
}

export function noticeOf({ words, say, percent }: Shown, { house }: View): Notice | undefined {
  const { status, census } = house;
  const { now } = words;
  if (census === undefined) return { tone: "bad", text: now.ledgerDown };
  if (status === undefined) return undefined;
  if (status.checks["ledger"] === false) return { tone: "bad", text: now.ledgerDown };
  if (status.checks["upstream"] === false) return { tone: "bad", text: now.homeDown };
  if (status.mode === "off") return { tone: "bad", text: now.off };
  if (status.mode === "watch") return { tone: "warn", text: now.watch };
  if (status.guardShare >= 1) return undefined;
  return { tone: "warn", text: say(now.partly, { share: percent(status.guardShare) }) };
}

/** A row of the table of waves: what a script shows as the page does. */
export interface WaveRow {
  readonly id: string;
  /** Undefined: nothing of it is kept that could be ruled on. */
  readonly case: string | undefined;
  readonly began: string;
  readonly contacts: string;
  readonly from: string;
  readonly aimedAt: string;
  readonly kept: string;
}

/** More are no table; the list of cases has them. */
const wavesShown = 12;

export function waveRows({ say, words, number, moments }: Shown, { house }: View): WaveRow[] {
  return house.waves.slice(0, wavesShown).map((wave) => ({
    id: wave.campaign,
    case: wave.isCase ? pageOf.case(wave.campaign) : undefined,
    began: moments.awayText(wave.firstAt),
    contacts: number(wave.contacts),
    from: say(words.now.fromHosts, { senders: wave.senders, hosts: wave.hosts }),
    aimedAt: say(words.now.people, { count: wave.people }),
    kept:
      wave.kept === 0 && wave.watched > 0
        ? say(words.now.wouldOf, { count: wave.watched })
        : number(wave.kept),
  }));
}
