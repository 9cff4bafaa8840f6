import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import type { NeglectRung } from "../model/neglect.ts";
import { later } from "../ports/kept.fixture.ts";
import { type NeglectedHost, neglectedHosts } from "../services/host-ladder.ts";
import { lookAtHosts } from "./doctor/look-at-hosts.ts";
import { neglectedInLine } from "./neglect-words.ts";
import { weekNotes } from "./week-notes.ts";

function host(domain: string, rung: NeglectRung, welcomed = 0): NeglectedHost {
  const counts = { spammers: 14, others: 6, days: 7, words: 9, welcomed, open: false };
  return { domain, rung, ...counts, lastAt: later(0), since: later(0) };
}

async function ledgerWith(hosts: readonly NeglectedHost[]): Promise<ProcessLedger> {
  const ledger = new ProcessLedger();
  await ledger.putSetting("host-ladder", JSON.stringify(hosts));
  return ledger;
}

const noWeek = { mode: "guard", held: { reasons: [] }, settled: { reasons: [] } } as never;

test("a week names the host, the numbers, and the exact command", () => {
  const notes = weekNotes(noWeek, "open", [host("drift.example", "suggested", 2)]);
  assert.deepEqual(notes, [
    "Nobody seems to look after drift.example: of 20 of its people who came here lately 14 were " +
      "ruled spam, on 7 days. To refuse all of it for a month: breakwater refuse drift.example " +
      "--until 30d. People here know 2 of its people: a rule stops them too, unless each is " +
      "allowed (breakwater allow ACTOR).",
  ]);
});

test("hosts on lower rungs are named in a line, and more are counted", () => {
  const names = ["a.example", "b.example", "c.example", "d.example"];
  assert.equal(
    neglectedInLine(names.map((name) => host(name, "waits"))),
    "nobody seems to look after a.example (strangers wait longer), b.example (strangers wait " +
      "longer), c.example (strangers wait longer) and 1 more",
  );
  assert.deepEqual(weekNotes(noWeek, "open", []), []);
});

test("a doctor warns where a rule may be time, and only says what stands below", async () => {
  const bad = [host("drift.example", "suggested", 1), host("b.example", "holds")];
  const [finding] = await lookAtHosts(await ledgerWith(bad));
  assert.equal(finding?.level, "warn");
  assert.equal(
    finding?.todo,
    "breakwater refuse drift.example --until 30d, allowing first the 1 known here",
  );
  const [fine] = await lookAtHosts(await ledgerWith([host("b.example", "holds")]));
  assert.equal(fine?.level, "ok");
  assert.deepEqual(await lookAtHosts(new ProcessLedger()), []);
});

test("what another version wrote of hosts is no ladder, and no error", async () => {
  const ledger = new ProcessLedger();
  await ledger.putSetting("host-ladder", '[{"domain":1}]');
  assert.deepEqual(await neglectedHosts(ledger), []);
});
