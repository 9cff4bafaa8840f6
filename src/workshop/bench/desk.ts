// What a case of thousands costs who opens it: at the gate beside a plain read of the same rows,
// on the wire, in a browser; and what an hour of the Now page costs its tab.

import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Browser, CDPSession, Page } from "playwright-core";
import { second } from "../../base/units.ts";
import { sessionCookie } from "../../doors/desk/session-cookie.ts";
import { scenes } from "../../lab/desk/scenes.ts";
import { type DeskStage, openDeskStage } from "../../lab/desk/stage.ts";
import type { ActorId, ObjectId, Receipt } from "../../model/ids.ts";
import type { Kept } from "../../model/kept.ts";
import { slotMs, slotsShown } from "../../services/now/traffic.ts";
import { openSession } from "../../services/sessions.ts";
import { openStore } from "../../wire/store.ts";
import { executablePath, openBrowser, openWindow } from "../desk/browser.ts";
import { measured, readPlainly } from "./case.ts";
import type { BenchOptions, Row } from "./main.ts";

const plainName = "a plain read of its rows";

export async function benchDesk({ smoke }: BenchOptions): Promise<readonly Row[]> {
  const [size, rounds, slots] = smoke ? [400, 1, 3] : [5200, 9, slotsShown];
  const stage = await openDeskStage({ scene: scenes.busyNight });
  try {
    const desk = { stage, secret: await secretFor(stage), ...(await grown(stage, size)) };
    const atGate = await gateRows(desk, rounds);
    return [...atGate, ...(await browserRows(desk, rounds, slots))];
  } finally {
    await stage.stop();
  }
}

interface Desk {
  readonly stage: DeskStage;
  /** What a browser of somebody who has signed in shows. */
  readonly secret: string;
  readonly campaign: string;
  readonly size: number;
}

async function secretFor({ gate, clock }: DeskStage): Promise<string> {
  const { ownRecords, close } = await openStore(gate.state);
  const secret = await openSession(ownRecords, { who: "anna", role: "admin" }, clock.now());
  await close();
  return secret;
}

/**
 * The night's wave, and as many like it as lack to `size`, which went by no socket: thousands that
 * did would take longer than all that is measured here.
 */
async function grown(stage: DeskStage, size: number): Promise<Pick<Desk, "campaign" | "size">> {
  const kept = await stage.gate.kept();
  const held = kept.filter(({ state }) => state === "held");
  const byCase = Map.groupBy(held, ({ verdict }) => verdict.campaign);
  byCase.delete(undefined);
  const [largest] = [...byCase].toSorted(([, a], [, b]) => b.length - a.length);
  const [campaign, members] = largest ?? [];
  if (campaign === undefined || members === undefined) throw new Error("no wave lies here");
  const { ledger, close } = await openStore(stage.gate.state);
  for (let number = members.length; number < size; number++) {
    const like = members[number % members.length];
    const whole = like && (await ledger.find(like.receipt));
    if (whole !== undefined) await ledger.keep(another(whole, number));
  }
  await close();
  return { campaign, size };
}

/** The same from somebody else on the same host. */
function another(kept: Kept, number: number): Kept {
  const { delivery, sender, activityId, objectId } = kept;
  const receipt = `${delivery.receipt.slice(0, -4)}${String(number).padStart(4, "0")}` as Receipt;
  return {
    ...{ ...kept, delivery: { ...delivery, receipt }, dueAt: undefined },
    ...{ sender: `${sender}${number}` as ActorId, author: undefined },
    activityId: activityId === undefined ? undefined : (`${activityId}/${number}` as ObjectId),
    objectId: objectId === undefined ? undefined : (`${objectId}/${number}` as ObjectId),
  };
}

async function gateRows(desk: Desk, rounds: number): Promise<readonly Row[]> {
  const { stage, campaign, size } = desk;
  const file = join(stage.gate.state, "breakwater.db");
  const plain = await measured(plainName, rounds, async () => readPlainly(file, campaign));
  const page = await measured(`GET of a case of ${size}`, rounds, () => get(desk, casePath(desk)));
  return [plain, { ...page, ratio: { to: plainName, value: page.median / plain.median } }];
}

function casePath({ campaign }: Desk): string {
  return `/cases/${campaign}`;
}

async function get({ stage, secret }: Desk, path: string): Promise<void> {
  const headers = { cookie: `${sessionCookie}=${secret}` };
  const answer = await fetch(`${stage.origin}${path}`, { headers });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
}

async function browserRows(desk: Desk, rounds: number, slots: number): Promise<readonly Row[]> {
  if (!existsSync(executablePath)) {
    process.stderr.write(
      `There is no ${executablePath}: only the gate's part is measured. ` +
        "Debian's package is named chromium.\n",
    );
    return [];
  }
  const browser = await openBrowser();
  try {
    const loads = await loadRow(browser, desk, rounds);
    const wire = [];
    for (const path of ["/", "/cases", casePath(desk)])
      wire.push(await wireRow(browser, desk, path));
    return [loads, ...wire, ...(await nowRows(browser, desk, slots))];
  } finally {
    await browser.close();
  }
}

/** In a window with nothing in its cache. */
async function inTab<T>(
  browser: Browser,
  { stage, secret }: Desk,
  body: (page: Page, devTools: CDPSession) => Promise<T>,
): Promise<T> {
  const { context, page } = await openWindow(browser, stage.origin);
  await context.addCookies([{ name: sessionCookie, value: secret, url: stage.origin }]);
  try {
    return await body(page, await context.newCDPSession(page));
  } finally {
    await context.close();
  }
}

function loadRow(browser: Browser, desk: Desk, rounds: number): Promise<Row> {
  return inTab(browser, desk, (page) =>
    measured("the same in Chromium, from asking to loaded", rounds, () =>
      page.goto(casePath(desk), { waitUntil: "load" }),
    ),
  );
}

/** Headers and bodies of the page and of all that it loads, at a first visit. */
function wireRow(browser: Browser, desk: Desk, path: string): Promise<Row> {
  return inTab(browser, desk, async (page, devTools) => {
    let bytes = 0;
    devTools.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await devTools.send("Network.enable");
    await page.goto(path, { waitUntil: "load" });
    // Islands ask for what they import after that.
    await page.waitForTimeout(second);
    const name = path.startsWith("/cases/") ? "the case" : path;
    return one(`on the wire at a first visit, ${name}`, bytes / 1000, "kB");
  });
}

/** The page is told of every slot while the clock is moved through an hour. */
function nowRows(browser: Browser, desk: Desk, slots: number): Promise<readonly Row[]> {
  return inTab(browser, desk, async (page, devTools) => {
    await page.goto("/", { waitUntil: "load" });
    await page.waitForTimeout(second);
    const first = one("heap of Now's tab at first", await heapMb(devTools), "MB");
    for (let slot = 0; slot < slots; slot++) {
      await desk.stage.pass(slotMs);
      await page.waitForTimeout(drawMs);
    }
    const then = one(`after ${slots} slots of 10 s`, await heapMb(devTools), "MB");
    return [first, { ...then, ratio: { to: first.name, value: then.median / first.median } }];
  });
}

/** Of real time: the stream has brought the slot and the island has drawn it. */
const drawMs = 30;

async function heapMb(devTools: CDPSession): Promise<number> {
  await devTools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devTools.send("Runtime.getHeapUsage");
  return usedSize / 1e6;
}

function one(name: string, value: number, unit: string): Row {
  return { name, median: value, min: value, max: value, unit };
}
