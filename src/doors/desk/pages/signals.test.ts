import assert from "node:assert/strict";
import { test } from "node:test";
import { epochMs } from "../../../base/units.ts";
import { signals } from "../../../engine/signals/index.ts";
import { senderOf, someDecision } from "../../../ports/chronicle.fixture.ts";
import { noon, openDesk } from "../desk.fixture.ts";

test("each signal is listed with its weight, and how often it was right here", async (t) => {
  const desk = await openDesk(t);
  const write = (number: number) =>
    desk.parts.chronicle.write([
      {
        kind: "judged",
        lookAt: undefined,
        decision: someDecision(number, { at: epochMs(noon - number * 60_000) }),
      },
    ]);
  for (const number of [1, 2, 3, 4]) await write(number);
  await desk.parts.chronicle.write([
    { kind: "ended", actor: senderOf(1), how: "suspended", at: noon },
    { kind: "complained", actor: senderOf(2) },
    { kind: "welcomed", actor: senderOf(3) },
  ]);
  const browser = await desk.signedIn("moderator");
  const list = await (await browser.get("/signals")).text();
  for (const { symbol } of signals) assert.match(list, new RegExp(`/signals/${symbol}"`));
  assert.match(list, /4 judged deliveries[^<]*2 of them known as spam, 1 as not/);
  const row = list.slice(list.indexOf("/signals/STRANGER_MENTIONS"));
  assert.match(row.slice(0, 900), /2 \/ 2[\s\S]*1 \/ 1/);
  const page = await (await browser.get("/signals/STRANGER_MENTIONS")).text();
  assert.match(page, /href="\/deliveries\/r1"/);
  assert.match(page, /decibans/);
  assert.equal((await browser.get("/signals/NO_SUCH_SIGNAL")).status, 404);
});
