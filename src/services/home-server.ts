// What we learn of the home server: its names, its software, its answers, and whether it is down.

import { type EpochMs, second } from "../base/units.ts";
import { signatureKindOf } from "../engine/identity/signature-kind.ts";
import { domainOf } from "../engine/text/domain.ts";
import type { SignatureKind } from "../model/authenticity.ts";
import { type Delivery, headerOf } from "../model/delivery.ts";
import type { Home } from "../model/home.ts";
import { type Host, hostOf } from "../model/ids.ts";
import { type UpstreamAnswer, wasAccepted } from "../model/kept.ts";
import { profileOf, type ServerProfile, unknownServer } from "../model/server-profile.ts";
import type { HomeServer } from "../ports/ports.ts";

/** 5xx to deliveries of this many unrelated domains within this time: it is down. */
const failingDomains = 3;
const failingWithinMs = 30 * second;

/** Names of one server: its actors' host, its handles' domain, an old one or two. */
const ownHostsMax = 8;

/** Acceptances are empty or a short word; what is longer speaks of one delivery. */
const acceptanceBytesMax = 1024;

export interface HomeServerWatch extends HomeServer {
  /** The name to ask the home server under: its own, or the last that a delivery gave it. */
  publicHost(): string | undefined;
  /** NodeInfo was heard; what it links to names the server's own host. */
  learned(software: string, version: string, nodeInfoUrl: string | undefined): void;
  heard(answer: UpstreamAnswer, delivery: Delivery, at: EpochMs): void;
  /** One sender's 5xx never counts. */
  isDown(at: EpochMs): boolean;
}

export interface HomeServerSettings {
  /** As configured; learned from NodeInfo and the deliveries' Host where it is not. */
  readonly origin: string | undefined;
  readonly actors: string | undefined;
  readonly profile: Partial<ServerProfile>;
}

export function makeHomeServer(settings: HomeServerSettings): HomeServerWatch {
  let profile: ServerProfile = { ...unknownServer, ...settings.profile };
  const own = settings.origin === undefined ? undefined : hostOf(settings.origin);
  const hosts: Host[] = own === undefined ? [] : [own];
  /** Kinds that it took although its profile does not say so. */
  const taken = new Set<SignatureKind>();
  let lastNamed: Host | undefined;
  let unreachableAt: EpochMs | undefined;
  let failing: { readonly domain: string; readonly at: EpochMs }[] = [];

  /** What was passed on as not ours to keep, and was taken, is ours to keep from now on. */
  function learnKind(kind: SignatureKind): void {
    const { accepts, drops } = profile;
    if (kind === "none" || accepts.has(kind) || drops.has(kind)) return;
    if (settings.profile.accepts !== undefined) return;
    taken.add(kind);
    profile = { ...profile, accepts: new Set([...accepts, kind]) };
  }

  return {
    home(named): Home {
      const host = named === undefined ? undefined : (named.toLowerCase() as Host);
      if (host !== undefined) lastNamed = host;
      const known = host === undefined || hosts.includes(host) ? hosts : [...hosts, host];
      return { hosts: known, actors: settings.actors };
    },

    profile: () => profile,
    publicHost: () => hosts[0] ?? lastNamed,

    learned(software, version, nodeInfoUrl) {
      const { acceptance } = profile;
      const told = profileOf(software, version);
      const accepts = new Set([...told.accepts, ...taken]);
      profile = { ...told, accepts, acceptance, ...settings.profile };
      const host = nodeInfoUrl === undefined ? undefined : hostOf(nodeInfoUrl);
      if (host === undefined || hosts.includes(host) || hosts.length >= ownHostsMax) return;
      hosts.push(host);
    },

    heard(answer, delivery, at) {
      if (answer.kind === "unreachable") {
        unreachableAt = at;
        return;
      }
      unreachableAt = undefined;
      if (answer.status >= 500) {
        const sent = headerOf(delivery, "signature") ?? "";
        failing.push({ domain: signingDomain(sent) ?? delivery.client, at });
        failing = failing.slice(-64);
      } else failing = [];
      if (!wasAccepted(answer)) return;
      learnKind(signatureKindOf(delivery));
      if (answer.body.length > acceptanceBytesMax) return;
      profile = { ...profile, acceptance: acceptanceFrom(answer) };
    },

    isDown(at) {
      if (unreachableAt !== undefined && at - unreachableAt < failingWithinMs) return true;
      const recent = failing.filter((one) => at - one.at < failingWithinMs);
      return new Set(recent.map((one) => one.domain)).size >= failingDomains;
    },
  };
}

function signingDomain(signature: string): string | undefined {
  const host = hostOf(/keyId="([^"]{1,2048})"/i.exec(signature)?.[1] ?? "");
  return host === undefined ? undefined : domainOf(host);
}

/** Fields that belong to one answer or one connection, not to acceptance as such. */
const ofOneAnswer =
  /^(?:date|content-length|connection|keep-alive|transfer-encoding|set-cookie|etag|last-modified|age|x-request-id|x-runtime|x-trace-id|traceparent|server-timing)$/i;

function acceptanceFrom(
  answer: UpstreamAnswer & { kind: "answered" },
): ServerProfile["acceptance"] {
  const headers = answer.headers.filter(([name]) => !ofOneAnswer.test(name));
  return { status: answer.status, headers, body: answer.body };
}
