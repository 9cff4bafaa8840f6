import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { secretOf } from "../../base/secret.ts";
import { epochMs } from "../../base/units.ts";
import type { AddressOn } from "../../model/subscription.ts";
import { letterOf, notifierContract, type Received } from "../../ports/notifier.contract.ts";
import { makeEmailNotifier } from "./email.ts";
import { startHttpReceiver } from "./http-receiver.fixture.ts";
import { makeNtfyNotifier } from "./ntfy.ts";
import { claimsOf, makeBrowser } from "./push-receiver.fixture.ts";
import { bodyOf, fieldOf, startSmtpReceiver } from "./smtp-receiver.fixture.ts";
import { makePushKeys, makePushNotifier } from "./web-push.ts";
import { makeWebhookNotifier } from "./webhook.ts";

const clock = { now: () => epochMs(Date.UTC(2026, 10, 28, 4)) };
const options = { allow: ["127.0.0.1"], userAgent: "Breakwater (test)", timeMs: 1000 };
const secret = `whsec_${Buffer.from("a secret of twenty-four.").toString("base64")}`;

notifierContract<AddressOn<"webhook">>("webhook", async () => {
  const receiver = await startHttpReceiver();
  return {
    notifier: makeWebhookNotifier(options, clock),
    to: { channel: "webhook", url: `${receiver.origin}/hook`, secret },
    setMood: receiver.setMood,
    received: () =>
      receiver.requests.map(({ body }): Received => {
        const { id, title, lines, link } = JSON.parse(body.toString("utf8")) as {
          [name in "id" | "title"]: string;
        } & { lines: string[]; link: string | null };
        return { id, title, text: lines.join("\n"), link: link ?? undefined };
      }),
    leave: receiver.stop,
  };
});

notifierContract<AddressOn<"ntfy">>("ntfy", async () => {
  const receiver = await startHttpReceiver(200);
  return {
    notifier: makeNtfyNotifier({ url: receiver.origin, token: undefined }, options),
    to: { channel: "ntfy", server: undefined, topic: "wall" },
    setMood: receiver.setMood,
    received: () =>
      receiver.requests.map(({ body }): Received => {
        const said = JSON.parse(body.toString("utf8")) as Record<string, string>;
        const { sequence_id: id = "", title = "", message: text = "", click: link } = said;
        return { id, title, text, link };
      }),
    leave: receiver.stop,
  };
});

const keys = await makePushKeys();
const pushSettings = { keys: async () => keys, contact: "mailto:mods@home.example" };

notifierContract<AddressOn<"push">>("web push", async () => {
  const receiver = await startHttpReceiver(201);
  const browser = makeBrowser();
  const { p256dh, auth } = browser;
  return {
    notifier: makePushNotifier(pushSettings, options),
    to: { channel: "push", endpoint: `${receiver.origin}/push/1`, p256dh, auth },
    setMood: receiver.setMood,
    received: () =>
      receiver.requests.map((request): Received => {
        claimsOf(request, keys.publicKey);
        const said = JSON.parse(browser.read(request.body)) as Record<string, string | null>;
        const { tag: id = "", title = "", body: text = "", link } = said;
        return { id: id ?? "", title: title ?? "", text: text ?? "", link: link ?? undefined };
      }),
    leave: receiver.stop,
  };
});

notifierContract<AddressOn<"email">>("e-mail", async () => {
  const receiver = await startSmtpReceiver();
  const server = { host: "127.0.0.1", port: receiver.port, tls: false };
  const from = "breakwater@home.example";
  const nobody = { user: undefined, password: undefined };
  return {
    notifier: makeEmailNotifier({ server, from, ...nobody, timeMs: 1000 }, clock),
    to: { channel: "email", address: "alice@home.example" },
    setMood: receiver.setMood,
    received: () =>
      receiver.mails.map((mail): Received => {
        assert.deepEqual(mail.to, ["alice@home.example"]);
        const body = bodyOf(mail).trimEnd();
        const link = /\n\n(https:\S+)$/.exec(body)?.[1];
        const text = link === undefined ? body : body.slice(0, -link.length).trimEnd();
        const title = fieldOf(mail, "Subject") ?? "";
        return { id: fieldOf(mail, "Message-ID") ?? "", title, text, link };
      }),
    leave: receiver.stop,
  };
});

