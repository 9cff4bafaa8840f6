// What somebody at the desk does, press by press.

import type { Page } from "playwright-core";

/** Opens the cases, then one of them, and refuses all of it: three presses. */
export async function refuseCase(page: Page, campaign: string): Promise<void> {
  await page.click('header nav a[href="/cases"]');
  await page.click(`#cases a[href="/cases/${campaign}"]`);
  await page.click('button[value="refuse"]');
  await page.locator("#undo button").waitFor();
}

/** Tries a rule about a link's host, and writes it. Ends on the rule's page. */
export async function writeRule(page: Page, host: string): Promise<void> {
  await page.goto("/rules/new");
  await page.selectOption('select[name="kind"]', "link");
  await page.fill('input[name="text"]', host);
  await page.click('form[action="/rules/new"] button');
  await page.click('form[action="/rules/add"] button');
  await page.waitForURL(/\/rules\/(?!add)[\w-]+$/);
}
