// Broken set-ups on real sockets, and what is said of them.

import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { ProcessLedger } from "../../adapters/process/ledger.ts";
import { after, epochMs, hour, minute } from "../../base/units.ts";
import { LedgerDown } from "../../ports/ledger.ts";
import { loadConfig } from "../../services/config.ts";
import { makeGateActor } from "../../services/gate-actor.ts";
import type { GateStatus } from "../../services/gate-status.ts";
import type { Ask } from "../../services/node-info.ts";
import { type Presence, putPresence } from "../../services/presence.ts";
import type { Store } from "../parts.ts";
import { fakeContext, heldDelivery, testMoment } from "../testing.ts";
import { runDoctor } from "./doctor.ts";
import type { Finding } from "./finding.ts";
import { lookAtAdmin, lookAtGate } from "./look-at-gate.ts";
import { lookAtHome } from "./look-at-home.ts";
import { lookAtName } from "./look-at-name.ts";
import { lookAtDates, lookAtStore } from "./look-at-store.ts";
import { lookAtWay } from "./look-at-way.ts";
import { askPublic } from "./public-question.ts";

const status: GateStatus = {
  run: "one",
  pid: 4711,
  version: "1",
  startedAt: testMoment,
  mode: "watch",
  modeSince: testMoment,
  orderedBy: null,
  configuredMode: "watch",
  guardShare: 1,
  shadow: null,
  homeServer: {
    hosts: ["home.example"],
    software: "mastodon",
    version: "4.5.2",
    accepts: ["draft-cavage"],
    learned: [],
    drops: [],
    refusesPlainly: true,
    replayWindowMs: hour,
  },
  checks: { ledger: true, upstream: true },
  memoryBytes: 1,
  troubles: [],
};

const card: Presence = {
  run: "one",
  pid: 4711,
  version: "1",
  startedAt: testMoment,
  gate: "127.0.0.1:8090",
  admin: "127.0.0.1:1",
  upstream: "127.0.0.1:3000",
  hosts: ["home.example"],
  password: "word",
};

function loadedWith(flags: Readonly<Record<string, string>>) {
  const loaded = loadConfig({ flags: { upstream: "http://127.0.0.1:3000", ...flags } });
  assert.ok(loaded.ok);
  return loaded.value;
}

const configWith = (flags: Readonly<Record<string, string>>) => loadedWith(flags).config;

/** `level about` of each, so that a test reads as a table. */
function brief(findings: readonly Finding[]): string[] {
  return findings.map(({ level, about }) => `${level} ${about}`);
}

