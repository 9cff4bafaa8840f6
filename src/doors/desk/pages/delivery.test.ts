import assert from "node:assert/strict";
import { test } from "node:test";
import { after, hour, minute } from "../../../base/units.ts";
import type { ActorId, Receipt } from "../../../model/ids.ts";
import type { Kept } from "../../../model/kept.ts";
import { bytes, doubt, provenBy, someKept } from "../../../ports/kept.fixture.ts";
import { audited } from "../../../services/audit.ts";
import { noon, openDesk } from "../desk.fixture.ts";

const everybody = "https://www.w3.org/ns/activitystreams#Public";
const alice = "https://home.example/users/alice" as ActorId;

function held(to: string, more: Partial<Kept> = {}): Kept {
  const sender = "https://h1.example/users/a" as ActorId;
  const content = `<p>Hello <a href="https://shop.example/a">shop</a></p>`;
  const picture = { type: "Document", mediaType: "image/png", url: "https://h1.example/p.png" };
  const attachment = [{ ...picture, name: "a <b>cat</b>", width: 640, height: 480 }];
  const object = { type: "Note", id: `${sender}/1`, attributedTo: sender, to, content, attachment };
  const create = { type: "Create", id: `${sender}/2`, actor: sender, to, object };
  const spoken = { group: "reach", strength: 1, because: "says <i>so</i>" };
  const evidence = [
    { ...spoken, symbol: "STRANGER_MENTIONS", decibans: 12 },
    { ...spoken, symbol: "NEWCOMER", decibans: 4 },
  ];
  return someKept(1, {
    ...{ state: "held", dueAt: undefined, sender, authenticity: provenBy(sender) },
    ...{ at: after(noon, -minute), replayUntil: after(noon, hour), recipients: [alice] },
    ...{ body: bytes(JSON.stringify(create)), verdict: { ...doubt, score: 13.5, evidence } },
    ...more,
  });
}

test("why it is kept adds up to the score, and what would change it is said", async (t) => {
  const desk = await openDesk(t);
  await desk.parts.ledger.keep(held(everybody));
  const page = await (await (await desk.signedIn("moderator")).get("/deliveries/r1")).text();
  const adds = [
    ...page.matchAll(/class="number" data-label="Decibans">(?:<strong>)?([+−][\d.]+)/g),
  ];
  assert.deepEqual(
    adds.map(([, number]) => number),
    ["−2.5", "+12.0", "+4.0", "+13.5"],
  );
  assert.match(page, /Without STRANGER_MENTIONS it would have \+1\.5 decibans and settle\./);
  assert.match(page, /Comes in as it was sent; whom it is for is notified\./);
  assert.match(page, /says &lt;i&gt;so&lt;\/i&gt;/);
});

test("what it says is text: no link to follow, and pictures are only described", async (t) => {
  const desk = await openDesk(t);
  await desk.parts.ledger.keep(held(everybody));
  const page = await (await (await desk.signedIn("moderator")).get("/deliveries/r1")).text();
  assert.match(page, /<code class="strange">https:\/\/shop\.example\/a<\/code>/);
  assert.match(page, /picture, image\/png, 640 × 480; described as “a &lt;b&gt;cat/);
  assert.doesNotMatch(page, /href="https?:|src="https?:|p\.png/);
});

test("a direct post shows its envelope; its words after a step that is written down", async (t) => {
  const desk = await openDesk(t);
  await desk.parts.ledger.keep(held(alice));
  const anna = await desk.signedIn("moderator");
  const page = await (await anna.get("/deliveries/r1")).text();
  assert.match(page, /whom it names only/);
  assert.match(page, /home\.example\/users\/alice/);
  assert.doesNotMatch(page, /Hello|shop\.example/);
  assert.deepEqual(await audited(desk.parts.ownRecords, { about: "r1", limit: 9 }), []);
  assert.match(await (await anna.post("/deliveries/r1/body", {})).text(), /Hello/);
  const [line] = await audited(desk.parts.ownRecords, { about: "r1", limit: 9 });
  assert.deepEqual([line?.did, line?.by], ["read a private post", "moderator anna"]);
});

test("one delivery is ruled on, and can be undone for half a minute", async (t) => {
  const desk = await openDesk(t);
  await desk.parts.ledger.keep(held(everybody));
  const anna = await desk.signedIn("moderator");
  await anna.post("/deliveries/r1/ruling", { act: "refuse" });
  const page = await (await anna.get("/deliveries/r1")).text();
  assert.match(page, /Refusing one delivery takes effect in 30 s/);
  assert.match(page, /name="from" value="\/deliveries\/r1"/);
  assert.doesNotMatch(page, /name="act"/);
  const again = await anna.post("/deliveries/r1/ruling", { act: "release" });
  assert.match(again.headers.get("location") ?? "", /\?not=nothing/);
  assert.equal((await desk.parts.ledger.find("r1" as Receipt))?.state, "held");
  assert.equal((await anna.get("/deliveries/none")).status, 404);
});
