import assert from "node:assert/strict";
import { test } from "node:test";
import type { Account } from "../model/usage.ts";
import { shippedQuotas } from "../services/quotas.ts";
import { quotaLines } from "./cases-quotas.ts";

const little = { deliveries: 3, bytes: 4000, summaries: 0 };
const flood: Account = {
  kind: "domain",
  name: "wild.example",
  deliveries: 2000,
  bytes: 12_600_000,
  summaries: 7,
};

test("while there is room nothing is said", () => {
  const accounts = [{ ...flood, deliveries: 1999 }];
  assert.deepEqual(quotaLines({ all: little, accounts }, shippedQuotas), []);
});

test("of whom no more is kept, and how to end it", () => {
  const accounts: Account[] = [flood, { ...flood, kind: "block", name: "192.0.2.0/24" }];
  assert.deepEqual(quotaLines({ all: little, accounts }, shippedQuotas), [
    "No more is kept of wild.example (2000 kept, 12MiB, 7 more recorded without their text); " +
      "breakwater refuse wild.example ends it.",
    "No more is kept from 192.0.2.0/24 (2000 kept, 12MiB, 7 more recorded without their text).",
  ]);
});

test("a full shelf comes first, and a long list is cut", () => {
  const all = { ...little, bytes: 2 * 1024 ** 3 };
  const accounts = Array.from({ length: 9 }, (_, i) => ({ ...flood, name: `w${i}.example` }));
  const lines = quotaLines({ all, accounts }, shippedQuotas);
  assert.match(lines[0] ?? "", /^No more is kept at all \(2GiB\)/);
  assert.equal(lines.at(-1), "… and 5 more quotas are used up.");
});
