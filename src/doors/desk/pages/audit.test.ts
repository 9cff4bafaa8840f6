import assert from "node:assert/strict";
import { test } from "node:test";
import { noteAudit } from "../../../services/audit.ts";
import { noon, openDesk } from "../desk.fixture.ts";

const line = { at: noon, through: "command", did: "made a rule", details: "refuse" } as const;

test("who did what is listed a page at a time, and found by its subject", async (t) => {
  const desk = await openDesk(t);
  const browser = await desk.signedIn("moderator");
  for (let i = 0; i < 120; i++)
    await noteAudit(desk.parts.ownRecords, { ...line, by: "bob", about: `host${i}.example` });
  const first = await (await browser.get("/audit")).text();
  assert.match(first, /host119\.example/);
  assert.doesNotMatch(first, />host5\.example/);
  const next = /href="(\/audit\?[^"]*before=\d+)"/.exec(first)?.[1]?.replaceAll("&amp;", "&");
  assert.match(await (await browser.get(next ?? "")).text(), />host5\.example/);
  const found = await (await browser.get("/audit?about=host7.example")).text();
  assert.match(found, /host7\.example/);
  assert.doesNotMatch(found, />host8\.example/);
  assert.equal((await browser.get("/audit?before=x")).status, 400);
});

test("what a stranger is called can't act in the list", async (t) => {
  const desk = await openDesk(t);
  const browser = await desk.signedIn("moderator");
  const about = 'https://spam.example/"><script>alert(1)</script>';
  await noteAudit(desk.parts.ownRecords, { ...line, by: "<b>bob</b>", about });
  const page = await (await browser.get("/audit")).text();
  assert.doesNotMatch(page, /<script>alert|<b>bob/);
});
