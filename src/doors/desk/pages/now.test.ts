import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { after, hour, minute, second } from "../../../base/units.ts";
import { arrivalOf, verdictOf } from "../../../services/now/now.fixture.ts";
import { makeTraffic } from "../../../services/now/traffic.ts";
import { type Browser, noon, type OpenDesk, openDesk, someStatus } from "../desk.fixture.ts";
import type { DeskParts } from "../desk-parts.ts";
import { streamLimits } from "../event-streams.ts";

interface Event {
  readonly name: string;
  readonly id: string | undefined;
  readonly value: Record<string, unknown>;
}

/** Events of an answer that goes on, one after the other. */
async function* eventsOf(answer: Response): AsyncGenerator<Event> {
  let text = "";
  for await (const chunk of answer.body ?? []) {
    text += new TextDecoder().decode(chunk as Uint8Array);
    const parts = text.split("\n\n");
    text = parts.pop() ?? "";
    for (const part of parts) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(part)?.[1];
      const name = field("event");
      if (name !== undefined)
        yield { name, id: field("id"), value: JSON.parse(field("data") ?? "{}") };
    }
  }
}

async function nextOf(events: AsyncGenerator<Event>, name: string): Promise<Event> {
  for (;;) {
    const { value, done } = await events.next();
    if (done) throw new Error(`the stream ended before ${name}`);
    if (value.name === name) return value;
  }
}

/** A desk over a gate that has counted for an hour; its clock goes on before anything comes. */
async function busyDesk(t: TestContext, more: Partial<DeskParts> = {}) {
  let now = after(noon, -hour);
  const traffic = makeTraffic({ now: () => now });
  const desk = await openDesk(t, { traffic, ...more });
  const at = (moment: typeof noon): void => {
    now = moment;
    desk.setClock(moment);
  };
  at(noon);
  const held = () => traffic.journal.judged(arrivalOf(1), verdictOf("hold"), "held", undefined);
  return { desk, at, held };
}

async function pageIn(desk: OpenDesk): Promise<string> {
  const browser = await desk.signedIn("moderator");
  const answer = await browser.get("/");
  assert.equal(answer.status, 200);
  assert.deepEqual(desk.failures, []);
  return answer.text();
}

test("a fresh install says what will be seen here, and what to do first", async (t) => {
  const page = await pageIn(await openDesk(t));
  assert.match(page, /Nothing has come by yet/);
  assert.match(page, /done<\/span> The home server behind it answers/);
  assert.match(page, /to do<\/span> Deliveries come by/);
  assert.match(page, /No wave is under way/);
});

test("in watch mode it says plainly that nothing is stopped", async (t) => {
  const watching = { ...someStatus, mode: "watch" } as const;
  const house = { at: noon, status: watching, census: [], freeBytes: 5e9, waves: [] };
  const desk = await openDesk(t, {
    houseNow: { now: async () => ({ ...house, quotas: await quotasOf(t) }) },
  });
  const page = await pageIn(desk);
  assert.match(page, /class="note warn" data-notice><p>Watch mode: nothing is stopped/);
  assert.match(page, /would have been kept back in the last hour/);
});

async function quotasOf(t: TestContext) {
  return (await (await openDesk(t)).parts.houseNow.now()).quotas;
}

test("that the home server is down is said before all else", async (t) => {
  const down = { ...someStatus, checks: { ledger: true, upstream: false } };
  const quotas = await quotasOf(t);
  const house = { at: noon, status: down, census: [], freeBytes: 5e9, waves: [], quotas };
  const desk = await openDesk(t, { houseNow: { now: async () => house } });
  const page = await pageIn(desk);
  assert.match(page, /class="note bad" data-notice><p>The home server does not answer/);
});

test("the hour is there as a table too, in steps of five minutes", async (t) => {
  const { desk, at, held } = await busyDesk(t);
  held();
  at(after(noon, 10 * second));
  const page = await pageIn(desk);
  const table = /id="kept-back-numbers".*?<tbody>(.*?)<\/tbody>/s.exec(page)?.[1] ?? "";
  assert.ok(table.split("<tr>").length <= 14, "an hour has twelve of them");
  assert.match(table, /<td class="number">1<\/td>/);
  assert.match(page, /data-live="hourBack">1</);
});

async function listening(desk: OpenDesk, path = "/now/events", headers = {}) {
  const browser = await desk.signedIn("moderator");
  const answer = await browser.get(path, headers);
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get("content-type") ?? "", /^text\/event-stream/);
  return { browser, events: eventsOf(answer) };
}

test("a page that is looked at hears of each slot as it ends, and what changed", async (t) => {
  const { desk, at, held } = await busyDesk(t);
  const { events } = await listening(desk, `/now/events?after=${after(noon, -10 * second)}`);
  const first = await nextOf(events, "state");
  assert.equal((first.value["texts"] as Record<string, string>)["hourBack"], "0");
  held();
  at(after(noon, 10 * second + 300));
  const slot = await nextOf(events, "slot");
  assert.equal(slot.id, `${noon}`);
  assert.equal((slot.value["counts"] as Record<string, number>)["hold"], 1);
  const next = await nextOf(events, "state");
  const texts = next.value["texts"] as Record<string, string>;
  assert.equal(texts["hourBack"], "1");
  assert.equal(texts["memory"], undefined, "what is as it was is not sent");
  await events.return(undefined);
});

