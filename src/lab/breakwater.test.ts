import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReplayedVerdict } from "../services/replay.ts";
import { breakwater } from "./breakwater.ts";
import { LogPen } from "./rivals/log.fixture.ts";

const people = ["ada", "bruno", "chiyo", "dalia", "edgar"];

test("Breakwater decides in its own time, says why, and leaves nothing undecided", async () => {
  const told: ReplayedVerdict[] = [];
  const pen = new LogPen(breakwater((verdict) => told.push(verdict)));
  const friend = "https://meadow.example/users/fay";
  await pen.local("follow", "ada", friend);
  assert.equal(await pen.post({ from: friend }), "delivered");
  for (let i = 0; i < 6; i++) {
    const from = `https://open${i}.example/users/x${i}`;
    const says = 'Join us <a href="https://shop.example/x">now</a>';
    assert.notEqual(await pen.post({ from, says, mentions: people, accountDays: 0 }), "rejected");
  }
  const later = await pen.finish();
  assert.equal(told.length, 7);
  const wave = told.slice(1).filter(({ action }) => action === "settle" || action === "hold");
  assert.ok(wave.length >= 5, `${wave.length} of the wave are kept back`);
  assert.ok(wave.every(({ evidence }) => evidence.some(({ because }) => because !== "")));
  const settled = wave.filter(({ action }) => action === "settle");
  assert.ok(settled.every(({ delivery }) => later.has(delivery)));
});
