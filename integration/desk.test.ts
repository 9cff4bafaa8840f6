// The desk in a real browser, over a house that a wave came to by its gate's socket.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { scenes } from "../src/lab/desk/scenes.ts";
import { type DeskStage, openDeskStage } from "../src/lab/desk/stage.ts";
import {
  allLooks,
  openBrowser,
  openWindow,
  signIn,
  type Window,
} from "../src/workshop/desk/browser.ts";
import { flawsOf, overflowOf } from "../src/workshop/desk/flaws.ts";
import { placesOf } from "../src/workshop/desk/places.ts";

const stage: DeskStage = await openDeskStage({ scene: scenes.busyNight });
const browser = await openBrowser();
after(async () => {
  await browser.close();
  await stage.stop();
});

const entering = await openWindow(browser, stage.origin);
await signIn(entering, await stage.link("anna", "admin"));
const cookies = await entering.cookies();

test("a link signs in, and leads to what is happening", async () => {
  const { page, complaints } = entering;
  assert.equal(await page.locator("header small").textContent(), "anna, admin");
  assert.deepEqual(complaints, []);
});

test("every page opens at every width, by day and by night, and breaks no rule", async (t) => {
  const places = await placesOf(stage);
  for (const looks of allLooks) {
    const window = await openWindow(browser, stage.origin, { looks, cookies });
    for (const { path } of places) {
      await t.test(`${path} at ${looks.width} px, ${looks.scheme}`, () =>
        isSound(window, path, looks.scheme === "light" ? "all" : "colours"),
      );
    }
    await window.context.close();
  }
});

async function isSound(
  { page, complaints }: Window,
  path: string,
  extent: "all" | "colours",
): Promise<void> {
  complaints.length = 0;
  const answer = await page.goto(path);
  assert.equal(answer?.status(), 200);
  assert.equal(await page.locator("h1").count(), 1, "one heading says what it is");
  assert.equal(await overflowOf(page), 0, "nothing makes it scroll sideways");
  assert.deepEqual(await flawsOf(page, extent), []);
  assert.deepEqual(complaints, []);
}
