import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";
import { startHttpReceiver } from "../../../adapters/notify/http-receiver.fixture.ts";
import { makeBrowser } from "../../../adapters/notify/push-receiver.fixture.ts";
import { makePushKeys, makePushNotifier } from "../../../adapters/notify/web-push.ts";
import { audited } from "../../../services/audit.ts";
import { down, fakeNotifiers } from "../../../services/notify/notifiers.fixture.ts";
import { subscriptionsIn } from "../../../services/notify/subscriptions.ts";
import { openDesk } from "../desk.fixture.ts";

const path = "/settings/notices";
const mail = {
  ...{ channel: "email", address: "anna@home.example", "what-wave": "on", "what-alarm": "on" },
  ...{ "urgent-alarm": "on", from: "22:00", until: "07:00", digest: "8:00, 18:00" },
  ...{ zone: "Europe/Berlin", language: "de" },
};

test("somebody is told by e-mail, changes what of, tries it, and has it end", async (t) => {
  const sent = fakeNotifiers();
  const desk = await openDesk(t, { notifiers: () => sent.notifiers });
  const browser = await desk.signedIn("moderator", "anna");
  assert.match(await (await browser.get(path)).text(), /You are told of nothing yet/);
  assert.equal((await browser.post(path, mail)).status, 303);
  const { ownRecords } = desk.parts;
  const [one = assert.fail()] = await subscriptionsIn(ownRecords, "anna");
  assert.deepEqual(one.value, {
    ...{ by: "anna", to: { channel: "email", address: "anna@home.example" } },
    ...{ what: ["wave", "alarm"], urgent: ["alarm"], quiet: { from: 1320, until: 420 } },
    ...{ digestAt: [480, 1080], zone: "Europe/Berlin", language: "de" },
  });
  const page = await (await browser.get(path)).text();
  assert.match(page, /anna@home\.example[\s\S]*Waves, Alarms[\s\S]*22:00–07:00 \(Europe\/Berlin\)/);

  const form = await (await browser.get(`${path}?change=${one.id}`)).text();
  assert.match(form, /name="what-wave" checked/);
  assert.match(form, /name="from" value="22:00"/);
  const { "what-wave": _, ...less } = mail;
  await browser.post(`${path}/change`, { ...less, id: one.id, from: "", until: "" });
  const [changed] = await subscriptionsIn(ownRecords, "anna");
  assert.deepEqual([changed?.value.what, changed?.value.quiet], [["alarm"], undefined]);

  const tried = await (await browser.post(`${path}/test`, { id: one.id })).text();
  assert.match(tried, /class="note good">Taken\. The other side said: 202 thank you/);
  assert.equal(sent.taken[0]?.letter.kind, "test");
  sent.answer(down);
  const failed = await (await browser.post(`${path}/test`, { id: one.id })).text();
  assert.match(failed, /class="note bad">Not taken: nobody listens there/);

  await browser.post(`${path}/drop`, { id: one.id });
  assert.deepEqual(await subscriptionsIn(ownRecords, "anna"), []);
  const acts = (await audited(ownRecords, { about: one.id, limit: 9 })).map(({ did }) => did);
  assert.deepEqual(acts, ["unsubscribed", "changed a subscription", "subscribed"]);
});

test("a webhook's secret is shown once", async (t) => {
  const desk = await openDesk(t);
  const browser = await desk.signedIn("moderator", "anna");
  const hook = { ...mail, channel: "webhook", address: "https://chat.example/h" };
  assert.match(await (await browser.post(path, hook)).text(), /whsec_/);
  assert.doesNotMatch(await (await browser.get(path)).text(), /whsec_/);
});

test("what is mistyped is said, and nothing is kept", async (t) => {
  const desk = await openDesk(t);
  const browser = await desk.signedIn("moderator", "anna");
  const wrong: [object, RegExp][] = [
    [{ address: "anna" }, /the address must be such as/],
    [{ from: "" }, /two different times/],
    [{ digest: "8" }, /is no time: try 08:00/],
    [{ zone: "Berlin" }, /is no time zone/],
    [{ channel: "pigeon" }, /no such way/],
    [{ channel: "push" }, /the browser gave no address/],
  ];
  for (const [more, pattern] of wrong) {
    const answer = await browser.post(path, { ...mail, ...more });
    assert.equal(answer.status, 400, JSON.stringify(more));
    assert.match(await answer.text(), pattern);
  }
  assert.deepEqual(await subscriptionsIn(desk.parts.ownRecords), []);
});

