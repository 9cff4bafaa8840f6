import assert from "node:assert/strict";
import { test } from "node:test";
import { audited } from "../../../services/audit.ts";
import { contactOrdered, modeOrdered } from "../../../services/orders.ts";
import { openDesk } from "../desk.fixture.ts";

test("looks and time zone are chosen, and stay", async (t) => {
  const desk = await openDesk(t);
  const browser = await desk.signedIn("moderator");
  const wish = { language: "en", theme: "dark", zone: "Asia/Tokyo" };
  assert.equal((await browser.post("/settings", wish)).status, 303);
  const page = await (await browser.get("/settings")).text();
  assert.match(page, /<html lang="en" data-theme="dark" data-zone="Asia\/Tokyo">/);
  const wrong = await browser.post("/settings", { ...wish, zone: "Middle/Earth" });
  assert.equal(wrong.status, 400);
  assert.match(await wrong.text(), /Middle\/Earth&quot; is no time zone/);
});

test("an admin orders a mode, which shows at once and is written down", async (t) => {
  const desk = await openDesk(t);
  const browser = await desk.signedIn("admin", "anna");
  await browser.post("/settings/mode", { mode: "guard" });
  await browser.post("/settings/contact", { contact: "wave" });
  const { ledger, ownRecords } = desk.parts;
  assert.equal((await modeOrdered(ledger))?.mode, "guard");
  assert.equal((await contactOrdered(ledger))?.by, "anna");
  const page = await (await browser.get("/settings/house")).text();
  assert.match(page, /guard, as anna says, this minute/);
  await browser.post("/settings/mode", { mode: "configured" });
  assert.equal(await modeOrdered(ledger), undefined);
  const lines = await audited(ownRecords, { about: "mode", limit: 9 });
  assert.deepEqual(
    lines.map(({ by, details }) => [by, details]),
    [
      ["anna", "as configured"],
      ["anna", "guard"],
    ],
  );
});

test("a moderator sees the house's settings and has no buttons for them", async (t) => {
  const desk = await openDesk(t);
  const browser = await desk.signedIn("moderator");
  const page = await (await browser.get("/settings/house")).text();
  assert.match(page, /You may see this, not change it/);
  assert.doesNotMatch(page, /action="\/settings\/mode"/);
});

test("how mail to one of us is treated is changed; a stranger's name is refused", async (t) => {
  const desk = await openDesk(t);
  const browser = await desk.signedIn("admin");
  const alice = "https://home.example/users/alice";
  await browser.post("/settings/recipient", { recipient: alice, mode: "consent", why: "asked" });
  assert.match(await (await browser.get("/settings/house")).text(), /users\/alice[\s\S]*asked/);
  const wrong = await browser.post("/settings/recipient", { recipient: "no one", mode: "off" });
  assert.equal(wrong.status, 400);
});
