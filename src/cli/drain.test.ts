import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { after, minute } from "../base/units.ts";
import type { Receipt } from "../model/ids.ts";
import type { Kept } from "../model/kept.ts";
import { modeOrdered } from "../services/orders.ts";
import { type DrainOptions, runDrain } from "./drain.ts";
import { exitCodes } from "./exit-code.ts";
import { fakeContext, heldDelivery, testMoment } from "./testing.ts";

const hand = { by: "alice", at: testMoment, through: "command" } as const;

interface Wishes {
  readonly isUp?: boolean;
  /** What the home server answers; undefined: nothing. */
  readonly status?: number | undefined;
  readonly stopped?: AbortSignal;
}

/** Stores on which a gate runs that delivers what is due whenever somebody waits. */
function place(t: TestContext, { isUp = true, status = 202, stopped }: Wishes = {}) {
  const directory = mkdtempSync(join(tmpdir(), "breakwater-"));
  t.after(() => rmSync(directory, { recursive: true }));
  const ledger = new ProcessLedger();
  const deliverDue = async () => {
    for (const receipt of await ledger.due(testMoment, 1)) {
      await ledger.claim(receipt, minute, testMoment);
      const answer = { kind: "answered", status, headers: [], body: new Uint8Array() } as const;
      await ledger.finish(receipt, answer, testMoment, after(testMoment, minute));
    }
  };
  const drain = async (options: DrainOptions) => {
    const stopping = () => stopped ?? new AbortController().signal;
    const context = fakeContext({ directory, stopping });
    const surroundings = {
      isUp: async () => isUp,
      wait: status === 0 ? async () => 0 : deliverDue,
    };
    const code = await runDrain(options, ledger, hand, context, surroundings);
    return { code, text: context.output.text(), asides: context.output.asides() };
  };
  return { directory, ledger, drain };
}

function settling(receipt: string): Kept {
  return { ...heldDelivery(receipt), state: "settling", dueAt: after(testMoment, 30 * minute) };
}

test("what settles is passed on, what is held waits for a word on it", async (t) => {
  const { ledger, drain } = place(t);
  for (const one of [settling("a"), settling("b"), heldDelivery("c")]) await ledger.keep(one);
  const { code, text } = await drain({});
  assert.equal(code, exitCodes.no);
  assert.match(text, /^The mode is off: nothing new is kept\.$/m);
  assert.match(text, /^2 were delivered\.$/m);
  assert.match(text, /^1 are still held: pass them on with --release, or write them/m);
  assert.equal((await modeOrdered(ledger))?.mode, "off");
});

test("released, everything goes, and then the web server's line can", async (t) => {
  const { ledger, drain } = place(t);
  for (const one of [settling("a"), heldDelivery("b")]) await ledger.keep(one);
  const { code, text, asides } = await drain({ release: true });
  assert.equal(code, exitCodes.done);
  assert.match(asides, /2 still to be delivered …\n1 still to be delivered …/);
  assert.match(text, /Nothing waits here any more\.\nThe gate can go: take the include line out/);
  assert.equal((await ledger.find("b" as Receipt))?.ruledBy, "alice, draining");
});

test("exported, what is held lies in a file of one's own, byte for byte", async (t) => {
  const { directory, ledger, drain } = place(t);
  const kept = heldDelivery("a");
  await ledger.keep(kept);
  const { code, text } = await drain({ export: "held.jsonl" });
  assert.equal(code, exitCodes.done);
  assert.match(text, /Wrote 1 to held\.jsonl, with their bytes/);
  const file = join(directory, "held.jsonl");
  assert.equal(statSync(file).mode & 0o777, 0o600);
  const [line = "", ...rest] = readFileSync(file, "utf8").split("\n");
  const told = JSON.parse(line);
  assert.deepEqual(rest, [""]);
  assert.deepEqual([told.receipt, told.state], ["a", "held"]);
  assert.ok(Buffer.from(told.bodyBase64, "base64").equals(Buffer.from(kept.delivery.body)));
  await assert.rejects(drain({ export: "held.jsonl" }), /can't write .*it exists already; name/);
});

test("what the home server refuses by now is told, and can still be exported", async (t) => {
  const { directory, ledger, drain } = place(t, { status: 401 });
  await ledger.keep(heldDelivery("a"));
  const { code, text } = await drain({ release: true });
  assert.equal(code, exitCodes.no);
  assert.match(text, /1 were refused by the home server, most likely because their signatures/);
  await drain({ export: "rest.jsonl" });
  assert.match(readFileSync(join(directory, "rest.jsonl"), "utf8"), /"state":"refused"/);
});

test("where no gate runs or the home server is down, it says who does not deliver", async (t) => {
  const down = place(t, { isUp: false });
  await down.ledger.keep(settling("a"));
  await assert.rejects(down.drain({}), /no gate runs on these stores/);
  const silent = place(t, { status: 0 });
  await silent.ledger.keep(settling("a"));
  await assert.rejects(silent.drain({}), /1 can't be delivered: does the home server answer\?/);
  await assert.rejects(silent.drain({}), { exitCode: exitCodes.down });
});

test("ended in the middle it goes on where it was when run again", async (t) => {
  const first = place(t, { stopped: AbortSignal.abort() });
  for (const one of [settling("a"), settling("b")]) await first.ledger.keep(one);
  const message = "ended with 2 undelivered: run it again to go on.";
  await assert.rejects(first.drain({}), { message, exitCode: exitCodes.no });
  assert.deepEqual(await first.ledger.due(testMoment, 9), ["a", "b"]);
});