test("nobody sees, tries, changes or ends what somebody else is told", async (t) => {
  const sent = fakeNotifiers();
  const desk = await openDesk(t, { notifiers: () => sent.notifiers });
  await (await desk.signedIn("moderator", "anna")).post(path, mail);
  const [{ id } = assert.fail()] = await subscriptionsIn(desk.parts.ownRecords);
  const other = await desk.signedIn("admin", "boris");
  assert.doesNotMatch(await (await other.get(`${path}?change=${id}`)).text(), /anna@/);
  for (const act of ["test", "change", "drop"])
    assert.equal((await other.post(`${path}/${act}`, { ...mail, id })).status, 404);
  assert.equal(sent.tried.length, 0);
  assert.equal((await subscriptionsIn(desk.parts.ownRecords)).length, 1);
});

test("a browser that subscribed is sent what only it can read", async (t) => {
  const receiver = await startHttpReceiver(201);
  t.after(() => receiver.stop());
  const keys = await makePushKeys();
  const settings = { keys: async () => keys, contact: "mailto:mods@home.example" };
  const options = { allow: ["127.0.0.1"], userAgent: "test" };
  const push = makePushNotifier(settings, options);
  const notifiers = () => ({ ...fakeNotifiers().notifiers, push });
  const desk = await openDesk(t, { notifiers, pushKey: async () => keys.publicKey });
  const anna = await desk.signedIn("moderator", "anna");
  const page = await (await anna.get(path)).text();
  assert.ok(page.includes(`data-push-key="${keys.publicKey}"`));
  const phone = makeBrowser();
  const { p256dh, auth } = phone;
  const given = { channel: "push", address: "", endpoint: `${receiver.origin}/p`, p256dh, auth };
  await anna.post(path, { ...mail, ...given });
  const [{ id } = assert.fail()] = await subscriptionsIn(desk.parts.ownRecords);
  await anna.post(`${path}/test`, { id });
  const [{ body } = assert.fail()] = receiver.requests;
  assert.equal(JSON.parse(phone.read(body)).title, "Breakwater: Ein Test");
});

/** The worker in a world of its own, with what a browser would give it. */
function workerIn(origin: string) {
  const source = new URL("../islands/notices-worker.ts", import.meta.url);
  const hear = new Map<string, (event: object) => void>();
  const shown: unknown[] = [];
  const opened: string[] = [];
  const world = {
    URL,
    location: { origin },
    registration: {
      showNotification: async (title: string, options: object) => shown.push([title, options]),
    },
    clients: { openWindow: async (url: string) => opened.push(url) },
    addEventListener: (kind: string, listener: (event: object) => void) => hear.set(kind, listener),
  };
  runInContext(stripTypeScriptTypes(readFileSync(source, "utf8")), createContext(world));
  const waitUntil = (): void => undefined;
  return {
    ...{ shown, opened },
    push: (data: unknown) => hear.get("push")?.({ data, waitUntil }),
    click: (data: unknown) =>
      hear.get("notificationclick")?.({ notification: { data, close: waitUntil }, waitUntil }),
  };
}

test("the worker shows what came, and opens no page but the desk's", async (t) => {
  const desk = await openDesk(t);
  const served = await desk.browser().get("/notices-worker.js");
  assert.match(served.headers.get("content-type") ?? "", /^text\/javascript/);
  assert.equal(served.headers.get("cache-control"), "no-cache");
  const worker = workerIn("https://desk.example");
  const said = { title: "Wave", body: "48 held", tag: "n1", lang: "en", link: "/cases/c41" };
  worker.push({ json: () => said });
  worker.push(null);
  worker.push({ json: () => JSON.parse("no JSON") });
  assert.equal(
    JSON.stringify(worker.shown[0]),
    JSON.stringify(["Wave", { body: "48 held", tag: "n1", lang: "en", data: "/cases/c41" }]),
  );
  assert.equal(worker.shown.length, 3);
  for (const link of ["/cases/c41", "https://evil.example/", "javascript:alert(1)", null, 7])
    worker.click(link);
  assert.deepEqual(worker.opened, [
    "https://desk.example/cases/c41",
    ...Array.from({ length: 4 }, () => "https://desk.example"),
  ]);
});
