// How much a ruling is about, in numbers that a person reads before giving it.

import { domainOf } from "../../engine/text/domain.ts";
import { hostOf } from "../../model/ids.ts";
import type { Rung } from "../../model/rung.ts";
import type { Preview, Spared } from "./preview.ts";

export interface RulingSums {
  readonly deliveries: number;
  readonly senders: number;
  readonly domains: number;
  /** Local people whom it was for, as far as they are named. */
  readonly people: number;
  /** Released ones by the way that each would take; `none`: the home server may refuse them. */
  readonly ways: Readonly<Partial<Record<Rung | "none", number>>>;
  /** Those that were refused before, and come in after all. */
  readonly takenBack: number;
  readonly left: Readonly<Partial<Record<Spared, number>>>;
}

export function sumsOf({ asked, parts }: Preview): RulingSums {
  const meant = parts.flatMap((part) => part.meant);
  const left: Partial<Record<Spared, number>> = {};
  for (const { because } of parts.flatMap((part) => part.left)) count(left, because);
  const ways: Partial<Record<Rung | "none", number>> = {};
  if (asked.word === "release") for (const { way } of meant) count(ways, way ?? "none");
  const senders = new Set(meant.map(({ kept }) => kept.sender));
  return {
    deliveries: meant.length,
    senders: senders.size,
    domains: new Set([...senders].map((sender) => domainOf(hostOf(sender) ?? ""))).size,
    people: new Set(meant.flatMap(({ kept }) => kept.recipients)).size,
    ways,
    takenBack: meant.filter(({ kept }) => kept.state === "rejected").length,
    left,
  };
}

function count<K extends string>(counts: Partial<Record<K, number>>, key: K): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