test("a webhook's letter is signed over its id, its moment and its bytes", async () => {
  const receiver = await startHttpReceiver();
  const to = { channel: "webhook", url: receiver.origin, secret } as const;
  await makeWebhookNotifier(options, clock).send(to, letterOf({ notices: [{ kind: "wave" }] }));
  const [{ headers, body } = assert.fail()] = receiver.requests;
  const signed = `n-4f1c.1795838400.${body.toString("utf8")}`;
  const mac = createHmac("sha256", "a secret of twenty-four.").update(signed).digest("base64");
  assert.equal(headers["webhook-signature"], `v1,${mac}`);
  assert.equal(headers["webhook-timestamp"], "1795838400");
  assert.deepEqual(JSON.parse(body.toString("utf8")).notices, [{ kind: "wave" }]);
  await receiver.stop();
});

test("addresses that only this machine can reach are refused unless configured", async () => {
  const receiver = await startHttpReceiver();
  const guarded = { ...options, allow: [] };
  const urls = [receiver.origin, "https://127.0.0.1/x", "https://[::1]/", "https://10.0.0.1/"];
  for (const url of [...urls, "https://a.example:8443/", "file:///etc/passwd", "nonsense"]) {
    const sent = await makeWebhookNotifier(guarded, clock).send(
      { channel: "webhook", url, secret },
      letterOf(),
    );
    assert.equal(sent.kind, "failed", url);
  }
  const resolve = async () => ["192.168.1.7"];
  const named = await makeWebhookNotifier({ ...guarded, resolve }, clock).send(
    { channel: "webhook", url: "https://inside.example/", secret },
    letterOf(),
  );
  assert.match(JSON.stringify(named), /inside\.example has no address that may be fetched from/);
  assert.equal(receiver.requests.length, 0);
  await receiver.stop();
});

test("no redirect is followed", async () => {
  const receiver = await startHttpReceiver();
  receiver.setMood("refuses");
  receiver.setStatus(307);
  const to = { channel: "webhook", url: receiver.origin, secret } as const;
  const sent = await makeWebhookNotifier(options, clock).send(to, letterOf());
  assert.deepEqual(sent, { kind: "failed", because: "it answered 307 not today" });
  await receiver.stop();
});

test("a browser that took its subscription back is gone; a webhook's 404 may pass", async () => {
  const receiver = await startHttpReceiver();
  receiver.setMood("refuses");
  receiver.setStatus(410);
  const { p256dh, auth } = makeBrowser();
  const push = { channel: "push", endpoint: receiver.origin, p256dh, auth } as const;
  const hook = { channel: "webhook", url: receiver.origin, secret } as const;
  const pushed = await makePushNotifier(pushSettings, options).send(push, letterOf());
  assert.equal(pushed.kind, "gone");
  assert.equal((await makeWebhookNotifier(options, clock).send(hook, letterOf())).kind, "failed");
  await receiver.stop();
});

test("a push says who sends it, for whom, for how long and how urgent", async () => {
  const receiver = await startHttpReceiver(201);
  const { p256dh, auth } = makeBrowser();
  const to = { channel: "push", endpoint: `${receiver.origin}/p`, p256dh, auth } as const;
  await makePushNotifier(pushSettings, options).send(to, letterOf({ urgent: true }));
  const [request = assert.fail()] = receiver.requests;
  const { aud, sub, exp } = claimsOf(request, keys.publicKey);
  assert.deepEqual([aud, sub], [receiver.origin, "mailto:mods@home.example"]);
  assert.ok(exp * 1000 - Date.now() < 24 * 3600 * 1000);
  assert.equal(request.headers["urgency"], "high");
  assert.equal(request.headers["topic"], "n-4f1c");
  assert.equal(request.headers["ttl"], "86400");
  await receiver.stop();
});

