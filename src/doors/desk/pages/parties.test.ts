import assert from "node:assert/strict";
import { test } from "node:test";
import { epochMs } from "../../../base/units.ts";
import type { Host } from "../../../model/ids.ts";
import { senderOf, someDecision } from "../../../ports/chronicle.fixture.ts";
import type { Decision } from "../../../ports/chronicle.ts";
import { noon, openDesk } from "../desk.fixture.ts";

async function deskWithMail(t: Parameters<typeof openDesk>[0]) {
  const desk = await openDesk(t);
  const write = async (number: number, changes: Partial<Decision> = {}) => {
    const at = epochMs(noon - number * 60_000);
    const decision = someDecision(number, { at, ...changes });
    await desk.parts.chronicle.write([{ kind: "judged", decision, lookAt: undefined }]);
  };
  return { desk, write };
}

test("senders and hosts are listed by what was against them, and found by name", async (t) => {
  const { desk, write } = await deskWithMail(t);
  await write(1, { action: "hold", done: "held", state: "held" });
  await write(2, { action: "accept", host: "quiet.example" as Host });
  await desk.parts.chronicle.write([{ kind: "complained", actor: senderOf(1) }]);
  const browser = await desk.signedIn("moderator");
  const hosts = await (await browser.get("/hosts")).text();
  assert.ok(hosts.indexOf("remote.example") < hosts.indexOf("quiet.example"));
  assert.match(hosts, /1 complaint</);
  const found = await (await browser.get("/hosts?find=quiet")).text();
  assert.doesNotMatch(found, /remote\.example/);
  const senders = await (await browser.get("/senders")).text();
  assert.match(senders, /href="\/senders\/https%3A%2F%2Fremote\.example%2Fusers%2F1"/);
  assert.match(await (await browser.get("/senders?find=nobody")).text(), /Nobody of that name/);
});

test("a sender has a page of what was judged and became of it; a stranger has none", async (t) => {
  const { desk, write } = await deskWithMail(t);
  await write(1, { action: "hold", done: "held", state: "held" });
  const ended = { kind: "ended", actor: senderOf(1), how: "suspended", at: noon } as const;
  await desk.parts.chronicle.write([ended]);
  const browser = await desk.signedIn("moderator");
  const page = await (await browser.get(`/senders/${encodeURIComponent(senderOf(1))}`)).text();
  assert.match(page, /Its host suspended it/);
  assert.match(page, /STRANGER_MENTIONS/);
  assert.match(page, /href="\/deliveries\/r1"/);
  assert.doesNotMatch(page, /action="[^"]*\/rule"/, "a moderator makes no rules");
  for (const nobody of ["https://x.example/1", "javascript:alert(1)", "x".repeat(3000)])
    assert.equal((await browser.get(`/senders/${encodeURIComponent(nobody)}`)).status, 404);
});

test("an admin makes a rule on a host's page, and drops it there", async (t) => {
  const { desk, write } = await deskWithMail(t);
  await write(1);
  const browser = await desk.signedIn("admin", "anna");
  const rule = { decision: "refuse", lasts: "week", why: "nobody at home" };
  assert.equal((await browser.post("/hosts/remote.example/rule", rule)).status, 303);
  const [made] = await desk.parts.ledger.rules();
  assert.deepEqual([made?.decision, made?.by, made?.why], ["refuse", "anna", "nobody at home"]);
  assert.equal(made?.expiresAt, noon + 7 * 24 * 3_600_000);
  const page = await (await browser.get("/hosts/remote.example")).text();
  assert.match(page, /always refused[\s\S]*nobody at home/);
  await browser.post("/hosts/remote.example/rule", { decision: "drop" });
  assert.deepEqual(await desk.parts.ledger.rules(), []);
  assert.equal((await browser.get("/hosts/..%2Fsenders")).status, 404);
});
