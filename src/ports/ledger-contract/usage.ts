// Stories of the account book: what is kept, and under whose name.

import { deepEqual, equal, ok } from "node:assert/strict";
import { day, minute } from "../../base/units.ts";
import type { ActorId, Host, ObjectId, ViewKey } from "../../model/ids.ts";
import type { Kept } from "../../model/kept.ts";
import { withoutBytes } from "../../model/kept.ts";
import { bytesOf } from "../../model/usage.ts";
import {
  answered,
  bytes,
  later,
  provenBy,
  receiptOf,
  someKept,
  start,
  unproven,
} from "../kept.fixture.ts";
import { keepAll, type Tell } from "./telling.ts";

/** From a host of its own below one domain, and a client of its own in one network. */
function fromBelow(number: number, changes: Parameters<typeof someKept>[1] = {}): Kept {
  const host = `h${number}.wild.example`;
  const sender = `https://${host}/users/a` as ActorId;
  const authenticity = { ...provenBy(sender), signerHost: host as Host };
  const client = `198.51.100.${number}`;
  return someKept(number, { sender, authenticity, client, headers: [], ...changes });
}

export function usageStories(tell: Tell): void {
  tell("where nothing is kept nothing is counted", async (ledger) => {
    deepEqual(await ledger.usage(), {
      all: { deliveries: 0, bytes: 0, summaries: 0 },
      accounts: [],
    });
    ok((await ledger.room()) > 0);
  });

  tell("hosts count under their domain, clients under their network", async (ledger) => {
    const keys = ["text:same" as ViewKey];
    await keepAll(ledger, fromBelow(1, { keys }), fromBelow(2, { keys, state: "held" }));
    const used = { deliveries: 2, bytes: bytesOf(fromBelow(1).delivery) * 2, summaries: 0 };
    deepEqual(await ledger.usage(), {
      all: used,
      accounts: [
        { kind: "domain", name: "wild.example", ...used },
        { kind: "block", name: "198.51.100.0/24", ...used },
        { kind: "view", name: "text:same", ...used },
      ],
    });
  });

  tell("what only claims to be of a domain counts under its network alone", async (ledger) => {
    await ledger.keep(fromBelow(1, { authenticity: unproven, keys: [] }));
    await ledger.keep(fromBelow(2, { authenticity: unproven, keys: [], client: "10.0.0.1" }));
    const names = (await ledger.usage()).accounts.map(({ kind, name }) => `${kind} ${name}`);
    deepEqual(names, ["block 198.51.100.0/24", "block unproven"]);
  });

  tell("a late key brings what is kept under its domain", async (ledger) => {
    await ledger.keep(fromBelow(1, { authenticity: unproven }));
    const { authenticity, verdict } = fromBelow(1);
    const next = { state: "held", dueAt: undefined, authenticity } as const;
    await ledger.rejudge(receiptOf(1), verdict, next, start);
    equal((await ledger.usage()).accounts[0]?.name, "wild.example");
  });

  tell("what lost its bytes takes no room, what is rejected does", async (ledger) => {
    await keepAll(
      ledger,
      fromBelow(1),
      fromBelow(2),
      fromBelow(3),
      fromBelow(4, { state: "held" }),
    );
    await ledger.withdraw(fromBelow(1).sender, fromBelow(1).objectId as ObjectId, start);
    await ledger.claim(receiptOf(2), minute, later(minute));
    await ledger.finish(receiptOf(2), answered(202), later(minute), later(minute));
    await ledger.rule({ receipt: receiptOf(3), ruling: "spam", by: "mod", at: start });
    equal((await ledger.usage()).all.deliveries, 2);
    await ledger.expire(later(day), later(day));
    deepEqual((await ledger.usage()).all, { deliveries: 0, bytes: 0, summaries: 1 });
  });

  tell("a summary is counted as one, and found without its words", async (ledger) => {
    const summary = withoutBytes(fromBelow(1, { state: "rejected", dueAt: undefined }));
    await keepAll(ledger, summary, fromBelow(2, { body: bytes("12345"), keys: [] }));
    const [domain] = (await ledger.usage()).accounts;
    deepEqual(domain, {
      kind: "domain",
      name: "wild.example",
      deliveries: 1,
      bytes: 5,
      summaries: 1,
    });
    deepEqual((await ledger.find(receiptOf(1)))?.delivery.body, new Uint8Array());
  });
}
