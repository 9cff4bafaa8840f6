// From settings to the policy that verdicts are made under, named by its digest.

import { createHash } from "node:crypto";
import {
  makePolicy,
  type Policy,
  type PolicySettings,
  type SignalSettings,
} from "../engine/policy.ts";
import { type Group, groups } from "../engine/signals/signal.ts";
import type { PolicyDigest } from "../model/verdict.ts";
import type { ParsedConfig, ParsedSignal } from "./config-schema.ts";

/**
 * `seed` belongs to the installation and is secret: windows are drawn from it. The digest covers
 * both, so a verdict names exactly what it was made under.
 */
export function policyFrom(config: { readonly policy: PolicySettings }, seed: string): Policy {
  return makePolicy(config.policy, seed, digestOf(config.policy, seed));
}

/** The first 16 hex digits of the SHA-256 of `[seed, settings]` as JSON with sorted keys. */
export function digestOf(settings: PolicySettings, seed: string): PolicyDigest {
  const text = JSON.stringify(sorted([seed, settings]));
  return createHash("sha256").update(text).digest("hex").slice(0, 16) as PolicyDigest;
}

export function policySettingsOf(parsed: ParsedConfig): PolicySettings {
  const caps = groups.map((group) => [group, parsed.groups[group].max] as const);
  return {
    prior: parsed.prior,
    holdAt: parsed.hold_at,
    settleBand: parsed.settle_band,
    settleMinMs: parsed.settle.min,
    settleMaxMs: parsed.settle.max,
    contact: parsed.contact,
    preset: parsed.preset,
    neglectedHosts: parsed.neglected_hosts,
    groupMax: Object.fromEntries(caps) as Record<Group, number>,
    signals: signalSettingsOf(parsed.signals as Record<string, ParsedSignal>),
  };
}

function signalSettingsOf(
  parsed: Readonly<Record<string, ParsedSignal>>,
): Record<string, SignalSettings> {
  const settings = Object.entries(parsed).map(([symbol, { decibans, enabled, ...values }]) => [
    symbol,
    { decibans, enabled, values: values as Record<string, number> },
  ]);
  return Object.fromEntries(settings) as Record<string, SignalSettings>;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, below]) => [key, sorted(below)]));
}
