// A whole house to be killed: the real services over the real ledger and the real memory in one
// folder, and a home server that is a file. It says what it promised, word by word.
//
//   node lives-until-killed.fixture.ts FOLDER LIFE PLACE NTH      (PLACE: see Death)
//
//   heard RECEIPT kept|passed    a sender has its answer
//   home RECEIPT                 the home server has it
//   done RECEIPT                 a release is finished
//   tied|ruled RECEIPT           memory took in a follow, or a ruling, about its sender
//   counted RECEIPT MS           its text was counted at this moment of the wall clock
//
// The last life's place is "end": it lets everything come to its end and closes in order.

import { writeSync } from "node:fs";
import { folderDisk } from "../../adapters/durable/disk.ts";
import { DurableMemory } from "../../adapters/durable/durable-memory.ts";
import { allJournals } from "../../adapters/journal-log.ts";
import { after, type EpochMs, hour, minute, second } from "../../base/units.ts";
import type { ActorId, Host, Receipt, ViewKey } from "../../model/ids.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Journal } from "../../ports/journal.ts";
import { contact } from "../../ports/memory-contract/contacts.ts";
import {
  accepted,
  note,
  start,
  type TestHouseOptions,
  testHouse,
} from "../../services/house.fixture.ts";
import { openStore } from "../../wire/store.ts";
import { type Death, deadlyDisk, dying } from "./deadly.fixture.ts";

/** Counts may be lost for so long; the shipped two seconds would make every life long. */
export const countsAfterMs = 200;

export const alice = "https://home.example/users/alice" as ActorId;

/** Each sender writes once, from a host that it shares with others. */
export function senderOf(receipt: string): ActorId {
  return `https://h${Number(receipt.split("-")[1]) % 9}.example/users/${receipt}` as ActorId;
}

export function sentAt(receipt: string): EpochMs {
  const [life = 0, number = 0] = receipt.slice(1).split("-").map(Number);
  return after(start, life * hour + number * second);
}

/** What was written an hour ago must not seem expired to the memory that it is written to. */
export function clockOf(life: number): Clock {
  return { now: () => after(start, life * hour), wake: async () => undefined };
}

/** That its sender wrote once more, under a text of its own. */
export function oneMore(receipt: string) {
  const actor = senderOf(receipt);
  const domain = new URL(actor).host;
  const one = contact({ receipt: `${receipt}-more`, at: sentAt(receipt), to: ["bob"] });
  const sender = { actor, host: domain as Host, domain, proven: true };
  return { arrival: { ...one, sender }, keys: [`text:${receipt}` as ViewKey] };
}

function say(line: string): void {
  // Straight into the pipe: what a killed process had buffered was never said.
  writeSync(1, `${line}\n`);
}

async function live(folder: string, life: number, death: Death): Promise<void> {
  const die = dying(death);
  const { ledger, close } = await openStore(folder);
  const memory = await DurableMemory.open({
    disk: deadlyDisk(folderDisk(folder), die),
    clock: clockOf(life),
    tell: (trouble) => say(`trouble ${trouble ?? "is over"}`),
    limits: { countsAfterMs, patienceMs: 10 * second, changesBytesMin: 40_000 },
  });
  const options: TestHouseOptions = { ledger, memory, onlooker: tellEnds() };
  const house = testHouse(options);
  options.answer = () => {
    die("unsent");
    say(`home ${house.reached.at(-1)}`);
    die("unfinished");
    return accepted;
  };
  await house.keep.resume();
  await house.passTo(after(start, life * hour));
  if (death.place === "end") {
    await house.passTo(after(start, (life + 5) * hour));
    await memory.close();
    return await close();
  }
  for (let number = 0; ; number += 4) {
    options.mood = number % 8 === 0 ? "doubtful" : "trusting";
    const four = [0, 1, 2, 3].map((one) => number + one);
    await Promise.all(four.map((one) => sendAndAct(one, `r${life}-${one}` as Receipt)));
    if (number % 40 === 20) await house.passTo(after(house.now(), 12 * minute));
  }

  async function sendAndAct(number: number, receipt: Receipt): Promise<void> {
    const admission = await house.gatekeeper.admit(delivery(receipt));
    if (admission.do === "pass") {
      say(`home ${receipt}`);
      await house.gatekeeper.passedOn(delivery(receipt), accepted);
    }
    say(`heard ${receipt} ${admission.do === "pass" ? "passed" : "kept"}`);
    const { arrival, keys } = oneMore(receipt);
    await memory.witness(arrival, keys);
    say(`counted ${receipt} ${Date.now()}`);
    if (number % 3 === 0) {
      await memory.notice({ at: start, action: "follow", by: alice, actor: senderOf(receipt) });
      say(`tied ${receipt}`);
    }
    if (number % 5 === 0) {
      await memory.ruled(senderOf(receipt), "spam", sentAt(receipt));
      say(`ruled ${receipt}`);
    }
  }
}

function delivery(receipt: Receipt) {
  const actor = senderOf(receipt);
  const id = `${actor}/notes/1`;
  const object = {
    id,
    type: "Note",
    attributedTo: actor,
    to: [alice],
    content: `<p>${receipt}</p>`,
  };
  return note(receipt, sentAt(receipt), { id: `${id}/activity`, actor, object });
}

function tellEnds(): Journal {
  return {
    ...allJournals([]),
    moved: (receipt, state) => {
      if (state === "delivered") say(`done ${receipt}`);
    },
    failed: (what, error) => say(`failed ${what}: ${String(error)}`),
  };
}

if (import.meta.main) {
  const [folder = "", life = "0", place = "end", nth = "0"] = process.argv.slice(2);
  await live(folder, Number(life), { place: place as Death["place"], nth: Number(nth) });
}
