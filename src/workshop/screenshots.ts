// `npm run screenshots`: a picture of every page of the desk on a phone and a desk, by day and by
// night, over a lab's bad week. For looking at all of them after a change; none is kept in git
// but the few that --docs writes for the README.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { scenes } from "../lab/desk/scenes.ts";
import { type DeskStage, openDeskStage } from "../lab/desk/stage.ts";
import { allLooks, type Looks, openBrowser, openWindow, signIn } from "./desk/browser.ts";
import { type Place, placesOf } from "./desk/places.ts";

const { values } = parseArgs({
  options: {
    /** Only pages whose route contains this. */
    only: { type: "string", default: "" },
    into: { type: "string", default: "screenshots.tmp" },
    docs: { type: "boolean", default: false },
  },
});

/** In the README and the moderators' pages. */
const shown: readonly (readonly [name: string, route: string, looks: Looks])[] = [
  ["now", "/", { width: 1440, scheme: "light" }],
  ["cases", "/cases", { width: 1440, scheme: "dark" }],
  ["case", "/cases/:case", { width: 1440, scheme: "light" }],
  ["case-phone", "/cases/:case", { width: 390, scheme: "dark" }],
];

/** Of real time: plots and islands have drawn by then. */
const settleMs = 300;

/** A README loads at once; chosen by us. */
const pictureBytesMax = 150_000;

const scene = values.docs ? scenes.underway : scenes.busyNight;
const stage = await openDeskStage({ scene });
const browser = await openBrowser();
try {
  if (values.docs) await takeForDocs(browser, stage);
  else await takeAll(browser, stage, values.into);
} finally {
  await browser.close();
  await stage.stop();
}

async function takeAll(browser: Browser, stage: DeskStage, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const places = (await placesOf(stage)).filter(({ route }) => route.includes(values.only));
  const cookies = await cookiesOf(browser, stage);
  for (const looks of allLooks) {
    const { context, page } = await openWindow(browser, stage.origin, { looks, cookies });
    for (const { path, name } of places) {
      await page.goto(path);
      await page.waitForTimeout(settleMs);
      const file = join(folder, `${name}-${looks.width}-${looks.scheme}.png`);
      await page.screenshot({ path: file, fullPage: true });
    }
    await context.close();
  }
  process.stdout.write(`${places.length} pages, ${allLooks.length} pictures each: ${folder}\n`);
}

async function cookiesOf(browser: Browser, stage: DeskStage) {
  const window = await openWindow(browser, stage.origin);
  await signIn(window, await stage.link("anna", "admin"));
  const cookies = await window.cookies();
  await window.context.close();
  return cookies;
}

/** What fits a screen, as WebP, ever coarser until it is small enough. */
async function takeForDocs(browser: Browser, stage: DeskStage): Promise<void> {
  const folder = fileURLToPath(new URL("../../docs/pictures/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  const cookies = await cookiesOf(browser, stage);
  const places = await placesOf(stage);
  for (const [name, route, looks] of shown) {
    const place = places.find((one) => one.route === route);
    if (place === undefined) throw new Error(`there is no page ${route}`);
    const picture = await takeSmall(browser, stage, place, looks, cookies);
    writeFileSync(join(folder, `${name}.webp`), picture);
  }
}

async function takeSmall(
  browser: Browser,
  { origin, clock }: DeskStage,
  { path }: Place,
  looks: Looks,
  cookies: Awaited<ReturnType<typeof cookiesOf>>,
): Promise<Buffer> {
  const { context, page } = await openWindow(browser, origin, { looks, cookies });
  await page.clock.setFixedTime(clock.now());
  await page.goto(path);
  await page.waitForTimeout(settleMs);
  const devTools = await context.newCDPSession(page);
  try {
    for (const quality of [90, 75, 60, 45]) {
      const asked = { format: "webp", quality } as const;
      const { data } = await devTools.send("Page.captureScreenshot", asked);
      const picture = Buffer.from(data, "base64");
      if (picture.byteLength <= pictureBytesMax) return picture;
    }
    throw new Error(`${path} does not fit into ${pictureBytesMax} bytes`);
  } finally {
    await context.close();
  }
}
