import assert from "node:assert/strict";
import { test } from "node:test";
import type { CampaignId } from "../../../model/campaign.ts";
import type { ActorId, Receipt } from "../../../model/ids.ts";
import { bytes, doubt, receiptOf, someKept } from "../../../ports/kept.fixture.ts";
import { openAppeals } from "../../../services/appeals.ts";
import { audited } from "../../../services/audit.ts";
import { makeRulingLessons } from "../../../services/rulings.ts";
import { type OpenDesk, openDesk } from "../desk.fixture.ts";

const [bob, eve] = ["bob", "eve"].map((name) => `https://home.example/users/${name}` as ActorId);

function heldFor(number: number, recipients: readonly (ActorId | undefined)[], changes = {}) {
  const content = `<p>secret number ${number}</p>`;
  const object = { id: `https://remote.example/notes/${number}`, type: "Note", content, to: bob };
  const activity = { type: "Create", actor: "https://remote.example/users/1", object, to: bob };
  return someKept(number, {
    ...{ state: "held", dueAt: undefined, body: bytes(JSON.stringify(activity)) },
    recipients: recipients.filter((one) => one !== undefined),
    ...changes,
  });
}

async function stateOf({ parts }: OpenDesk, receipt: Receipt) {
  const kept = await parts.ledger.find(receipt);
  return [kept?.state, kept?.ruledBy];
}

test("one sees what was held for oneself, and what it says after a click", async (t) => {
  const desk = await openDesk(t);
  await desk.parts.ledger.keep(heldFor(1, [bob]));
  await desk.parts.ledger.keep(heldFor(2, [eve]));
  const browser = await desk.recipient("bob");
  const list = await (await browser.get("/mine")).text();
  assert.match(list, /href="\/mine\/r1"/);
  assert.doesNotMatch(list, /r2/);
  const envelope = await (await browser.get("/mine/r1")).text();
  assert.match(envelope, /From https:\/\/remote\.example\/users\/1/);
  assert.doesNotMatch(envelope, /secret|decibans/i);
  assert.match(await (await browser.post("/mine/r1/body", {})).text(), /secret number 1/);
});

test("what was held for somebody else is not there, by any action", async (t) => {
  const desk = await openDesk(t);
  await desk.parts.ledger.keep(heldFor(2, [eve]));
  const browser = await desk.recipient("bob");
  assert.equal((await browser.get("/mine/r2")).status, 404);
  for (const act of ["body", "release", "ask"])
    assert.equal((await browser.post(`/mine/r2/${act}`, {})).status, 404, act);
  assert.deepEqual(await stateOf(desk, receiptOf(2)), ["held", undefined]);
  const token = await desk.signedIn("recipient", "bob");
  assert.equal((await token.get("/mine")).status, 404, "a token is nobody in mail");
});

test("one's own word lets in one's own copy, and condemns or clears nobody", async (t) => {
  const desk = await openDesk(t);
  const { ledger, memory, ownRecords } = desk.parts;
  const verdict = { ...doubt, campaign: "c3" as CampaignId };
  await ledger.keep(heldFor(1, [bob], { verdict }));
  const browser = await desk.recipient("bob");
  const released = await browser.post("/mine/r1/release", {});
  assert.equal(released.headers.get("location"), "/mine?released");
  assert.deepEqual(await stateOf(desk, receiptOf(1)), [
    "held",
    "@bob@home.example, for themselves",
  ]);
  assert.deepEqual(await ledger.due((await ledger.nextDueAt()) ?? (0 as never), 9), [receiptOf(1)]);
  assert.doesNotMatch(await (await browser.get("/mine")).text(), /r1/);
  assert.equal((await browser.post("/mine/r1/release", {})).status, 404, "once");
  const [line] = await audited(ownRecords, { about: "r1", limit: 1 });
  assert.deepEqual([line?.did, line?.by], ["released own mail", "@bob@home.example"]);
  const heard: unknown[] = [];
  const hear = async (what: unknown) => void heard.push(what);
  const listener = { ruled: hear, ruledOnCampaign: hear, teach: hear };
  await makeRulingLessons({ ledger, memory }, listener)();
  assert.deepEqual(heard, []);
});

test("what reaches others too is let in by moderators alone; one can ask them", async (t) => {
  const desk = await openDesk(t);
  await desk.parts.ledger.keep(heldFor(1, [bob, eve]));
  const browser = await desk.recipient("bob");
  const page = await (await browser.get("/mine/r1")).text();
  assert.match(page, /action="\/mine\/r1\/ask"/);
  assert.doesNotMatch(page, /\/release/);
  assert.equal((await browser.post("/mine/r1/release", {})).status, 404);
  assert.equal((await browser.post("/mine/r1/ask", {})).status, 303);
  assert.deepEqual(await stateOf(desk, receiptOf(1)), ["held", undefined]);
  const [appeal] = await openAppeals(desk.parts.ownRecords);
  assert.deepEqual(appeal?.receipts, [receiptOf(1)]);
});

test("the same at somebody else's inbox is not let in along with it", async (t) => {
  const desk = await openDesk(t);
  const path = (name: string) => ({ path: `/users/${name}/inbox` });
  const first = heldFor(1, [bob], path("bob"));
  const { delivery, ...same } = first;
  await desk.parts.ledger.keep(first);
  const again = { ...delivery, receipt: receiptOf(2), path: "/users/eve/inbox" };
  await desk.parts.ledger.keep({ ...same, delivery: again, recipients: eve ? [eve] : [] });
  for (const [name, receipt] of [
    ["bob", "r1"],
    ["eve", "r2"],
  ] as const) {
    const browser = await desk.recipient(name);
    assert.equal((await browser.get(`/mine/${receipt}`)).status, 200, name);
    assert.equal((await browser.post(`/mine/${receipt}/release`, {})).status, 404, name);
  }
});

test("where people may only see, there is nothing to press", async (t) => {
  const desk = await openDesk(t);
  const { inForce } = desk.parts;
  const config = () => {
    const whole = inForce.config();
    return { ...whole, desk: { ...whole.desk, recipients: "see" as const } };
  };
  const seeing = await openDesk(t, { ...desk.parts, inForce: { ...inForce, config } });
  await desk.parts.ledger.keep(heldFor(1, [bob]));
  const browser = await seeing.recipient("bob");
  const page = await browser.get("/mine/r1");
  assert.equal(page.status, 200);
  assert.doesNotMatch(await page.text(), /\/release|\/ask/);
  assert.equal((await browser.post("/mine/r1/release", {})).status, 404);
});
