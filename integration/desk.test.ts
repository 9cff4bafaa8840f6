// The desk in a real browser, over a house that a wave came to by its gate's socket.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Page } from "playwright-core";
import { minute, second } from "../src/base/units.ts";
import { alarm, plainLooking } from "../src/lab/desk/hostile.ts";
import { scenes } from "../src/lab/desk/scenes.ts";
import { openDeskStage } from "../src/lab/desk/stage.ts";
import type { CampaignId } from "../src/model/campaign.ts";
import type { KeptState } from "../src/model/kept.ts";
import { appealsSortedEveryMs } from "../src/services/appeals.ts";
import {
  openBrowser,
  openWindow,
  signIn,
  type Window,
  type WindowOptions,
} from "../src/workshop/desk/browser.ts";
import { refuseCase, writeRule } from "../src/workshop/desk/deeds.ts";
import { isSound } from "./desk-walk.ts";

const stage = await openDeskStage({ scene: scenes.busyNight });
const browser = await openBrowser();
after(async () => {
  await browser.close();
  await stage.stop();
});

const { ledger } = stage.gate;
const waiting = ["settling", "held"] as const;
const entering = await openWindow(browser, stage.origin);
await signIn(entering, await stage.link("anna", "admin"));
const cookies = await entering.cookies();
await writeRule(entering.page, "lantern-club.example");
const phone = { width: 390, scheme: "light" } as const;

/** All that lies on the desk, the largest first: before anybody ruled. */
const cases = (await ledger.cases(waiting, 20, stage.clock.now())).toSorted(
  (a, b) => b.kept - a.kept,
);

test("a link signs in, a rule is tried and written, and nobody complains", async () => {
  const { page, complaints } = entering;
  assert.match((await page.locator("header").textContent()) ?? "", /anna, admin/);
  assert.deepEqual(complaints, []);
});

test("what attackers wrote is shown as they wrote it, and does nothing", async () => {
  await inWindow({ looks: phone }, async (window) => {
    const { page } = window;
    await isSound(window, await deliveryThatSays(page, alarm));
    const words = (await page.locator("main").textContent()) ?? "";
    assert.match(words, /<(?:script>|svg onload=)console\.error/);
    assert.equal(await page.locator("main img, main script[src], main svg[onload]").count(), 0);
  });
});

test("a case is reached and ruled on by keyboard alone, and one sees where one is", async () => {
  const campaign = campaignAt(3);
  await inWindow({}, async ({ page, complaints }) => {
    await page.goto(`/cases/${campaign}`);
    await tabTo(page, 'button[value="refuse"]');
    await page.keyboard.press("Enter");
    await page.locator("#undo").waitFor();
    await tabTo(page, "#undo button");
    await page.keyboard.press("Space");
    await page.locator('[role="status"]').waitFor();
    assert.deepEqual(complaints, []);
  });
  await stage.pass(minute);
  assert.equal(await countOf(campaign, waiting), sizeOf(campaign), "nothing came of it");
});

test("a case is ruled on without JavaScript", async () => {
  const campaign = campaignAt(2);
  await inWindow({ javaScript: false }, async ({ page, complaints }) => {
    await page.goto(`/cases/${campaign}`);
    await page.click('button[value="refuse"]');
    assert.match((await page.locator("#undo").textContent()) ?? "", /takes effect in 30 s/);
    assert.deepEqual(complaints, []);
  });
  await stage.pass(31 * second);
  assert.ok((await countOf(campaign, ["rejected"])) > 0);
});

test("three hundred kept deliveries are cleared by three presses in a minute", async (t) => {
  const campaign = campaignAt(0);
  assert.ok(sizeOf(campaign) >= 300);
  await inWindow({ looks: phone }, async ({ page, complaints }) => {
    await page.goto("/");
    await refuseCase(page, campaign);
    await page.click("#undo button");
    await stage.pass(minute);
    assert.equal(await countOf(campaign, waiting), sizeOf(campaign), "it was undone");
    const begun = performance.now();
    await refuseCase(page, campaign);
    const ms = performance.now() - begun;
    t.diagnostic(`${sizeOf(campaign)} deliveries: ${Math.round(ms)} ms from opening to done`);
    assert.ok(ms < minute);
    await stage.pass(31 * second);
    assert.ok((await countOf(campaign, ["rejected"])) >= 300);
    await page.reload();
    assert.match((await page.locator("main").textContent()) ?? "", /Ruled spam by anna/);
    assert.deepEqual(complaints, []);
  });
});