test("a long letter fits into a push, cut between two characters", async () => {
  const receiver = await startHttpReceiver(201);
  const browser = makeBrowser();
  const { p256dh, auth } = browser;
  const to = { channel: "push", endpoint: receiver.origin, p256dh, auth } as const;
  const sent = await makePushNotifier(pushSettings, options).send(
    to,
    letterOf({ lines: Array.from({ length: 200 }, () => "波が来る。波が来る。") }),
  );
  assert.equal(sent.kind, "taken");
  const [{ body } = assert.fail()] = receiver.requests;
  assert.ok(body.length <= 4096, `${body.length}`);
  assert.doesNotMatch(browser.read(body), /\uFFFD/);
  await receiver.stop();
});

test("keys that are none are told, and nothing is sent", async () => {
  const receiver = await startHttpReceiver(201);
  const to = { channel: "push", endpoint: receiver.origin, p256dh: "AAAA", auth: "AA" } as const;
  const sent = await makePushNotifier(pushSettings, options).send(to, letterOf());
  assert.match(JSON.stringify(sent), /this browser's keys can't be used/);
  await receiver.stop();
});

test("ntfy's token goes to the configured server and to no other", async () => {
  const [own, other] = [await startHttpReceiver(), await startHttpReceiver()];
  const token = secretOf("tk_quiet");
  const notifier = makeNtfyNotifier({ url: own.origin, token }, options);
  await notifier.send({ channel: "ntfy", server: undefined, topic: "wall" }, letterOf());
  await notifier.send({ channel: "ntfy", server: other.origin, topic: "wall" }, letterOf());
  assert.equal(own.requests[0]?.headers.authorization, "Bearer tk_quiet");
  assert.equal(other.requests[0]?.headers.authorization, undefined);
  assert.equal(other.requests.length, 1);
  await Promise.all([own.stop(), other.stop()]);
});

test("what is not configured says so", async () => {
  const settings = { server: undefined, from: undefined, user: undefined, password: undefined };
  const mail = await makeEmailNotifier(settings, clock).send(
    { channel: "email", address: "alice@home.example" },
    letterOf(),
  );
  assert.match(JSON.stringify(mail), /notify\.email\.server or notify\.email\.from is not set/);
  const ntfy = await makeNtfyNotifier({ url: undefined, token: undefined }, options).send(
    { channel: "ntfy", server: undefined, topic: "wall" },
    letterOf(),
  );
  assert.match(JSON.stringify(ntfy), /notify\.ntfy\.url names no server/);
});

test("mail signs in, says that a machine wrote it, and has its own moment", async () => {
  const receiver = await startSmtpReceiver();
  const server = { host: "127.0.0.1", port: receiver.port, tls: false };
  const signedIn = { server, from: "breakwater@home.example", user: "wall", timeMs: 5000 };
  const to = { channel: "email", address: "alice@home.example" } as const;
  const right = makeEmailNotifier({ ...signedIn, password: secretOf("open sesame") }, clock);
  assert.equal((await right.send(to, letterOf())).kind, "taken");
  const wrong = makeEmailNotifier({ ...signedIn, password: secretOf("guess") }, clock);
  const refused = JSON.stringify(await wrong.send(to, letterOf()));
  assert.match(refused, /it answered 535/);
  assert.doesNotMatch(refused, /guess/);
  const [mail = assert.fail(), ...more] = receiver.mails;
  assert.equal(more.length, 0);
  assert.equal(mail.user, "wall");
  assert.equal(fieldOf(mail, "Auto-Submitted"), "auto-generated");
  assert.equal(fieldOf(mail, "Date"), "Sat, 28 Nov 2026 04:00:00 +0000");
  assert.match(mail.raw, /^Content-Type: text\/plain; charset=utf-8/m);
  await receiver.stop();
});

test("beyond this machine no mail goes out in the clear", async () => {
  const receiver = await startSmtpReceiver();
  // The same server by a name that is not seen to be loopback's.
  const server = { host: "::ffff:127.0.0.1", port: receiver.port, tls: false };
  const settings = { server, from: "breakwater@home.example", user: "wall", timeMs: 5000 };
  const notifier = makeEmailNotifier({ ...settings, password: secretOf("open sesame") }, clock);
  const sent = await notifier.send({ channel: "email", address: "a@home.example" }, letterOf());
  assert.equal(sent.kind, "failed", JSON.stringify(sent));
  assert.equal(receiver.mails.length, 0);
  await receiver.stop();
});
