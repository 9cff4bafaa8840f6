// What we learn of the home server: its names, its software, its answers, and whether it is down.

import { type EpochMs, second } from "../base/units.ts";
import type { HeaderField } from "../model/delivery.ts";
import type { Home } from "../model/home.ts";
import { type Host, hostOf } from "../model/ids.ts";
import { type UpstreamAnswer, wasAccepted } from "../model/kept.ts";
import {
  type Acceptance,
  profileOf,
  type ServerProfile,
  unknownServer,
} from "../model/server-profile.ts";
import type { HomeServer } from "../ports/ports.ts";
import type { SoftwareOverride } from "./config.ts";
import { type Answered, makeLessons } from "./home-lessons.ts";
import type { TaughtShape } from "./taught-shapes.ts";

/** 5xx to deliveries of this many unrelated domains within this time: it is down. */
const failingDomains = 3;
const failingWithinMs = 30 * second;

/** Names of one server: its actors' host, its handles' domain, an old one or two. */
const ownHostsMax = 8;

/** Acceptances are empty or a short word; what is longer speaks of one delivery. */
const acceptanceBytesMax = 1024;

export interface HomeServerWatch extends HomeServer {
  /** The name to ask the home server under: its own, or one that a proven delivery gave it. */
  publicHost(): string | undefined;
  /** A proven delivery was addressed to this host name. */
  named(host: string | undefined): void;
  /** NodeInfo was heard; what it links to names the server's own host. */
  learned(software: string, version: string, nodeInfoUrl: string | undefined): void;
  heard(answer: UpstreamAnswer, about: Answered, at: EpochMs): void;
  /** Whether it answered a question of our own, which no stranger can spoil. */
  answeredUs(did: boolean): void;
  /** What its answers taught, oldest first. */
  taught(): readonly TaughtShape[];
  /** What they taught in an earlier life of ours. */
  remember(shapes: readonly TaughtShape[]): void;
  /** Who hears of all of it whenever there is something new. */
  whenTaught(hear: (shapes: readonly TaughtShape[]) => void): void;
  /** Who asks when a delivery got no answer. */
  whenDoubted(ask: () => void): void;
  isDown(at: EpochMs): boolean;
}

export interface HomeServerSettings {
  /** As configured; learned from NodeInfo and the deliveries' Host where it is not. */
  readonly origin: string | undefined;
  readonly actors: string | undefined;
  /** A named software brings its whole profile. */
  readonly software: SoftwareOverride;
}

export function makeHomeServer(settings: HomeServerSettings): HomeServerWatch {
  const { software } = settings;
  const own = settings.origin === undefined ? undefined : hostOf(settings.origin);
  const hosts: Host[] = own === undefined ? [] : [own];
  const lessons = makeLessons();
  let acceptance: Acceptance | undefined;
  let profile = composed(unknownServer.software, "");
  let lastNamed: Host | undefined;
  let silent = false;
  let failing: { readonly domain: string; readonly at: EpochMs }[] = [];
  let doubt: () => void = () => undefined;

  function composed(name: string, version: string): ServerProfile {
    const told = profileOf(software.name ?? name, software.version ?? version);
    const took = lessons.takenBy(told.software);
    return {
      ...told,
      accepts: new Set(software.accepts ?? [...told.accepts, ...took.kinds]),
      takesRefuted: took.refuted,
      replayWindowMs: software.replayWindowMs ?? told.replayWindowMs,
      acceptance: acceptance ?? told.acceptance,
    };
  }

  const recompose = (): void => {
    profile = composed(profile.software, profile.version);
  };

  /** What was passed on as not ours to keep, and was taken, is ours to keep from now on. */
  function accepted(
    answer: UpstreamAnswer & { kind: "answered" },
    about: Answered,
    at: EpochMs,
  ): void {
    failing = [];
    const taught = lessons.taught();
    lessons.hear(about, profile, software.accepts !== undefined, at);
    const isLong = answer.body.length > acceptanceBytesMax;
    const heard = isLong ? acceptance : acceptanceFrom(answer);
    // It says the same each time.
    if (lessons.taught() === taught && isSame(heard, acceptance)) return;
    acceptance = heard;
    recompose();
  }

  return {
    home(named): Home {
      const host = named?.toLowerCase() as Host | undefined;
      const known = host === undefined || hosts.includes(host) ? hosts : [host, ...hosts];
      return { hosts: known, actors: settings.actors };
    },

    profile: () => profile,
    publicHost: () => hosts[0] ?? lastNamed,

    named(host) {
      if (host !== undefined) lastNamed = host.toLowerCase() as Host;
    },

    learned(name, version, nodeInfoUrl) {
      profile = composed(name, version);
      const host = nodeInfoUrl === undefined ? undefined : hostOf(nodeInfoUrl);
      if (host === undefined || hosts.includes(host) || hosts.length >= ownHostsMax) return;
      hosts.push(host);
    },

    heard(answer, about, at) {
      const { domain } = about;
      if (answer.kind === "unreachable") return doubt();
      if (wasAccepted(answer)) return accepted(answer, about, at);
      if (answer.status < 500 || domain === undefined) return;
      failing = [...failing.filter((one) => one.domain !== domain).slice(-63), { domain, at }];
    },

    answeredUs(did) {
      silent = !did;
    },

    taught: lessons.taught,
    whenTaught: lessons.whenTaught,
    remember(shapes) {
      lessons.remember(shapes);
      recompose();
    },

    whenDoubted(ask) {
      doubt = ask;
    },

    isDown(at) {
      return silent || failing.filter(within(at)).length >= failingDomains;
    },
  };
}

function within(at: EpochMs): (one: { readonly at: EpochMs }) => boolean {
  return (one) => at - one.at < failingWithinMs;
}

/** Fields that belong to one answer or one connection, not to acceptance as such. */
const ofOneAnswer = new Set(
  (
    "date content-length connection keep-alive transfer-encoding set-cookie etag last-modified " +
    "age x-request-id x-runtime x-trace-id traceparent server-timing"
  ).split(" "),
);

function isSame(one: Acceptance | undefined, other: Acceptance | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return (
    one.status === other.status &&
    one.headers.length === other.headers.length &&
    one.headers.every((field, i) => isSameField(field, other.headers[i])) &&
    one.body.length === other.body.length &&
    one.body.every((byte, i) => byte === other.body[i])
  );
}

function isSameField(one: HeaderField, other: HeaderField | undefined): boolean {
  return one[0] === other?.[0] && one[1] === other[1];
}

function acceptanceFrom(answer: UpstreamAnswer & { kind: "answered" }): Acceptance {
  const headers = answer.headers.filter(([name]) => !ofOneAnswer.has(name.toLowerCase()));
  return { status: answer.status, headers, body: answer.body };
}
