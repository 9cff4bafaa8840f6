// The Rules pages, as an admin goes through them: written, tried, confirmed, ended; and what a
// moderator may not.

import assert from "node:assert/strict";
import { test } from "node:test";
import { after, day, isoTime } from "../../../base/units.ts";
import type { CampaignId } from "../../../model/campaign.ts";
import type { ActorId } from "../../../model/ids.ts";
import { doubt, someKept } from "../../../ports/kept.fixture.ts";
import { adminRules } from "../../../services/admin-rules.ts";
import { type Browser, noon, openDesk } from "../desk.fixture.ts";

function created(number: number, content: string) {
  const actor = `https://a${number}.example/users/${number}`;
  const to = "https://www.w3.org/ns/activitystreams#Public";
  const object = { id: `${actor}/1`, type: "Note", attributedTo: actor, to, content };
  return { id: `${actor}/1/activity`, type: "Create", actor, object };
}

async function* recorded(wanted: number): AsyncGenerator<string> {
  for (let number = 0; number < wanted; number++) {
    const says = number === 0 ? "a song named casino bonus" : `by the sea ${"i".repeat(number)}`;
    const activity = created(number, says);
    const one = { id: `d${number}`, inbox: "/inbox", signature: "valid", activity };
    yield JSON.stringify({ type: "delivery", at: isoTime(noon), ...one });
  }
}

const casino = { kind: "words", text: "casino bonus", does: "hold", reach: "first", days: "30" };

async function textOf(answer: Promise<Response>): Promise<string> {
  return (await answer).text();
}

/** Where a page sends on to. */
async function placeAfter(browser: Browser, path: string, fields: Record<string, string>) {
  const answer = await browser.post(path, fields);
  return answer.headers.get("location") ?? `${answer.status}: ${await answer.text()}`;
}

test("an admin writes a rule, sees whom it would meet, and puts it in force", async (t) => {
  const desk = await openDesk(t, { recorded: async () => recorded(230) });
  const browser = await desk.signedIn("admin");
  assert.match(await textOf(browser.get("/rules")), /There are no rules/);
  await browser.get("/rules/new");
  const tried = await textOf(browser.post("/rules/new", casino));
  assert.match(tried, /Of 230 texts of wanted mail it met 1: 0.1% to 2.4%/);
  assert.match(tried, /d0[\s\S]*casino bonus/);
  assert.deepEqual(await adminRules(desk.parts.ownRecords), []);
  assert.equal(await placeAfter(browser, "/rules/add", casino), "/rules/r1");
  assert.match(await textOf(browser.get("/rules/r1")), /in the shadow[\s\S]*Put it in force/);
  assert.equal(await placeAfter(browser, "/rules/r1/confirm", {}), "/rules/r1");
  assert.match(await textOf(browser.get("/rules")), /r1[\s\S]*casino bonus[\s\S]*in force/);
  await browser.post("/rules/r1/end", { why: "it met a song" });
  const over = await textOf(browser.get("/rules?ended"));
  assert.match(over, /r1[\s\S]*ended/);
  const page = await textOf(browser.get("/rules/r1"));
  assert.match(page, /admin anna[\s\S]*ended a rule[\s\S]*it met a song/);
  assert.deepEqual(desk.failures, []);
});

test("tried on too little it waits a day, or is tried again", async (t) => {
  const desk = await openDesk(t);
  const browser = await desk.signedIn("admin");
  await browser.get("/rules/new");
  await browser.post("/rules/add", casino);
  const waiting = await textOf(browser.get("/rules/r1"));
  assert.match(waiting, /It can be put in force in 24 hours/);
  assert.doesNotMatch(waiting, /action="\/rules\/r1\/confirm"/);
  assert.match(await placeAfter(browser, "/rules/r1/confirm", {}), /^400: [\s\S]*24 hours more/);
  desk.setClock(after(noon, day));
  const later = await desk.signedIn("admin");
  assert.equal(await placeAfter(later, "/rules/r1/confirm", {}), "/rules/r1");
});

test("what rejects is confirmed by the letters of its dry run, typed", async (t) => {
  const desk = await openDesk(t, { recorded: async () => recorded(230) });
  const browser = await desk.signedIn("admin");
  await browser.get("/rules/new");
  await browser.post("/rules/add", { ...casino, does: "reject" });
  const code = /four letters ([a-z]{4})/.exec(await textOf(browser.get("/rules/r1")))?.[1] ?? "";
  assert.match(await placeAfter(browser, "/rules/r1/confirm", { code: "zzzz" }), /^400: /);
  assert.equal(await placeAfter(browser, "/rules/r1/confirm", { code }), "/rules/r1");
});

test("a moderator reads rules, and writes none", async (t) => {
  const desk = await openDesk(t);
  const admin = await desk.signedIn("admin");
  await admin.get("/rules/new");
  await admin.post("/rules/add", casino);
  const browser = await desk.signedIn("moderator");
  const list = await textOf(browser.get("/rules"));
  assert.match(list, /casino bonus/);
  assert.doesNotMatch(list, /Write a rule/);
  assert.doesNotMatch(await textOf(browser.get("/rules/r1")), /<form[^>]*action="\/rules/);
  for (const path of ["/rules/new", "/rules/propose"])
    assert.equal((await browser.get(path)).status, 403, path);
  for (const path of ["/rules/add", "/rules/r1/confirm", "/rules/r1/end", "/rules/r1/try"])
    assert.equal((await browser.post(path, casino)).status, 403, path);
});

test("a pattern that can't be read is refused with a word on why", async (t) => {
  const desk = await openDesk(t);
  const browser = await desk.signedIn("admin");
  await browser.get("/rules/new");
  const wrong = { ...casino, kind: "expression", text: "(?=x)<script>" };
  const answer = await browser.post("/rules/new", wrong);
  assert.equal(answer.status, 400);
  assert.match(await answer.text(), /look-around/);
  const hostile = { ...casino, text: '"><script>alert(1)</script> spam' };
  assert.doesNotMatch(await textOf(browser.post("/rules/new", hostile)), /<script>alert/);
  assert.equal((await browser.get("/rules/r99")).status, 404);
});

test("a confirmed case proposes rules, and one is taken over into the form", async (t) => {
  const desk = await openDesk(t, { recorded: async () => recorded(50) });
  const { ledger } = desk.parts;
  const campaign = "c7" as CampaignId;
  const receipts = [];
  for (let number = 0; number < 5; number++) {
    const says = `${"abcde"[number]} <a href="https://coins.example/win">win</a>`;
    const body = new TextEncoder().encode(JSON.stringify(created(number, says)));
    const sender = `https://a${number}.example/users/${number}` as ActorId;
    const verdict = { ...doubt, campaign };
    const kept = someKept(number, { body, sender, verdict, state: "held", dueAt: undefined });
    receipts.push(await ledger.keep(kept));
  }
  const browser = await desk.signedIn("admin");
  assert.match(await textOf(browser.get("/rules/propose?case=c7")), /not ruled spam as a whole/);
  await ledger.ruleCase({ campaign, ruling: "spam", by: "anna", at: noon, receipts });
  const page = await textOf(browser.get("/rules/propose?case=c7"));
  assert.match(page, /coins\.example[\s\S]*5 of 5[\s\S]*0 of 50/);
  const link = /href="(\/rules\/new\?kind=link[^"]*)"/.exec(page)?.[1]?.replaceAll("&amp;", "&");
  assert.match(await textOf(browser.get(link ?? "")), /value="coins\.example"/);
  assert.equal((await browser.get("/rules/propose?case=nothing")).status, 400);
});
