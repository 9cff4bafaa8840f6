import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { after, hour, minute, second } from "../../../base/units.ts";
import { appealSubjectIn } from "../../../model/appeal.ts";
import type { CampaignId } from "../../../model/campaign.ts";
import type { ActorId, Receipt } from "../../../model/ids.ts";
import type { Kept } from "../../../model/kept.ts";
import { doubt, provenBy, someKept } from "../../../ports/kept.fixture.ts";
import { fileAppeal } from "../../../services/appeals.ts";
import { inMind } from "../../../services/cases/knowing.ts";
import { makePendingChore } from "../../../services/cases/pending-chore.ts";
import { noon, type OpenDesk, openDesk } from "../desk.fixture.ts";

const wave = "c7" as CampaignId;

function held(number: number, more: Partial<Kept> = {}): Kept {
  const sender = `https://h${number}.example/users/<b>eve</b>` as ActorId;
  return someKept(number, {
    ...{ state: "held", dueAt: undefined, sender, authenticity: provenBy(sender) },
    ...{ at: after(noon, -number * minute), replayUntil: after(noon, hour + number * minute) },
    ...more,
  });
}

async function deskWith(t: Pick<TestContext, "after">, singles: number): Promise<OpenDesk> {
  const desk = await openDesk(t);
  const verdict = { ...doubt, campaign: wave };
  for (const one of [1, 2, 3]) await desk.parts.ledger.keep(held(one, { verdict }));
  for (let one = 10; one < 10 + singles; one++) await desk.parts.ledger.keep(held(one));
  return desk;
}

const titlesIn = (page: string): readonly string[] =>
  [...page.matchAll(/<th scope="row"[^>]*><a href="([^"]*)"/g)].map(([, href]) => href ?? "");

test("cases and single deliveries stand together, most urgent first, in pages", async (t) => {
  const desk = await deskWith(t, 60);
  const browser = await desk.signedIn("moderator");
  const page = await (await browser.get("/cases")).text();
  assert.deepEqual(titlesIn(page).slice(0, 2), ["/cases/c7", "/deliveries/r10"]);
  assert.equal(titlesIn(page).length, 50);
  assert.match(page, /All \(61\)/);
  assert.match(page, /3 deliveries from 1 domain, to 0 people/);
  assert.doesNotMatch(page, /<b>eve/);
  const next = /href="(\/cases\?from=[^"]*)" rel="next"/.exec(page)?.[1] ?? "";
  await desk.parts.ledger.keep(held(99, { replayUntil: after(noon, minute) }));
  const second = await (await browser.get(next)).text();
  assert.deepEqual([titlesIn(second)[0], titlesIn(second).length], ["/deliveries/r59", 11]);
  assert.equal((await browser.get("/cases?from=nonsense")).status, 400);
});

test("what was appealed has a part of its own above the rest, and is not repeated", async (t) => {
  const desk = await deskWith(t, 3);
  const subject = appealSubjectIn("https://h12.example/users/eve");
  assert.ok(subject);
  const found = { receipts: ["r12"], campaigns: [], sorted: true };
  await fileAppeal(desk.parts.ownRecords, subject, "", noon, found);
  const page = await (await (await desk.signedIn("moderator")).get("/cases")).text();
  assert.match(page, /<th colspan="5" scope="rowgroup">Appealed, the longest waiting first</);
  assert.deepEqual(titlesIn(page), [
    ...["/deliveries/r12", "/cases/c7", "/deliveries/r10", "/deliveries/r11"],
  ]);
});

test("filters take no room until one is set", async (t) => {
  const browser = await (await deskWith(t, 1)).signedIn("moderator");
  const shown = async (path: string) => (await browser.get(path)).text();
  assert.match(await shown("/cases?view=single"), /<details><summary>Filter<\/summary>/);
  assert.match(await shown("/cases?host=h1.example"), /<details open><summary>Filter<\/summary>/);
});

test("the list is narrowed by what is asked for, and says where nothing is so", async (t) => {
  const desk = await deskWith(t, 3);
  const browser = await desk.signedIn("moderator");
  const found = async (query: string) => titlesIn(await (await browser.get(query)).text());
  assert.deepEqual(await found("/cases?view=waves"), ["/cases/c7"]);
  assert.deepEqual(await found("/cases?host=h11.example"), ["/deliveries/r11"]);
  assert.deepEqual(await found("/cases?text=R12&view=single"), ["/deliveries/r12"]);
  const none = await (await browser.get("/cases?symbol=WAVE")).text();
  assert.match(none, /Nothing that waits is as you asked/);
  assert.equal((await browser.get("/cases?state=everywhere")).status, 400);
});

