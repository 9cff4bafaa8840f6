import assert from "node:assert/strict";
import { test } from "node:test";
import { LogPen, stranger } from "./log.fixture.ts";
import { filterOf } from "./rival.ts";
import { thirtyDays } from "./thirty-days.ts";

test("under 30 days nobody hears of an account, whatever it does", async () => {
  const pen = new LogPen(filterOf(thirtyDays()));
  assert.equal(await pen.post({ accountDays: 29 }), "held");
  assert.equal(await pen.follow("ada", stranger, 29), "held");
  assert.equal(await pen.post({ accountDays: 31 }), "delivered");
  assert.equal(await pen.post({ accountDays: 29, mentions: [] }), "delivered");
});

test("an account is as old as its host says, and else as our first sight of it", async () => {
  const pen = new LogPen(filterOf(thirtyDays()));
  assert.equal(
    await pen.post({ accountDays: 4000, says: "Forged, and who would know?" }),
    "delivered",
  );
  assert.equal(await pen.post({ from: "https://quay.example/users/q", accountDays: null }), "held");
});

test("whoever follows a young account, or wrote to it, hears of it", async () => {
  const pen = new LogPen(filterOf(thirtyDays()));
  await pen.local("follow", "ada", stranger);
  assert.equal(await pen.post({ accountDays: 1, mentions: ["ada"] }), "delivered");
  assert.equal(await pen.post({ accountDays: 1, mentions: ["bruno"] }), "held");
  await pen.local("mention", "bruno", stranger);
  assert.equal(await pen.post({ accountDays: 1, mentions: ["bruno"] }), "delivered");
});
