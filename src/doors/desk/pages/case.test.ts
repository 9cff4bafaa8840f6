import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { after, hour, minute, second } from "../../../base/units.ts";
import type { CampaignId } from "../../../model/campaign.ts";
import type { ActorId, Receipt } from "../../../model/ids.ts";
import type { Kept } from "../../../model/kept.ts";
import { bytes, doubt, provenBy, someKept } from "../../../ports/kept.fixture.ts";
import { audited } from "../../../services/audit.ts";
import { inMind } from "../../../services/cases/knowing.ts";
import { makePendingChore } from "../../../services/cases/pending-chore.ts";
import { campaignOf, pitch, wave as waveAt } from "../../../services/cases/wave.fixture.ts";
import { testHouse } from "../../../services/house.fixture.ts";
import { noon, type OpenDesk, openDesk } from "../desk.fixture.ts";

const wave = "c7" as CampaignId;
const everybody = "https://www.w3.org/ns/activitystreams#Public";
const welcome = {
  symbol: "WELCOMED",
  group: "trust",
  strength: 1,
  decibans: -10,
  because: "known",
};

function member(number: number, to = everybody, more: Partial<Kept> = {}): Kept {
  const sender = `https://h${number}.example/users/a` as ActorId;
  const content = `Buy ${number} now <script>alert(1)</script>, it is cheap`;
  const object = { type: "Note", id: `${sender}/1`, attributedTo: sender, to, content };
  const create = { type: "Create", id: `${sender}/2`, actor: sender, to, object };
  return someKept(number, {
    ...{ state: "held", dueAt: undefined, sender, authenticity: provenBy(sender) },
    ...{ at: after(noon, -number * minute), replayUntil: after(noon, hour) },
    ...{ body: bytes(JSON.stringify(create)), verdict: { ...doubt, campaign: wave } },
    ...{ recipients: ["https://home.example/users/alice" as ActorId], ...more },
  });
}

async function deskWithWave(t: Pick<TestContext, "after">, to = everybody): Promise<OpenDesk> {
  const desk = await openDesk(t);
  for (const number of [1, 2, 3]) await desk.parts.ledger.keep(member(number, to));
  const verdict = { ...doubt, campaign: wave, evidence: [...doubt.evidence, welcome] };
  await desk.parts.ledger.keep(member(4, to, { verdict }));
  return desk;
}

function letPass(desk: OpenDesk, ms: number): Promise<void> {
  const now = after(noon, ms);
  desk.setClock(now);
  const { ledger, memory, clock, documents, ownRecords: records } = desk.parts;
  const campaigns = inMind(memory, clock);
  return makePendingChore({ ledger, records, documents, campaigns, clock })();
}

const stateOf = async (desk: OpenDesk, receipt: string) =>
  (await desk.parts.ledger.find(receipt as Receipt))?.state;

test("a case shows what is constant and what varies, and what each action would do", async (t) => {
  const desk = await deskWithWave(t);
  const page = await (await (await desk.signedIn("moderator")).get("/cases/c7")).text();
  assert.match(page, /<h1>Case c7<\/h1>/);
  assert.match(page, /4 contacts by 4 senders from 4 domains, to one person here/);
  assert.match(page, /<mark class="same">Buy<\/mark> <mark class="varies">1<\/mark>/);
  assert.doesNotMatch(page, /<script>alert/);
  assert.match(page, /Ends 3 deliveries of 3 senders from 3 domains; one person will not get them/);
  assert.match(page, /Left out: 1 for whose sender something speaks that speaks for few others/);
  assert.match(page, /Lets in 4 deliveries of 4 senders/);
  assert.match(page, /4 as they were sent: the people are notified/);
  const rows = page.slice(page.indexOf('id="members"'));
  assert.ok(rows.indexOf("h4.example") < rows.indexOf("h1.example"), "who stands out comes first");
});

test("one press refuses a whole case; another undoes it, or half a minute does it", async (t) => {
  const desk = await deskWithWave(t);
  const anna = await desk.signedIn("moderator");
  await anna.get("/cases/c7");
  const given = await anna.post("/cases/c7/ruling", { act: "refuse" });
  assert.equal(given.headers.get("location"), "/cases/c7");
  const waits = await (await anna.get("/cases/c7")).text();
  assert.match(waits, /Refusing 3 deliveries takes effect in 30 s\./);
  assert.doesNotMatch(waits, /value="keep-refusing"/, "no second word falls on it meanwhile");
  const twice = await anna.post("/cases/c7/ruling", { act: "release" });
  assert.equal(twice.headers.get("location"), "/cases/c7?not=nothing+is+meant");
  const undo = /action="(\/rulings\/[^"]+)"/.exec(waits)?.[1] ?? "";
  const undone = await anna.post(undo, { from: "/cases/c7" });
  assert.equal(undone.headers.get("location"), "/cases/c7?undone=yes");
  assert.match(await (await anna.get("/cases/c7?undone=yes")).text(), /as if it had never been/);
  await letPass(desk, minute);
  assert.equal(await stateOf(desk, "r1"), "held");

  await anna.post("/cases/c7/ruling", { act: "refuse", also: "r4" });
  await letPass(desk, minute + 31 * second);
  assert.equal(await stateOf(desk, "r1"), "rejected");
  assert.equal(await stateOf(desk, "r4"), "rejected", "who was ticked is meant");
  const after_ = await (await anna.get("/cases/c7")).text();
  assert.match(after_, /Ruled spam by moderator anna/);
  assert.match(after_, /4 deliveries are still here and can be let in after all/);
  assert.match(after_, /Let in after all/);
  await anna.post("/cases/c7/ruling", { act: "release" });
  await letPass(desk, 3 * minute);
  assert.deepEqual([await stateOf(desk, "r1"), desk.failures], ["held", []]);
  assert.equal((await desk.parts.ledger.find("r1" as Receipt))?.ruledBy, "moderator anna");
});