async function serve(t: TestContext, answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("a gate that is down, hangs, was replaced or is old is told apart", () => {
  const says = (...given: Parameters<typeof lookAtGate>) => {
    const [first, second] = lookAtGate(...given);
    return `${first?.level}: ${first?.says}; ${second?.about}`;
  };
  assert.match(says(undefined, undefined, "1"), /^bad: none has started with this state folder/);
  assert.match(says({ ...card, stoppedAt: 1 }, undefined, "1"), /^bad: it was stopped; mail goes/);
  assert.match(says(card, undefined, "1"), /^bad: nobody answers at 127.0.0.1:1: .*pid 4711/);
  assert.match(says({ ...card, run: "two" }, status, "1"), /^bad: .* did not start last/);
  assert.match(says(card, status, "2"), /^ok: runs, version 1, pid 4711; version$/);
  assert.match(says(card, status, "1"), /^ok: .*; mode$/);
});

test("a mode that judges nothing and troubles are worth a look", () => {
  const troubles = [{ at: 1, what: "judging", because: "the disk is full", times: 2 }];
  const findings = lookAtGate(card, { ...status, mode: "off", troubles }, "1");
  assert.deepEqual(brief(findings), ["ok gate", "warn mode", "warn troubles"]);
  assert.match(findings[2]?.says ?? "", /lately, while judging: the disk is full/);
});

test("an admin port that others can read is named", () => {
  const open = (admin: string) => brief(lookAtAdmin(configWith({ admin })));
  assert.deepEqual(open("127.0.0.1:8091"), []);
  assert.deepEqual(open("unix:/run/a.sock"), []);
  assert.deepEqual(open("192.0.2.1:8091"), ["warn admin"]);
});

/** A home server that answers as given, at a moment of its own. */
function home(software: string | undefined, at = testMoment): Ask {
  return async (path) => {
    const date = ["Date", new Date(at).toUTCString()] as const;
    const value = path.includes("well-known")
      ? { links: [{ href: "https://home.example/nodeinfo/2.0" }] }
      : { software: { name: software, version: "4.5.2" } };
    const body = Buffer.from(JSON.stringify(value));
    const status = software === undefined ? 404 : 200;
    return { kind: "answered", status, headers: [date], body };
  };
}

test("the home server: down, silent, unknown, or with a clock of its own", async () => {
  const look = (ask: Ask, flags = {}, told = status) =>
    lookAtHome(configWith(flags), told, ask, () => testMoment);
  const down: Ask = async () => ({ kind: "unreachable", because: "connection refused" });
  const [gone] = await look(down);
  assert.equal(gone?.level, "bad");
  assert.equal(gone.says, "it does not answer at 127.0.0.1:3000: connection refused");
  const well = ["ok home server", "ok clock"];
  assert.deepEqual(brief(await look(home("mastodon"))), [...well, "ok profile"]);
  assert.deepEqual(brief(await look(home(undefined))), [...well, "warn profile"]);
  assert.deepEqual(brief(await look(home("epicyon"))), [...well, "warn profile"]);
  const named = await look(home(undefined), { "software.name": "gotosocial" });
  assert.match(named[2]?.says ?? "", /^gotosocial: takes draft-cavage, and a post for 1h after/);
  const skewed = async (ms: number) =>
    brief(await look(home("mastodon", after(testMoment, ms))))[1];
  assert.equal(await skewed(-2 * minute), "warn clock");
  assert.equal(await skewed(hour), "bad clock");
  const learned = { ...status, homeServer: { ...status.homeServer, learned: ["rfc9421"] } };
  assert.match(
    (await look(home("mastodon"), {}, learned))[3]?.says ?? "",
    /it took rfc9421 although/,
  );
});

test("whether anybody shows whom they follow", async () => {
  const look = async (following: GateStatus["following"]) => {
    const told = { ...status, following };
    const found = await lookAtHome(configWith({}), told, home("mastodon"), () => testMoment);
    return found.find(({ about }) => about === "ties");
  };
  assert.equal(await look(undefined), undefined);
  assert.equal(await look({ readable: 0, hidden: 0, followed: 0 }), undefined);
  assert.equal((await look({ readable: 0, hidden: 40, followed: 0 }))?.level, "warn");
  const some = await look({ readable: 12, hidden: 28, followed: 310 });
  assert.deepEqual([some?.level, some?.says.startsWith("12 of 40")], ["ok", true]);
});

test("our clock is compared with those of the servers that write to us", async () => {
  const ledger = new ProcessLedger();
  const keep = async (count: number, signedBeforeMs: number, from: string) => {
    for (let number = 0; number < count; number++) {
      const kept = heldDelivery(`${from}${number}`);
      const { authenticity } = kept;
      assert.ok(authenticity.kind === "proven");
      const signedAt = after(testMoment, -signedBeforeMs);
      await ledger.keep({ ...kept, authenticity: { ...authenticity, signedAt } });
    }
  };
  await keep(4, 0, "a");
  assert.deepEqual(await lookAtDates(ledger), []);
  await keep(1, 10 * minute, "b");
  assert.deepEqual(brief(await lookAtDates(ledger)), ["ok dates"]);
  await keep(9, 10 * minute, "c");
  const [ahead] = await lookAtDates(ledger);
  assert.equal(
    `${ahead?.level} ${ahead?.says}`,
    "bad this machine's clock is 10m ahead of other servers'",
  );
});

test("a store that can't be written, is damaged or open to others", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "breakwater-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const ledger = new ProcessLedger();
  const well = await lookAtStore(folder, ledger, () => undefined);
  assert.deepEqual(brief(well).slice(1), ["ok state", "ok ledger"]);
  chmodSync(folder, 0o755);
  const broken = {
    putSetting: async () => {
      throw new LedgerDown("it is read-only");
    },
  };
  const ill = await lookAtStore(folder, broken, () => "row 3 is missing");
  assert.deepEqual(brief(ill).slice(1), ["bad state", "bad ledger", "warn folder"]);
});