test("fifty are ticked, looked at and refused in three steps, and undone in one", async (t) => {
  const desk = await deskWith(t, 49);
  const browser = await desk.signedIn("moderator");
  const page = await (await browser.get("/cases?ticked=all")).text();
  const picks = [...page.matchAll(/name="pick" value="([^"]*)"[^>]*\s+checked/g)].map(
    ([, id]) => ["pick", id ?? ""] as const,
  );
  assert.equal(picks.length, 50);
  const many = (act: string) => [["act", act], ["back", "/cases?view=all"], ...picks] as const;
  const preview = await (await browser.post("/cases/act", many("refuse"))).text();
  assert.match(preview, /Ends 52 deliveries of 52 senders from 52 domains/);
  assert.match(preview, /<button class="stern" autofocus>Refuse 52 deliveries<\/button>/);
  const given = await browser.post("/cases/rulings", many("refuse"));
  assert.equal(given.headers.get("location"), "/cases?view=all");
  const waiting = await (await browser.get("/cases")).text();
  assert.match(waiting, /Refusing 52 deliveries takes effect in 30 s/);
  assert.match(waiting, /a ruling is about to fall on it/);
  const undo = /action="(\/rulings\/[^"]*\/undo)"/.exec(waiting)?.[1] ?? "";
  await browser.post(undo, { from: "/cases" });
  await letPass(desk, 31 * second);
  assert.equal((await desk.parts.ledger.find("r10" as Receipt))?.state, "held");
  await browser.post("/cases/rulings", many("refuse"));
  await letPass(desk, 62 * second);
  assert.equal((await desk.parts.ledger.find("r10" as Receipt))?.state, "rejected");
});

function letPass(desk: OpenDesk, ms: number): Promise<void> {
  desk.setClock(after(noon, ms));
  const { ledger, memory, clock, documents, ownRecords: records } = desk.parts;
  const campaigns = inMind(memory, clock);
  return makePendingChore({ ledger, records, documents, campaigns, clock })();
}

test("nothing ticked does nothing, and no answer leads away from here", async (t) => {
  const desk = await deskWith(t, 1);
  const browser = await desk.signedIn("moderator");
  const none = await browser.post("/cases/act", { act: "refuse", back: "//evil.example" });
  assert.equal(none.headers.get("location"), "/cases?nothing=ticked");
  assert.match(await (await browser.get("/cases?nothing=ticked")).text(), /Nothing was ticked/);
});

test("what somebody looks after is theirs in the list, with what was noted", async (t) => {
  const desk = await deskWith(t, 2);
  const browser = await desk.signedIn("moderator", "anna");
  await browser.post("/cases/act", { act: "take", pick: "r10", back: "/cases" });
  await browser.post("/cases/c7/notes", { text: "asked <i>their</i> admin" });
  await browser.post("/cases/c7/assign", { to: "me" });
  const mine = await (await browser.get("/cases?view=mine")).text();
  assert.deepEqual(titlesIn(mine), ["/cases/c7", "/deliveries/r10"]);
  assert.match(mine, /1 note</);
  const nobody = await (await browser.get("/cases?view=nobody")).text();
  assert.deepEqual(titlesIn(nobody), ["/deliveries/r11"]);
  const page = await (await browser.get("/cases/c7")).text();
  assert.match(page, /asked &lt;i&gt;their&lt;\/i&gt; admin/);
  assert.match(page, /anna looks after it/);
  assert.equal((await browser.post("/cases/c7/notes", { text: " " })).status, 400);
  assert.equal((await browser.post("/cases/c99/notes", { text: "hello" })).status, 404);
});

test("what comes meanwhile is told, not put in between", async (t) => {
  const desk = await deskWith(t, 1);
  const browser = await desk.signedIn("moderator");
  const page = await (await browser.get("/cases")).text();
  const url = (/data-url="([^"]*)"/.exec(page)?.[1] ?? "").replaceAll("&amp;", "&");
  const before = (await (await browser.get(url)).json()) as { count: number };
  assert.equal(before.count, 0);
  desk.setClock(after(noon, minute));
  await desk.parts.ledger.keep(held(70, { at: after(noon, second) } as Partial<Kept>));
  assert.deepEqual(await (await browser.get(url)).json(), {
    count: 1,
    text: "1 case has something new.",
  });
});
