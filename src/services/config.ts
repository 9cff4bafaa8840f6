// What the operator wants: from the file, the environment and the command line to one frozen
// object, and for each value where it came from.

import { nearest } from "../base/nearest.ts";
import { err, ok, type Result } from "../base/result.ts";
import { hidden, type Secret } from "../base/secret.ts";
import type { SocketAddress } from "../base/socket-address.ts";
import type { PolicySettings } from "../engine/policy.ts";
import type { SignatureKind } from "../model/authenticity.ts";
import type { Mode } from "../model/mode.ts";
import type { TuneSetting } from "../model/proposal.ts";
import type { RecallSetting } from "../model/recall.ts";
import {
  type ConfigInput,
  type ConfigProblem,
  type Given,
  gather,
  type Source,
  sourceOf,
  valueAt,
} from "./config-given.ts";
import { configMap, type Leaf } from "./config-leaves.ts";
import { policySettingsOf } from "./config-policy.ts";
import { contradictions, oddities, problemsOf } from "./config-problems.ts";
import { configSchema, type ParsedConfig } from "./config-schema.ts";
import type { RecipientChoice } from "./home-entry.ts";
import type { QuotaBounds } from "./quotas.ts";

/** Everything an operator can set. Deeply frozen; a reload makes a new one. */
export interface Config {
  readonly mode: Mode;
  /** Of the sending domains, 0 to 1. */
  readonly guardShare: number;
  readonly recall: RecallSetting;
  readonly shadow: ShadowConfig | undefined;
  /** Undefined: there is no home server, only a demonstration can be given. */
  readonly upstream: SocketAddress | undefined;
  readonly listen: SocketAddress;
  readonly admin: SocketAddress;
  /** `url`: the origin under which people reach it. */
  readonly desk: {
    readonly enabled: boolean;
    readonly listen: SocketAddress;
    readonly url: string | undefined;
    readonly signIn: "home" | "token";
    readonly recipients: RecipientChoice;
  };
  /** Folder of the durable stores. */
  readonly state: string;
  readonly publicUrl: string | undefined;
  readonly home: { readonly origin: string | undefined; readonly actors: string | undefined };
  readonly software: SoftwareOverride;
  readonly trustedProxies: readonly string[];
  readonly network: { readonly allow: readonly string[] };
  readonly limits: { readonly bodyBytes: number };
  /** `share`: of deliveries, 0 to 1. */
  readonly traces: { readonly endpoint: string | undefined; readonly share: number };
  readonly notify: NotifySettings;
  readonly onFailure: "pass" | "settle";
  readonly quotas: QuotaBounds;
  readonly rejectAnswer: "accepted" | "403";
  readonly watchdogMs: number;
  readonly expireAfterMs: number;
  /** Of legitimate first contacts, how many may be held: 0 to 1. */
  readonly budget: number;
  readonly tune: TuneSetting;
  readonly policy: PolicySettings;
}

/** A second configuration, whose verdicts are counted and never acted on. */
export interface ShadowConfig {
  /** As the operator wrote it. */
  readonly file: string;
  /** Undefined until somebody who may read files has read it. */
  readonly policy: PolicySettings | undefined;
}

/** The ways out to moderators. */
export interface NotifySettings {
  readonly allow: readonly string[];
  readonly email: {
    readonly server:
      | { readonly host: string; readonly port: number; readonly tls: boolean }
      | undefined;
    readonly user: string | undefined;
    readonly password: Secret | undefined;
    /** As the operator wrote it; who may read files puts what is in it into `password`. */
    readonly passwordFile: string | undefined;
    readonly from: string | undefined;
  };
  readonly ntfy: {
    readonly url: string | undefined;
    readonly token: Secret | undefined;
    readonly tokenFile: string | undefined;
  };
}

/** What the operator knows better than the home server's NodeInfo. */
export interface SoftwareOverride {
  readonly name: string | undefined;
  readonly version: string | undefined;
  readonly replayWindowMs: number | undefined;
  readonly accepts: readonly SignatureKind[] | undefined;
}

/** A setting as it stands: as the operator wrote it, or its default. */
export interface ShownSetting {
  readonly name: string;
  readonly value: unknown;
  readonly source: Source;
}

export interface LoadedConfig {
  readonly config: Config;
  readonly shown: readonly ShownSetting[];
  /** What is odd and stops nothing, such as variables that look like ours and are not. */
  readonly warnings: readonly string[];
}

