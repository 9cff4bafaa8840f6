import assert from "node:assert/strict";
import { test } from "node:test";
import { audited } from "../../../services/audit.ts";
import { tuningIn } from "../../../services/tuning.ts";
import { openDesk } from "../desk.fixture.ts";

test("another threshold is looked at before it is applied, and taken back", async (t) => {
  const desk = await openDesk(t);
  const { ledger, ownRecords, inForce } = desk.parts;
  const browser = await desk.signedIn("admin", "anna");
  const shown = await (await browser.get("/tuning")).text();
  assert.match(shown, /at most 1 in 1,000 may be held/);
  assert.match(shown, /no first contact is fourteen days old yet/);
  const look = await (await browser.get("/tuning?hold_at=11&days=3")).text();
  assert.match(look, /<code>hold_at<\/code>[\s\S]*12[\s\S]*11/);
  assert.match(look, /On the last 3 days/);
  assert.equal((await tuningIn(ledger)).stack.length, 0, "looking changes nothing");
  const stale = await browser.post("/tuning/apply", { wish: "11", expected: "10" });
  assert.equal(stale.status, 400);
  assert.equal((await browser.post("/tuning/apply", { wish: "11", expected: "11" })).status, 303);
  assert.equal(inForce.policy().holdAt, 11);
  assert.match(await (await browser.get("/tuning")).text(), /tuned by anna/);
  assert.equal(
    (await browser.post("/tuning/rollback", {})).headers.get("location"),
    "/tuning?back",
  );
  assert.equal(inForce.policy().holdAt, 12);
  const lines = await audited(ownRecords, { about: "tuning", limit: 9 });
  assert.deepEqual(
    lines.map(({ by, did }) => [by, did]),
    [
      ["anna", "rolled back tuning"],
      ["anna", "applied tuning"],
    ],
  );
});

test("no threshold is applied that is further off than may be", async (t) => {
  const desk = await openDesk(t);
  const browser = await desk.signedIn("admin");
  assert.equal((await browser.get("/tuning?hold_at=2")).status, 400);
  const far = await browser.post("/tuning/apply", { wish: "-20", expected: "-20" });
  assert.equal(far.status, 400);
  assert.equal((await browser.get("/tuning?days=100")).status, 400);
  assert.equal((await tuningIn(desk.parts.ledger)).stack.length, 0);
});

test("a moderator sees promise and reality, and may not change them", async (t) => {
  const desk = await openDesk(t);
  const browser = await desk.signedIn("moderator");
  const page = await (await browser.get("/tuning?hold_at=11")).text();
  assert.doesNotMatch(page, /action="\/tuning\/apply"/);
  assert.equal((await browser.post("/tuning/apply", { wish: "11", expected: "11" })).status, 403);
});