test("a browser whose connection broke gets what it missed, and nothing twice", async (t) => {
  const { desk, at } = await busyDesk(t);
  at(after(noon, minute));
  const seen = { "last-event-id": `${after(noon, 30 * second)}` };
  const { events } = await listening(desk, "/now/events?after=0", seen);
  const ids = [await nextOf(events, "slot"), await nextOf(events, "slot")].map(({ id }) => id);
  assert.deepEqual(ids, [`${after(noon, 40 * second)}`, `${after(noon, 50 * second)}`]);
  await events.return(undefined);
});

test("who signs out on another page is told no more", async (t) => {
  const { desk, at } = await busyDesk(t);
  const { browser, events } = await listening(desk);
  await nextOf(events, "state");
  await browser.post("/sign-out", {});
  at(after(noon, 11 * second));
  await nextOf(events, "ended");
  assert.equal((await events.next()).done, true);
});

test("so many pages are kept up to date and no more", async (t) => {
  const { desk } = await busyDesk(t);
  const browser = await desk.signedIn("moderator");
  const open: Response[] = [];
  for (let number = 0; number < streamLimits.each; number++)
    open.push(await browser.get("/now/events"));
  assert.ok(open.every(({ status }) => status === 200));
  assert.equal((await browser.get("/now/events")).status, 503);
  const other = await desk.signedIn("admin");
  const theirs = await other.get("/now/events");
  assert.equal(theirs.status, 200, "others have their own");
  for (const answer of [...open, theirs]) await answer.body?.cancel();
});

test("a wave that begins is told once, in a sentence", async (t) => {
  const waves = [wave("c41", 3)];
  const quotas = await quotasOf(t);
  const house = { at: noon, status: someStatus, census: [], freeBytes: 5e9, quotas };
  let growing: typeof waves = [];
  const { desk, at } = await busyDesk(t, {
    houseNow: { now: async () => ({ ...house, waves: growing }) },
  });
  const { events } = await listening(desk);
  assert.equal((await nextOf(events, "state")).value["news"], undefined);
  growing = waves;
  at(after(noon, 11 * second));
  const { value } = await nextOf(events, "state");
  assert.equal(value["news"], "A wave has begun: 3 contacts so far.");
  assert.deepEqual((value["waves"] as { case: string }[])[0]?.case, "/cases/c41");
  growing = [...waves, wave("c42", 5)];
  at(after(noon, 21 * second));
  assert.equal((await nextOf(events, "state")).value["news"], undefined, "once a minute");
  at(after(noon, 72 * second));
  assert.match(String((await nextOf(events, "state")).value["news"]), /5 contacts/);
  await events.return(undefined);
});

function wave(campaign: string, contacts: number) {
  return {
    ...{ campaign: campaign as never, firstAt: noon, lastAt: noon, contacts, senders: 2 },
    ...{ hosts: 1, people: 3, kept: contacts, watched: 0, isCase: true },
  };
}

/** All that a browser without anything of ours loads before the page stands and lives. */
async function transferred(browser: Browser): Promise<ReadonlyMap<string, number>> {
  const encodings = { "accept-encoding": "gzip, br" };
  const sizes = new Map<string, number>();
  const load = async (path: string): Promise<string> => {
    const answer = await browser.get(path, encodings);
    assert.equal(answer.status, 200, path);
    const text = await answer.text();
    const length = answer.headers.get("content-length");
    sizes.set(path, length === null ? await zipped(text) : Number(length));
    return text;
  };
  const page = await load("/");
  const map = JSON.parse(/<script type="importmap">(.*?)<\/script>/.exec(page)?.[1] ?? "{}");
  const linked = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, one = ""]) => one);
  for (const path of linked) await follow(path, map.imports, load, sizes);
  return sizes;
}

async function follow(
  path: string,
  imports: Readonly<Record<string, string>>,
  load: (path: string) => Promise<string>,
  sizes: ReadonlyMap<string, number>,
): Promise<void> {
  if (sizes.has(path)) return;
  const text = await load(path);
  if (!path.endsWith(".js")) return;
  for (const [, from = ""] of text.matchAll(/(?:from|import) ?"([^"]+)"/g)) {
    const next = imports[from] ?? new URL(from, `http://desk.example${path}`).pathname;
    await follow(next, imports, load, sizes);
  }
}

/** What is compressed on the way says no length. */
async function zipped(text: string): Promise<number> {
  const { gzipSync } = await import("node:zlib");
  return gzipSync(text).byteLength;
}

test("the first page is less than 60 kB on the wire, with all that it loads", async (t) => {
  const { desk } = await busyDesk(t);
  const sizes = await transferred(await desk.signedIn("moderator"));
  const names = [...sizes.keys()].map((path) => path.split("/").at(-1));
  for (const expected of ["pico.css", "uplot.js", "preact.js", "now.js", "plot-drawing.js"])
    assert.ok(names.includes(expected), `${expected} among ${names.join(" ")}`);
  const sum = [...sizes.values()].reduce((all, one) => all + one, 0);
  assert.ok(sum < 60_000, `${sum} bytes: ${JSON.stringify([...sizes])}`);
});