test("another threshold shows what it would have done, and changes nothing", async () => {
  await inWindow({}, async ({ page, complaints }) => {
    await page.goto("/tuning");
    const asked = page.locator('input[name="hold_at"]');
    const standing = Number(await asked.inputValue());
    await asked.fill(String(standing + 1));
    await asked.press("Enter");
    await page.waitForURL(/hold_at=/);
    assert.match((await page.locator("main").textContent()) ?? "", /What it would have done/);
    assert.deepEqual(complaints, []);
  });
});

test("who was held appeals without an account, and a moderator sees it", async () => {
  const [held] = await ledger.ofCase(campaignAt(1), waiting, 1);
  assert.ok(held !== undefined);
  const stranger = await openWindow(browser, stage.origin, { looks: phone });
  await stranger.page.goto("/appeal");
  await stranger.page.fill('input[name="about"]', held.sender);
  await stranger.page.fill("textarea", "I only wanted to say hello");
  await stranger.page.locator('input[name="proof"]:not([value=""])').waitFor({ state: "attached" });
  await stranger.page.click("main form button");
  await stranger.page.locator('main [role="status"]').waitFor();
  assert.deepEqual(stranger.complaints, []);
  await stranger.context.close();
  await stage.pass(appealsSortedEveryMs);
  await inWindow({}, async ({ page }) => {
    await page.goto("/appeals");
    assert.match((await page.locator("main").textContent()) ?? "", /I only wanted to say hello/);
  });
  assert.equal(await countOf(campaignAt(1), waiting), sizeOf(campaignAt(1)), "nothing is let in");
});

test("who signs out in one tab is out in the other, and nothing is done from there", async () => {
  const campaign = campaignAt(1);
  const window = await openWindow(browser, stage.origin);
  await signIn(window, await stage.link("bert", "moderator"));
  const left = await window.context.newPage();
  await left.goto(`/cases/${campaign}`);
  await window.page.click('form[action="/sign-out"] button');
  await left.click('button[value="refuse"]');
  assert.equal(await left.locator("#undo").count(), 0);
  await left.goto(`/cases/${campaign}`);
  assert.equal(new URL(left.url()).pathname, "/sign-in");
  await window.context.close();
});

async function inWindow(
  options: WindowOptions,
  body: (window: Window) => Promise<void>,
): Promise<void> {
  const window = await openWindow(browser, stage.origin, { cookies, ...options });
  await body(window);
  await window.context.close();
}

/** Of the case whose hosts are the hostile wave's. */
async function deliveryThatSays(page: Page, word: string): Promise<string> {
  const all = await Promise.all(cases.map((one) => ledger.ofCase(one.campaign, waiting, 100)));
  const hostile = all.flat().filter(({ sender }) => new URL(sender).hostname === plainLooking);
  for (const { receipt } of hostile) {
    await page.goto(`/deliveries/${receipt}`);
    const words = await page.locator("main").textContent();
    if (words?.includes(word)) return `/deliveries/${receipt}`;
  }
  throw new Error(`no delivery says ${word}`);
}

/** More than anybody presses; a page with as many stops before what matters is a bad page. */
const tabsMax = 60;

/** Moves on by Tab until there; each stop on the way can be seen. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stops = 0; stops < tabsMax; stops++) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate<string>(`(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
      const { top, bottom, width } = document.activeElement.getBoundingClientRect();
      const inside = bottom > 0 && top < innerHeight && width > 0;
      return [outlineStyle !== "none" && outlineWidth !== "0px", inside].join();
    })()`);
    assert.equal(seen, "true,true", `stop ${stops} on the way to ${selector}`);
    if ((await page.locator(`${selector}:focus`).count()) > 0) return;
  }
  assert.fail(`${selector} is not reached in ${tabsMax} steps`);
}

function campaignAt(index: number): CampaignId {
  const found = cases[index];
  assert.ok(found !== undefined);
  return found.campaign;
}

function sizeOf(campaign: CampaignId): number {
  return cases.find((one) => one.campaign === campaign)?.kept ?? 0;
}

async function countOf(campaign: CampaignId, states: readonly KeptState[]): Promise<number> {
  return (await ledger.ofCase(campaign, states, 1_000)).length;
}
