// What is wrong with what was given, each in one sentence that says what to write instead.

import { nearest } from "../base/nearest.ts";
import { isLoopback, type SocketAddress, showSocketAddress } from "../base/socket-address.ts";
import type { PolicySettings } from "../engine/policy.ts";
import { isKnownSoftware, knownSoftware } from "../model/server-profile.ts";
import type { Config } from "./config.ts";
import { type ConfigProblem, type Given, type Source, sourceOf, valueAt } from "./config-given.ts";
import { configMap } from "./config-leaves.ts";
import type { configSchema, ParsedConfig } from "./config-schema.ts";

type Issue = NonNullable<ReturnType<typeof configSchema.safeParse>["error"]>["issues"][number];

export function problemsOf(issue: Issue, given: Given): ConfigProblem[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      source: sourceOf(given, [...path, key]),
      problem: unknownKey(path, key),
    }));
  const value = valueAt(given.tree, path);
  const name = path.join(".");
  const isSecret = configMap.leaves.some((leaf) => leaf.name === name && leaf.secret);
  const problem = `${name} ${issue.message}${isSecret ? "" : `, not ${quoted(value)}`}`;
  return [{ source: sourceOf(given, path), problem }];
}

function unknownKey(path: readonly string[], key: string): string {
  const known = configMap.sections.get(path.join("."))?.keys ?? [];
  const where = path.length === 0 ? "" : ` below "${path.join(".")}"`;
  const unknown = `there is no setting ${quoted(key)}${where}`;
  const meant = nearest(key, known);
  if (meant !== undefined) return `${unknown}; did you mean "${meant}"?`;
  const elsewhere = configMap.leaves.find((leaf) => leaf.path.at(-1) === key);
  if (elsewhere !== undefined) return `${unknown}; it is named "${elsewhere.name}"`;
  return known.length > 12
    ? `${unknown}; "breakwater config show" lists them all`
    : `${unknown}; known are ${known.join(", ")}`;
}

/** What the schema of one setting can't see. */
export function contradictions(parsed: ParsedConfig, given: Given): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const { settle, listen, admin, upstream } = parsed;
  if (settle.min > settle.max) {
    const problem = "settle.min must not be longer than settle.max";
    problems.push({ source: firstGiven(given, "settle.min", "settle.max"), problem });
  }
  const same = listen.kind === "tcp" && admin.kind === "tcp" && listen.port === admin.port;
  if (same && listen.port !== 0 && listen.host === admin.host) {
    const problem = "listen and admin must not be the same address";
    problems.push({ source: firstGiven(given, "admin", "listen"), problem });
  }
  for (const { name, path, secret } of configMap.leaves)
    if (secret && valueAt(given.tree, path) !== undefined)
      problems.push(...secretProblems(name, sourceOf(given, path), given));
  if (upstream !== undefined && [listen, admin].some((own) => isSame(own, upstream))) {
    const problem = "upstream must be the home server's address, not the gate's own";
    problems.push({ source: firstGiven(given, "upstream", "listen", "admin"), problem });
  }
  return problems;
}

/** Files of settings are backed up, shown around and committed. */
function secretProblems(name: string, source: Source, given: Given): ConfigProblem[] {
  const file = `${name}_file`;
  if (source.kind === "file") {
    const variable = configMap.leaves.find((leaf) => leaf.name === name)?.variable;
    const problem =
      `${name} is a secret and must not stand here: set ${variable} in the environment, or name ` +
      `a file that holds it in ${file}`;
    return [{ source, problem }];
  }
  if (!given.sources.has(file)) return [];
  return [{ source, problem: `${name} and ${file} must not both be given` }];
}

/** Also by another name of this machine, as in `localhost`: mail would go round in a circle. */
function isSame(one: SocketAddress, other: SocketAddress): boolean {
  if (one.kind === "unix" || other.kind === "unix")
    return one.kind === other.kind && showSocketAddress(one) === showSocketAddress(other);
  const isHere = isLoopback(other) && (isLoopback(one) || /^(?:0\.0\.0\.0|::)$/.test(one.host));
  return one.port === other.port && one.port !== 0 && (isHere || one.host === other.host);
}

/** What may be meant on a test bench, and would stop everybody's mail on a server. */
export function dangerOf({ prior, holdAt, settleBand }: PolicySettings): string | undefined {
  const bounds = `prior is ${prior}, hold_at ${holdAt}, settle_band ${settleBand}`;
  if (holdAt <= prior) return `every contact would be held: ${bounds}`;
  if (holdAt - settleBand <= prior) return `every contact would settle: ${bounds}`;
  return undefined;
}

/** What is odd about settings that may stand like this all the same. */
export function oddities({ software, listen, trustedProxies, policy }: Config): string[] {
  const odd: string[] = [];
  const { name } = software;
  if (name !== undefined && !isKnownSoftware(name)) {
    const meant = nearest(name.toLowerCase(), knownSoftware);
    const all = `known are ${knownSoftware.join(", ")}`;
    const hint = meant === undefined ? all : `did you mean ${meant}?`;
    odd.push(`software.name "${name}" has no profile, so little is assumed of it; ${hint}`);
  }
  if (!isLoopback(listen) && trustedProxies.every((one) => /^(?:127\.|::1)/.test(one)))
    odd.push(
      "the gate listens beyond this machine, and trusted_proxies names nobody there: every " +
        "sender will seem to be the proxy",
    );
  const danger = dangerOf(policy);
  return danger === undefined ? odd : [...odd, danger];
}

function firstGiven(given: Given, ...names: string[]): Source {
  const name = names.find((one) => given.sources.has(one)) ?? "";
  return given.sources.get(name) ?? { kind: "default" };
}

/** Short enough for one line of a terminal. */
function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