/** A gate's answer to doctor, through a web server that does what is wished. */
function through(seen: (incoming: IncomingMessage) => object): RequestListener {
  return (incoming, response) => {
    const isAsked = incoming.headers["breakwater-doctor"] === "word";
    response.end(isAsked ? JSON.stringify(seen(incoming)) : "home");
  };
}

test("the way through the web server: right, elsewhere, or with fields missing", async (t) => {
  const look = async (answer: RequestListener) => {
    const origin = await serve(t, answer);
    const findings = await lookAtWay(
      configWith({ "home.origin": origin }),
      status,
      "word",
      askPublic,
    );
    return brief(findings);
  };
  const asItIs = ({ headers }: IncomingMessage) => ({
    client: "198.51.100.7",
    scheme: "http",
    host: headers.host,
  });
  assert.deepEqual(await look(through(asItIs)), ["ok way", "ok fields"]);
  assert.deepEqual(await look((_, response) => response.writeHead(404).end()), ["bad way"]);
  assert.deepEqual(await look((_, response) => response.end('{"id":1}')), ["bad way"]);
  const spoiled = (more: object) => through((incoming) => ({ ...asItIs(incoming), ...more }));
  assert.deepEqual(await look(spoiled({ host: "127.0.0.1:8090" })), ["ok way", "bad Host"]);
  assert.deepEqual(await look(spoiled({ scheme: "https" })), ["ok way", "warn X-Forwarded-Proto"]);
});

test("a web server that hands on what clients say of themselves is found out", async () => {
  const config = configWith({ "home.origin": "https://home.example" });
  const seen = { client: "192.0.2.1", scheme: "https", host: "home.example" };
  const asked = async (address: string) =>
    brief(
      await lookAtWay(config, status, "word", async () => {
        return { kind: "answered", status: 200, text: JSON.stringify(seen), address };
      }),
    );
  assert.deepEqual(await asked("203.0.113.5"), ["ok way", "bad X-Forwarded-For"]);
  assert.deepEqual(await asked("::ffff:127.0.0.1"), ["ok way", "ok fields"]);
});

test("what can't be tried from here is told with what to try by hand", async () => {
  const config = configWith({ "home.origin": "http://127.0.0.1:1" });
  const [refused] = await lookAtWay(config, status, "word", askPublic);
  assert.equal(refused?.level, "warn");
  assert.match(
    refused?.todo ?? "",
    /curl -s -H 'breakwater-doctor: word' http:\/\/127\.0\.0\.1:1\/inbox/,
  );
  const nameless = { ...status, homeServer: { ...status.homeServer, hosts: [] } };
  const [unknown] = await lookAtWay(configWith({}), nameless, "word", askPublic);
  assert.match(unknown?.todo ?? "", /set home\.origin/);
});

