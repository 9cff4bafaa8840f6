// Words that must be gone are looked for in every file of the gate's state folder, as they are
// and in base64.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openSqliteStore } from "../../adapters/sqlite/store.ts";
import { day, epochMs, hour, minute, second } from "../../base/units.ts";
import { runForget } from "../../cli/forget.ts";
import { fakeOutput } from "../../cli/testing.ts";
import type { ActorId, Receipt } from "../../model/ids.ts";
import type { KeptState } from "../../model/kept.ts";
import { erase } from "../activities.ts";
import { dice } from "../dice.ts";
import { type Lab, openLab } from "../lab.ts";
import { type Cast, castOf, post, someone } from "../people.ts";
import type { Contact } from "../plan.ts";

interface House {
  readonly lab: Lab;
  readonly cast: Cast;
}

/** Every stranger's mail is held: the prior is that of spam. */
async function onStage(work: (house: House) => Promise<void>): Promise<void> {
  const start = epochMs(Date.UTC(2026, 1, 14, 7));
  const lab = await openLab({ seed: "erasing", start, settings: { prior: "35" } });
  try {
    await work({ lab, cast: castOf(lab.world, dice("erasing"), start) });
  } finally {
    await lab.stop();
  }
}

/** A stranger's post with words of its own, in the text and in the stranger's name. */
async function sendSecret({ lab, cast }: House, name: string): Promise<Contact> {
  const [host] = cast.hosts;
  assert.ok(host);
  const at = lab.clock.now();
  const from = someone(lab.world, dice(`who ${name}`), host, at);
  const line = { text: secretOf(name), language: "en" };
  const contact = post(cast, at, from, line, ["ada", "ben", "cleo"].slice(0, 2));
  const heard = await lab.send(contact);
  assert.equal(heard.kind === "answered" && heard.status, 202);
  return contact;
}

function secretOf(name: string): string {
  return `the ${name} heron stands on one leg in the reeds and says nothing of it`;
}

async function receiptOf({ lab }: House, { activity }: Contact): Promise<Receipt> {
  const found = (await lab.gate.kept()).find(({ activityId }) => activityId === activity.id);
  assert.ok(found, "it was kept");
  return found.receipt;
}

async function stateOf({ lab }: House, receipt: Receipt): Promise<KeptState | undefined> {
  return (await lab.gate.ledger.find(receipt))?.state;
}

/** The files of the state folder that hold a text, after what was asked to be scrubbed is. */
async function filesHolding({ lab }: House, text: string): Promise<readonly string[]> {
  const { state } = lab.gate;
  // Another program that erases empties the same log, and at once.
  const store = await openSqliteStore(join(state, "breakwater.db"), { scrubAfterMs: 0 });
  await store.ledger.forget(epochMs(0));
  await store.ledger.close();
  const forms = [Buffer.from(text), ...inBase64(text)];
  return readdirSync(state).filter((file) => {
    const bytes = readFileSync(join(state, file));
    return forms.some((form) => bytes.includes(form));
  });
}

/** Wherever it begins within a group of three bytes; the cut ends depend on what is around. */
function inBase64(text: string): Buffer[] {
  return [0, 1, 2].map((before) => {
    const shifted = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
    const whole = shifted.subarray(0, shifted.length - (shifted.length % 3));
    return Buffer.from(whole.toString("base64").slice(before === 0 ? 0 : 4));
  });
}

test("base64 is found wherever it begins", () => {
  for (const before of ["", "a", "ab", "abc"]) {
    const coded = Buffer.from(`${before}${secretOf("grey")}xyz`).toString("base64");
    assert.ok(
      inBase64(secretOf("grey")).some((form) => coded.includes(form.toString())),
      before,
    );
  }
});

test("let in, taken back, expired: its words are in no file any more", async () => {
  await onStage(async (house) => {
    const { lab } = house;
    const contacts = new Map<string, Contact>();
    for (const name of ["let-in", "taken-back", "expired", "refused"]) {
      contacts.set(name, await sendSecret(house, name));
      await lab.pass(minute);
    }
    const of = async (name: string) => receiptOf(house, contacts.get(name) as Contact);
    const receipts = new Map<string, Receipt>();
    for (const name of contacts.keys()) {
      receipts.set(name, await of(name));
      const where = await filesHolding(house, secretOf(name));
      assert.deepEqual(where, ["breakwater.db"], `${name} is kept, in one file`);
    }
    const at = lab.clock.now();
    const rule = (name: string, ruling: "ham" | "spam") =>
      lab.gate.ledger.rule({ receipt: receipts.get(name) as Receipt, ruling, by: "alice", at });
    await rule("let-in", "ham");
    await rule("refused", "spam");
    const taken = contacts.get("taken-back") as Contact;
    const { id } = taken.activity["object"] as { readonly id: string };
    await lab.send({ ...taken, activity: erase(taken.from, `${id}#gone`, id) });
    await lab.pass(5 * second);
    const states = async (): Promise<readonly unknown[]> =>
      Promise.all([...receipts.values()].map((receipt) => stateOf(house, receipt)));
    assert.deepEqual(await states(), ["delivered", "withdrawn", "held", "rejected"]);
    for (const name of ["let-in", "taken-back"])
      assert.deepEqual(await filesHolding(house, secretOf(name)), [], name);
    await lab.pass(30 * day + 2 * hour);
    await lab.pass(2 * hour);
    assert.equal(await stateOf(house, receipts.get("expired") as Receipt), "expired");
    for (const name of contacts.keys())
      assert.deepEqual(await filesHolding(house, secretOf(name)), [], name);
  });
});

test("who is forgotten is in no file any more, nor what they wrote", async () => {
  await onStage(async (house) => {
    const { lab } = house;
    const contact = await sendSecret(house, "forgotten");
    const other = await sendSecret(house, "remembered");
    await lab.pass(minute);
    const actor = contact.from.id as ActorId;
    const before = await filesHolding(house, actor);
    assert.deepEqual(before, ["breakwater.db", "memory.journal"]);
    const store = await openSqliteStore(join(lab.gate.state, "breakwater.db"));
    const output = fakeOutput();
    assert.equal(await runForget(actor, {}, store, output, () => lab.pass(second)), 0);
    await store.ledger.close();
    assert.match(output.text(), /1 kept delivery; 1 of them waited[\s\S]*has forgotten it too/);
    for (const words of [actor, contact.from.username, secretOf("forgotten")])
      assert.deepEqual(await filesHolding(house, words), [], words);
    assert.deepEqual(await filesHolding(house, secretOf("remembered")), ["breakwater.db"]);
    assert.deepEqual(await filesHolding(house, other.from.id), before);
  });
});
