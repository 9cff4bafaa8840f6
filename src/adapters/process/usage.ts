// The account book of what is kept in this process.

import { accountsOf } from "../../engine/accounts.ts";
import type { Kept } from "../../model/kept.ts";
import {
  type Account,
  type AccountKind,
  bytesOf,
  type Usage,
  type Used,
  unused,
} from "../../model/usage.ts";

export function usageOf(all: readonly Kept[]): Usage {
  const books = { domain: new Map(), block: new Map(), view: new Map() } as const;
  let total = unused;
  for (const kept of all) {
    const more = usedBy(kept);
    total = plus(total, more);
    for (const [kind, name] of Object.entries(accountsOf(kept)) as [AccountKind, string][]) {
      const book: Map<string, Used> = books[kind];
      if (name !== undefined) book.set(name, plus(book.get(name) ?? unused, more));
    }
  }
  const kinds = ["domain", "block", "view"] as const;
  return { all: total, accounts: kinds.flatMap((kind) => accountsIn(kind, books[kind])) };
}

function accountsIn(kind: AccountKind, book: ReadonlyMap<string, Used>): readonly Account[] {
  return [...book]
    .filter(([, { deliveries, summaries }]) => deliveries + summaries > 0)
    .map(([name, used]) => ({ kind, name, ...used }))
    .sort((a, b) => b.deliveries - a.deliveries || b.summaries - a.summaries || byName(a, b));
}

function byName(a: Account, b: Account): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}

function usedBy({ delivery, state }: Kept): Used {
  const bytes = bytesOf(delivery);
  if (bytes > 0) return { deliveries: 1, bytes, summaries: 0 };
  return { ...unused, summaries: Number(state === "rejected") };
}

function plus(a: Used, b: Used): Used {
  return {
    deliveries: a.deliveries + b.deliveries,
    bytes: a.bytes + b.bytes,
    summaries: a.summaries + b.summaries,
  };
}
