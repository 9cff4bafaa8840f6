import assert from "node:assert/strict";
import { test } from "node:test";
import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import type { CampaignId } from "../../../model/campaign.ts";
import type { ActorId } from "../../../model/ids.ts";
import { doubt, someKept } from "../../../ports/kept.fixture.ts";
import { openAppeals, sortAppeals } from "../../../services/appeals.ts";
import { makeHeldLately } from "../../../services/held-lately.ts";
import { type Browser, openDesk } from "../desk.fixture.ts";

async function proven(browser: Browser): Promise<string> {
  const page = await (await browser.get("/appeal")).text();
  const [, json = ""] = /id="challenge">([^<]*)</.exec(page) ?? [];
  const challenge = JSON.parse(json) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
}

async function asked(browser: Browser, about: string, text = "", from = "203.0.113.7") {
  const fields = { about, text, proof: await proven(browser) };
  return browser.post("/appeal", fields, { "x-forwarded-for": from });
}

function heldBy(name: string, number: number) {
  const sender = `https://harbor.example/users/${name}` as ActorId;
  const verdict = { ...doubt, campaign: "c7" as CampaignId };
  return someKept(number, { sender, state: "held", verdict, dueAt: undefined });
}

test("a stranger hears the same whether anything is held or not", async (t) => {
  const desk = await openDesk(t);
  await desk.parts.ledger.keep(heldBy("anna", 1));
  const browser = desk.browser();
  const held = await asked(browser, "@anna@harbor.example");
  const again = await asked(browser, "@anna@harbor.example");
  const unheld = await asked(browser, "@nobody@harbor.example");
  assert.equal(held.status, 200);
  const [first, ...others] = await Promise.all([held, again, unheld].map((one) => one.text()));
  for (const other of others) assert.equal(other, first);
  const names = (answer: Response) => [...answer.headers.keys()].sort();
  assert.deepEqual(names(unheld), names(held));
  assert.equal((await openAppeals(desk.parts.ownRecords)).length, 2);
});

test("many accounts of a campaign are one line, with their words as a stranger's", async (t) => {
  const desk = await openDesk(t);
  const browser = desk.browser();
  for (const [i, name] of ["anna", "bert", "carla"].entries()) {
    await desk.parts.ledger.keep(heldBy(name, i + 1));
    await asked(browser, `@${name}@harbor.example`, `<b>free</b>\n\u202Ecoins`, `198.51.${i}.1`);
  }
  await asked(browser, "@other@elsewhere.example", "", "198.51.9.1");
  const { ledger, ownRecords: records, documents, clock } = desk.parts;
  await sortAppeals({ records, documents, held: makeHeldLately(ledger, clock) });
  const moderator = await desk.signedIn("moderator");
  const page = await (await moderator.get("/appeals")).text();
  assert.equal(page.match(/<article>/g)?.length, 1);
  assert.match(page, /href="\/cases\/c7"/);
  assert.match(page, /3 accounts/);
  assert.match(page, /<blockquote class="strange">&lt;b&gt;free&lt;\/b&gt; coins</);
  assert.match(page, /1 more is about something of which nothing is kept/);
  const [, ids = ""] = /name="appeals" value="([^"]*)"/.exec(page) ?? [];
  assert.equal((await moderator.post("/appeals/close", { appeals: ids })).status, 303);
  assert.match(await (await moderator.get("/appeals")).text(), /Nobody waits/);
});

test("without the calculation, with a used one, or in masses nothing is taken", async (t) => {
  const desk = await openDesk(t);
  const browser = desk.browser();
  const proof = await proven(browser);
  const from = (last: number) => ({ "x-forwarded-for": `203.0.113.${last}` });
  const about = "@anna@harbor.example";
  assert.equal((await browser.post("/appeal", { about }, from(1))).status, 400);
  assert.equal((await browser.post("/appeal", { about: "anna", proof }, from(2))).status, 400);
  assert.equal((await browser.post("/appeal", { about, proof }, from(3))).status, 200);
  assert.equal((await browser.post("/appeal", { about, proof }, from(4))).status, 400);
  assert.equal((await browser.post("/appeal", { about, proof }, from(5))).status, 400);
  assert.equal((await browser.post("/appeal", { about, proof }, from(6))).status, 429);
  assert.equal((await openAppeals(desk.parts.ownRecords)).length, 1);
});

test("what the calculation needs is served by us, down to its last module", async (t) => {
  const desk = await openDesk(t);
  const browser = desk.browser();
  const page = await (await browser.get("/appeal")).text();
  const [, worker = ""] = /data-worker="([^"]*)"/.exec(page) ?? [];
  const waiting = [worker];
  const seen = new Set<string>();
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const answer = await browser.get(path);
    assert.equal(answer.status, 200, path);
    const text = await answer.text();
    assert.doesNotMatch(text, /node:/, path);
    for (const [, from = ""] of text.matchAll(/from '(\.[^']*)'/g))
      waiting.push(new URL(from, `http://x${path}`).pathname);
  }
  assert.equal(seen.size, 6);
});
