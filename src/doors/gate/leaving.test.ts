// Clients that leave before they hear anything, and floods: over real sockets, with the real
// judgement behind the gate.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessLedger } from "../../adapters/process/ledger.ts";
import { after, hour } from "../../base/units.ts";
import type { Receipt } from "../../model/ids.ts";
import type { Kept } from "../../model/kept.ts";
import { LedgerBusy } from "../../ports/ledger.ts";
import { note, start, type TestHouseOptions, testHouse } from "../../services/house.fixture.ts";
import { dial, eventually, latch, openHouse, request, speak } from "./house.fixture.ts";

/** As its sender wrote it, with the fields of a signed delivery. */
const text = Buffer.from(note("one", start).body).toString();
const signed = 'Signature: keyId="https://harbor.example/users/x#main-key",signature="AA=="';
const head = ["POST /inbox HTTP/1.1", "Host: home.example", `Content-Length: ${text.length}`];
const delivery = request([...head, signed, "Connection: close"], text);

const clock = { clock: { now: () => start } };

/** Its disk waits for a word from the test. */
class SlowDisk extends ProcessLedger {
  readonly disk = latch();
  reached = 0;
  override async keep(kept: Kept): Promise<Receipt> {
    this.reached += 1;
    await this.disk.wait;
    return super.keep(kept);
  }
}

test("who leaves before the answer leaves a delivery here; its repeat is the same", async (t) => {
  const ledger = new SlowDisk();
  const options: TestHouseOptions = { mood: "doubtful", ledger };
  const inside = testHouse(options);
  const { port } = await openHouse(t, { parts: { ...clock, gatekeeper: inside.gatekeeper } });
  const socket = dial(port);
  socket.write(delivery);
  await eventually(() => ledger.reached === 1);
  socket.destroy();
  ledger.disk.open();
  await eventually(() => inside.moves.length === 1);
  const [first] = await ledger.settling();
  assert.ok(first !== undefined, "our copy stays");

  options.mood = "trusting";
  assert.match(await speak(port, delivery), /^HTTP\/1\.1 202 /, "although it would pass by now");
  const settling = await ledger.settling();
  assert.deepEqual(
    settling.map(({ receipt }) => receipt),
    [first.receipt],
    "the same receipt",
  );
  await inside.passTo(after(start, hour));
  assert.deepEqual(inside.reached, [first.receipt], "and one delivery");
});

test("under a flood strangers hear 503, friends pass, and nothing gets in unjudged", async (t) => {
  class FloodedDisk extends ProcessLedger {
    override async keep(): Promise<Receipt> {
      throw new LedgerBusy("20,000 calls are waiting");
    }
  }
  const options: TestHouseOptions = { mood: "doubtful", ledger: new FloodedDisk() };
  const inside = testHouse(options);
  let visits = 0;
  const { port } = await openHouse(t, {
    parts: { gatekeeper: inside.gatekeeper },
    home: (_, response) => {
      visits += 1;
      response.writeHead(202).end();
    },
  });
  const heard = await Promise.all(Array.from({ length: 20 }, () => speak(port, delivery)));
  assert.ok(heard.every((one) => one.startsWith("HTTP/1.1 503 ")));
  assert.equal(visits, 0);
  options.mood = "trusting";
  assert.match(await speak(port, delivery), /^HTTP\/1\.1 202 /);
  assert.equal(visits, 1);
});
