// Is the home server there, and what does it being what it is mean for waiting?

import { formatDuration } from "../../base/quantity.ts";
import { showSocketAddress } from "../../base/socket-address.ts";
import { type EpochMs, minute, parseTime } from "../../base/units.ts";
import { headerOf } from "../../model/delivery.ts";
import { isKnownSoftware, profileOf, type ServerProfile } from "../../model/server-profile.ts";
import type { Config } from "../../services/config.ts";
import type { GateStatus } from "../../services/gate-status.ts";
import { type Ask, askNodeInfo } from "../../services/node-info.ts";
import { bad, type Finding, ok, warn } from "./finding.ts";

/** Servers allow some minutes between a signature's date and their own clock. */
const skewWarnMs = minute;
const skewBadMs = 5 * minute;

export async function lookAtHome(
  config: Config,
  status: GateStatus | undefined,
  ask: Ask,
  now: () => EpochMs,
): Promise<Finding[]> {
  const { upstream } = config;
  const address = upstream === undefined ? "" : showSocketAddress(upstream);
  const host = status?.homeServer.hosts[0] ?? hostIn(config.home.origin);
  const answer = await ask("/.well-known/nodeinfo", host);
  if (answer.kind === "unreachable") {
    const says = `it does not answer at ${address}: ${answer.because}`;
    return [bad("home server", says, "start it, or set upstream to where it listens")];
  }
  const date = headerOf(answer, "date");
  const findings = [ok("home server", `answers at ${address}`), skew(date, now())];
  const heard = await askNodeInfo(ask, host);
  const name = config.software.name ?? heard?.software;
  const version = config.software.version ?? heard?.version ?? "";
  if (name === undefined) findings.push(noNodeInfo());
  else findings.push(meaning(withOverrides(profileOf(name, version), config)));
  const known = findings.filter((one) => one !== undefined);
  return [...known, ...learned(status), ...ties(status)];
}

/** Silent until somebody's list was looked for. */
function ties(status: GateStatus | undefined): Finding[] {
  const { readable = 0, hidden = 0, followed = 0 } = status?.following ?? {};
  if (readable + hidden === 0) return [];
  const lists = `${readable} of ${readable + hidden} people's lists of whom they follow`;
  if (readable > 0) return [ok("ties", `${lists} can be read: ${followed} ties`)];
  const says = `none of ${hidden} people's lists of whom they follow can be read by everybody`;
  const todo =
    "see docs/operators/ties.md: while no tie is known, friends are judged as strangers are";
  return [warn("ties", says, todo)];
}

function hostIn(origin: string | undefined): string | undefined {
  return origin === undefined ? undefined : new URL(origin).host;
}

function skew(date: string | undefined, now: EpochMs): Finding | undefined {
  const theirs = date === undefined ? undefined : parseTime(date);
  if (theirs === undefined) return undefined;
  const apart = Math.abs(now - theirs);
  if (apart < skewWarnMs) return ok("clock", "agrees with the home server's");
  const says = `this machine's clock and the home server's are ${roundedMinutes(apart)} apart`;
  const todo = "let both keep time (chrony, systemd-timesyncd): replays hang on it";
  return apart < skewBadMs ? warn("clock", says, todo) : bad("clock", says, todo);
}

export function roundedMinutes(ms: number): string {
  return formatDuration(Math.round(ms / minute) * minute);
}

function noNodeInfo(): Finding {
  return warn(
    "profile",
    "it has no NodeInfo: what it takes is not known, so posts wait five minutes at the most",
    "set software.name to what it runs, such as mastodon",
  );
}

function withOverrides(profile: ServerProfile, { software }: Config): ServerProfile {
  return {
    ...profile,
    accepts: new Set(software.accepts ?? profile.accepts),
    replayWindowMs: software.replayWindowMs ?? profile.replayWindowMs,
  };
}

function meaning(profile: ServerProfile): Finding {
  const { software, version, accepts, replayWindowMs } = profile;
  const name = `${software} ${version}`.trim();
  const kinds = [...accepts].join(" and ");
  const window = formatDuration(replayWindowMs);
  const says = `${name}: takes ${kinds}, and a post for ${window} after its date`;
  if (isKnownSoftware(software)) return ok("profile", says);
  return warn(
    "profile",
    `${says} (assumed: ${software} has no profile here yet)`,
    "if you know better, set software.accepts and software.replay_window",
  );
}

/** It took what we could not prove: from then on such mail is kept as well. */
function learned(status: GateStatus | undefined): Finding[] {
  const kinds = status?.homeServer.learned ?? [];
  if (kinds.length === 0) return [];
  const took = `it took ${kinds.join(" and ")} although its profile does not say so`;
  const says = `${took}; such mail settles too now`;
  return [ok("learned", says)];
}