/** Variables that are ours and set nothing in the configuration. */
const otherVariables = new Set(["BREAKWATER_CONFIG", "BREAKWATER_DEBUG", "BREAKWATER_LOG"]);
/** What Kubernetes and Docker set for a service of our name. */
const foreignVariable = /^BREAKWATER_(?:.*_)?(?:SERVICE|PORT)(?:_|$)/;

/** Never throws; all problems at once, in the order of the sources. */
export function loadConfig(input: ConfigInput): Result<LoadedConfig, readonly ConfigProblem[]> {
  const given = gather(input);
  if (given.problems.length > 0) return err(given.problems);
  const parsed = configSchema.safeParse(given.tree);
  if (!parsed.success) {
    const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, given));
    return err(problems);
  }
  const crossed = contradictions(parsed.data, given);
  if (crossed.length > 0) return err(crossed);
  const config = deepFreeze(configOf(parsed.data));
  return ok({
    config,
    shown: configMap.leaves.map((leaf) => shown(leaf, given)),
    warnings: [...strayVariables(input), ...oddities(config)],
  });
}

function shown(leaf: Leaf, given: Given): ShownSetting {
  const value = valueAt(given.tree, leaf.path);
  if (value === undefined)
    return { name: leaf.name, value: leaf.default, source: { kind: "default" } };
  const source = sourceOf(given, leaf.path);
  return { name: leaf.name, value: leaf.secret ? hidden : value, source };
}

function strayVariables({ environment = {} }: ConfigInput): string[] {
  const known = new Set(configMap.leaves.map((leaf) => leaf.variable));
  return Object.keys(environment)
    .filter((name) => name.startsWith("BREAKWATER_") && !known.has(name))
    .filter((name) => !otherVariables.has(name) && !foreignVariable.test(name))
    .map((name) => {
      const meant = nearest(name, [...known, ...otherVariables]);
      const hint = meant === undefined ? "" : `; did you mean ${meant}?`;
      return `the environment's ${name} sets nothing${hint}`;
    });
}

function configOf(parsed: ParsedConfig): Config {
  const { home, software } = parsed;
  return {
    mode: parsed.mode,
    guardShare: parsed.guard_share,
    recall: parsed.recall,
    shadow: parsed.shadow === undefined ? undefined : { file: parsed.shadow, policy: undefined },
    upstream: parsed.upstream,
    listen: parsed.listen,
    admin: parsed.admin,
    desk: deskOf(parsed),
    state: parsed.state,
    publicUrl: parsed.public_url,
    home: { origin: home.origin, actors: home.actors },
    software: {
      name: software.name,
      version: software.version,
      replayWindowMs: software.replay_window,
      accepts: software.accepts,
    },
    trustedProxies: parsed.trusted_proxies,
    network: { allow: parsed.network.allow },
    limits: { bodyBytes: parsed.limits.body },
    traces: { endpoint: parsed.traces.endpoint, share: parsed.traces.share },
    notify: notifyOf(parsed),
    onFailure: parsed.on_failure,
    quotas: quotasOf(parsed),
    rejectAnswer: parsed.reject_answer,
    watchdogMs: parsed.watchdog,
    expireAfterMs: parsed.expire_after,
    budget: parsed.budget,
    tune: parsed.tune,
    policy: policySettingsOf(parsed),
  };
}

function deskOf({ desk }: ParsedConfig): Config["desk"] {
  const { enabled, listen, url, sign_in: signIn, recipients } = desk;
  return { enabled, listen, url, signIn, recipients };
}

function notifyOf({ notify: { allow, email, ntfy } }: ParsedConfig): NotifySettings {
  const { server, user, password, password_file: passwordFile, from } = email;
  const { url, token, token_file: tokenFile } = ntfy;
  return {
    allow,
    email: { server, user, password, passwordFile, from },
    ntfy: { url, token, tokenFile },
  };
}

function quotasOf({ quotas }: ParsedConfig): QuotaBounds {
  return {
    each: { deliveries: quotas.deliveries, bytes: quotas.size },
    all: { deliveries: quotas.all_deliveries, bytes: quotas.all_size },
    diskReserveBytes: quotas.disk_reserve,
  };
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const below of Object.values(value)) deepFreeze(below);
  }
  return value;
}
