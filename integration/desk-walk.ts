// Through every page of the desk, in a real browser. Each width has a file of its own, so that they
// run side by side, and each part of the way is a test far below its timeout.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { scenes } from "../src/lab/desk/scenes.ts";
import { openDeskStage } from "../src/lab/desk/stage.ts";
import {
  type Looks,
  openBrowser,
  openWindow,
  signIn,
  type Window,
  type WindowOptions,
} from "../src/workshop/desk/browser.ts";
import { writeRule } from "../src/workshop/desk/deeds.ts";
import { flawsOf, overflowOf } from "../src/workshop/desk/flaws.ts";
import { type Place, placesOf } from "../src/workshop/desk/places.ts";

export interface Walk {
  readonly places: readonly Place[];
  /** A window of somebody who has signed in. */
  inWindow(options: WindowOptions, body: (window: Window) => Promise<void>): Promise<void>;
}

/** A desk on a busy night, with a rule tried and written. */
export async function openWalk(): Promise<Walk> {
  const stage = await openDeskStage({ scene: scenes.busyNight });
  const browser = await openBrowser();
  after(async () => {
    await browser.close();
    await stage.stop();
  });
  const entering = await openWindow(browser, stage.origin);
  await signIn(entering, await stage.link("anna", "admin"));
  await writeRule(entering.page, "lantern-club.example");
  const cookies = await entering.cookies();
  return {
    places: await placesOf(stage),
    async inWindow(options, body) {
      const window = await openWindow(browser, stage.origin, { cookies, ...options });
      await body(window);
      await window.context.close();
    },
  };
}

/** By day all rules of good pages count, by night those of colours. */
export function testLooks({ places, inWindow }: Walk, looks: Looks): void {
  test(`every page breaks no rule at ${looks.width} px, ${looks.scheme}`, async (t) => {
    const extent = looks.scheme === "light" ? "all" : "colours";
    // What strangers wrote breaks a narrow page first, whatever its colours.
    const hasAll = looks.width < 600 && looks.scheme === "light";
    await inWindow({ looks }, async (window) => {
      for (const { path } of places.filter(({ isFirst }) => isFirst || hasAll))
        await t.test(path, async () => {
          await isSound(window, path);
          assert.deepEqual(await flawsOf(window.page, extent), []);
        });
    });
  });
}

export async function isSound({ page, complaints }: Window, path: string): Promise<void> {
  complaints.length = 0;
  const answer = await page.goto(path);
  assert.equal(answer?.status(), 200);
  assert.equal(await page.locator("h1").count(), 1, "one heading says what it is");
  assert.equal(await overflowOf(page), 0, "nothing makes it scroll sideways");
  assert.deepEqual(complaints, []);
}