test("what the home server takes no more is let in only where that is wanted", async (t) => {
  const desk = await deskWithWave(t);
  desk.setClock(after(noon, 2 * hour));
  const anna = await desk.signedIn("moderator");
  const page = await (await anna.get("/cases/c7")).text();
  assert.match(page, /For 4 it is too late/);
  assert.match(page, /Left out: 4 that the home server takes no more/);
  await anna.post("/cases/c7/ruling", { act: "release", late: "yes" });
  assert.match(await (await anna.get("/cases/c7")).text(), /Letting in 4 deliveries takes effect/);
});

test("what its members show adds up to their score in the mean", async (t) => {
  const desk = await deskWithWave(t);
  const page = await (await (await desk.signedIn("moderator")).get("/cases/c7")).text();
  const table = page.slice(page.indexOf("Why it is kept"), page.indexOf('id="members"'));
  const cell = /(?:data-label="Decibans" ?|class="number" ?){2}>([+−][\d.]+)/g;
  const numbers = [...table.matchAll(cell)].map(([, one = ""]) => Number(one.replace("−", "-")));
  const total = numbers.pop();
  assert.equal(numbers.length, 3);
  assert.ok(Math.abs(numbers.reduce((sum, one) => sum + one, 0) - (total ?? 0)) < 0.11);
});

test("who keeps refusing sees the order on the case, and ends it there", async (t) => {
  const desk = await deskWithWave(t);
  const anna = await desk.signedIn("moderator");
  await anna.post("/cases/c7/ruling", { act: "keep-refusing" });
  await letPass(desk, minute);
  const page = await (await anna.get("/cases/c7")).text();
  assert.match(page, /Copies of it are refused at once, by order of moderator anna: 0 so far/);
  await anna.post("/cases/c7/order-end", {});
  assert.doesNotMatch(await (await anna.get("/cases/c7")).text(), /End the order/);
});

test("some of a case can be ruled on alone", async (t) => {
  const desk = await deskWithWave(t);
  const anna = await desk.signedIn("moderator");
  await anna.post("/cases/c7/ruling", { act: "release-ticked", also: "r2" });
  assert.match(await (await anna.get("/cases/c7")).text(), /a ruling is about to take effect/);
  await letPass(desk, minute);
  assert.deepEqual(await desk.parts.ledger.due(after(noon, minute), 9), ["r2"]);
  assert.equal((await desk.parts.ledger.caseRecord(wave))?.ruled, undefined);
});

test("what does not belong is ticked, and is a case of its own from then on", async (t) => {
  const house = testHouse({ mood: "shipped" });
  await waveAt(house, () => pitch, { size: 9 });
  const { ledger, memory, records: ownRecords } = house;
  const desk = await openDesk(t, { ledger, memory, ownRecords });
  const from = await campaignOf(house, "w5");
  const anna = await desk.signedIn("moderator");
  const page = await (await anna.get(`/cases/${from}`)).text();
  assert.match(page, new RegExp(`formaction="/cases/${from}/split"`));
  const split = (...receipts: readonly string[]) =>
    anna.post(
      `/cases/${from}/split`,
      receipts.map((one) => ["also", one] as const),
    );
  const two = await split("w7", "w8");
  const into = await campaignOf(house, "w8");
  assert.notEqual(into, from);
  assert.equal(two.headers.get("location"), `/cases/${into}`);
  assert.equal((await anna.get(`/cases/${into}`)).status, 200);
  assert.equal((await split("w6")).headers.get("location"), "/deliveries/w6");
  const none = await split();
  assert.equal(none.status, 400);
  assert.match(await none.text(), /None of those ticked is kept in this case/);
  assert.equal((await anna.post("/cases/c99/split", { also: "w5" })).status, 404);
  const [line] = await audited(ownRecords, { about: from, limit: 1 });
  assert.deepEqual([line?.did, line?.by], ["split a case", "moderator anna"]);
});

test("words that were not for everybody are read by a step that is written down", async (t) => {
  const desk = await deskWithWave(t, "https://home.example/users/alice");
  const anna = await desk.signedIn("moderator");
  const page = await (await anna.get("/cases/c7")).text();
  assert.match(page, /4 posts are not for everybody and stayed unread/);
  assert.doesNotMatch(page, /it is cheap/);
  const read = await (await anna.post("/cases/c7/private", {})).text();
  assert.match(read, /it is cheap/);
  const [line] = await audited(desk.parts.ownRecords, { about: "c7", limit: 1 });
  assert.deepEqual([line?.did, line?.by], ["read private posts", "moderator anna"]);
});

test("a case that is none is said to be none, and a way back leads only to us", async (t) => {
  const desk = await openDesk(t);
  const anna = await desk.signedIn("moderator");
  assert.equal((await anna.get("/cases/c99")).status, 404);
  const startedAt = performance.now();
  await anna.post("/rulings/none/undo", { from: `/${"a".repeat(30)}!` });
  assert.ok(performance.now() - startedAt < 5000, "no text keeps the gate busy");
  const gone = await anna.post("/rulings/none/undo", { from: "//evil.example/" });
  assert.equal(gone.headers.get("location"), "/cases?undone=unknown");
});