test("the gate's own name: missing, elsewhere, another gate's, or right", async (t) => {
  const ledger = new ProcessLedger();
  const look = (publicUrl: string) =>
    lookAtName(configWith({ public_url: publicUrl }), ledger, askPublic);
  assert.deepEqual(brief(await lookAtName(configWith({}), ledger, askPublic)), ["warn public_url"]);
  assert.match((await look("http://127.0.0.1:1"))[0]?.says ?? "", /no key yet/);
  const answering = async (other?: ProcessLedger) => {
    const asked: { actor?: Awaited<ReturnType<typeof makeGateActor>> } = {};
    const publicUrl = await serve(t, (incoming, response) => {
      response.end(asked.actor?.answerFor("GET", incoming.url ?? "")?.body ?? "a page");
    });
    if (other !== undefined) asked.actor = await makeGateActor({ publicUrl, ledger: other });
    return publicUrl;
  };
  const own = await answering(ledger);
  assert.deepEqual(brief(await look(own)), ["ok public_url"]);
  assert.match((await look(await answering()))[0]?.says ?? "", /does not answer with the gate's/);
  const [another] = await look(await answering(new ProcessLedger()));
  assert.match(another?.says ?? "", /answers with another key/);
  assert.equal((await look("http://127.0.0.1:1"))[0]?.level, "warn");
});

test("all of it together: a line each with what to do, an exit code, and JSON", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "breakwater-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const ledger = new ProcessLedger();
  const parts = {
    openStore: async () => ({ ledger, close: async () => undefined }) as unknown as Store,
    askingHome: <T>(_: object, work: (ask: Ask) => Promise<T>) => work(home("mastodon")),
    troubleIn: () => undefined,
    holdsLedger: () => true,
  };
  const context = fakeContext({ now: () => epochMs(testMoment) });
  const loaded = loadedWith({ state: folder, admin: "127.0.0.1:1" });
  assert.equal(await runDoctor(loaded, false, parts, context), 1);
  const text = context.output.text();
  assert.match(text, /^ok {4}home server: answers at 127\.0\.0\.1:3000$/m);
  assert.match(text, /^bad {3}gate: none has started with this state folder\n {6}→ start it/m);
  assert.match(text, /^1 bad, 1 to look at\.$/m);
  const json = fakeContext();
  await runDoctor(loaded, true, parts, json);
  assert.ok(JSON.parse(json.output.text()).some((one: Finding) => one.level === "bad"));
});

test("odd and dangerous settings are told as such", async () => {
  const parts = {
    openStore: async () => assert.fail("there is nothing to open"),
    askingHome: <T>(_: object, work: (ask: Ask) => Promise<T>) => work(home("mastodon")),
    troubleIn: () => undefined,
    holdsLedger: () => true,
  };
  const told = async (flags: Readonly<Record<string, string>>) => {
    const context = fakeContext();
    await runDoctor(loadedWith({ state: "/nowhere/at/all", ...flags }), false, parts, context);
    return context.output.text();
  };
  assert.match(
    await told({ listen: "0.0.0.0:1" }),
    /^warn {2}configuration: the gate listens bey/m,
  );
  assert.match(await told({ prior: "20" }), /^bad {3}configuration: every contact would be held/m);
});

test("the home server that only start was told of is looked at too", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "breakwater-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const ledger = new ProcessLedger();
  await putPresence(ledger, card);
  const parts = {
    openStore: async () => ({ ledger, close: async () => undefined }) as unknown as Store,
    askingHome: <T>(_: object, work: (ask: Ask) => Promise<T>) => work(home("mastodon")),
    troubleIn: () => undefined,
    holdsLedger: () => true,
  };
  const loaded = loadConfig({ flags: { state: folder, admin: "127.0.0.1:1" } });
  assert.ok(loaded.ok);
  const context = fakeContext({ now: () => epochMs(testMoment) });
  await runDoctor(loaded.value, false, parts, context);
  assert.match(context.output.text(), /^ok {4}configuration: nothing is wrong/m);
  assert.match(context.output.text(), /^ok {4}home server: answers at 127\.0\.0\.1:3000$/m);
});

test("without a state folder the rest is looked at all the same", async () => {
  const parts = {
    openStore: async () => assert.fail("there is nothing to open"),
    askingHome: <T>(_: object, work: (ask: Ask) => Promise<T>) => work(home("mastodon")),
    troubleIn: () => undefined,
    holdsLedger: () => true,
  };
  const context = fakeContext();
  await runDoctor(loadedWith({ state: "/nowhere/at/all" }), false, parts, context);
  assert.match(context.output.text(), /bad {3}state: there is no state folder \/nowhere\/at\/all/);
  assert.match(context.output.text(), /ok {4}home server/);
});

test("a doctor warns while every stranger waits for a ruling", () => {
  const contacts = { mode: "consent", configured: "open", orderedBy: null, waited: null } as const;
  const found = lookAtGate(card, { ...status, mode: "guard", contacts }, "1");
  const finding = found.find(({ about }) => about === "contact");
  assert.equal(finding?.level, "warn");
  assert.match(finding?.todo ?? "", /breakwater contact open/);
  const wave = lookAtGate(card, { ...status, contacts: { ...contacts, mode: "wave" } }, "1");
  assert.equal(wave.find(({ about }) => about === "contact")?.level, "ok");
});
