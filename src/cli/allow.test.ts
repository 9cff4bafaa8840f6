import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { ProcessOwnRecords } from "../adapters/process/own-records.ts";
import type { CachedDocument, Shelf } from "../ports/documents.ts";
import { audited } from "../services/audit.ts";
import { listRules, runRule } from "./allow.ts";
import { exitCodes } from "./exit-code.ts";
import { momentAhead } from "./moment.ts";
import { subjectOf } from "./subject.ts";
import { fakeOutput, testMoment } from "./testing.ts";

const hand = { by: "alice", at: testMoment, through: "command" } as const;

function documentsWith(...documents: CachedDocument[]): Shelf {
  return {
    get: async (url) => documents.find((one) => one.url === url),
    put: async () => undefined,
  };
}

const noDocuments = documentsWith();

test("an admin names a host or an actor", async () => {
  const subjects = [
    ["Spam.Example", { kind: "host", host: "spam.example" }],
    ["https://spam.example/", { kind: "host", host: "spam.example" }],
    ["bücher.example", { kind: "host", host: "xn--bcher-kva.example" }],
    ["spam.example:8443", { kind: "host", host: "spam.example:8443" }],
    ["*.spam.example", { kind: "host", host: "spam.example" }],
    [".spam.example", { kind: "host", host: "spam.example" }],
    ["SPAM.Example.", { kind: "host", host: "spam.example" }],
    ["https://Spam.Example./Users/b", { kind: "actor", actor: "https://spam.example/Users/b" }],
    ["https://spam.example/?id=7", { kind: "actor", actor: "https://spam.example/?id=7" }],
  ] as const;
  for (const [text, subject] of subjects)
    assert.deepEqual(await subjectOf(text, noDocuments), subject, text);
});

test("a case is no subject, and who names one hears which command is meant", async () => {
  await assert.rejects(
    subjectOf("c41", noDocuments),
    /c41 is a case; "breakwater cases refuse c41"/,
  );
});

test("what names nobody says what would", async () => {
  for (const text of ["", "bob", "spam example", "ftp://spam.example/x", "a@b@c", "http://", "/x"])
    await assert.rejects(
      subjectOf(text, noDocuments),
      /neither a host .* nor an actor's URL/,
      text,
    );
});

test("a profile page is no actor, unless we know one by that very id", async () => {
  const url = "https://spam.example/@bob";
  await assert.rejects(
    subjectOf(url, noDocuments),
    /a profile page, not the actor's id.* the id is https:\/\/spam\.example\/users\/bob\.$/,
  );
  const copy = (id: string) => {
    const outcome = { kind: "found", body: JSON.stringify({ id }) } as const;
    return documentsWith({ url, fetchedAt: testMoment, outcome });
  };
  assert.deepEqual(await subjectOf(url, copy(url)), { kind: "actor", actor: url });
  await assert.rejects(subjectOf(url, copy("https://spam.example/users/7")), /is a profile page/);
});

function emptyStore() {
  const ownRecords = new ProcessOwnRecords();
  return { ledger: new ProcessLedger(), documents: noDocuments, ownRecords };
}

test("only a whole domain covers the hosts below it", async () => {
  const said = async (text: string) => {
    const output = fakeOutput();
    const store = emptyStore();
    await runRule("refuse", text, {}, store, hand, output);
    return output.text();
  };
  assert.match(
    await said("*.spam.example"),
    /^spam\.example, with every host below it, is refused\./,
  );
  for (const host of ["co.uk", "github.io", "203.0.113.9", "[2001:db8::1]", "a.spam.example"])
    assert.match(await said(host), /is refused\. This is about that host alone\.$/m, host);
});

test("a handle is taken where it was looked up, and explained where not", async () => {
  const body = JSON.stringify({
    links: [
      { rel: "http://webfinger.net/rel/profile-page", href: "https://spam.example/@bob" },
      { rel: "self", type: "application/activity+json", href: "https://spam.example/users/7" },
    ],
  });
  const url = "https://spam.example/.well-known/webfinger?resource=acct%3Abob%40spam.example";
  const kept = documentsWith({ url, fetchedAt: testMoment, outcome: { kind: "found", body } });
  const actor = { kind: "actor", actor: "https://spam.example/users/7" };
  assert.deepEqual(await subjectOf("@bob@spam.example", kept), actor);
  assert.deepEqual(await subjectOf("acct:bob@spam.example", kept), actor);
  await assert.rejects(
    subjectOf("@eve@spam.example", kept),
    /open the profile and pass its address/,
  );
});

test("a rule is kept with who made it and until when, and listed", async () => {
  const store = emptyStore();
  const output = fakeOutput();
  const options = { until: "30d", why: "no moderator" };
  await runRule("refuse", "spam.example", options, store, hand, output);
  assert.match(output.text(), /^spam\.example.* is refused until 2026-12-23 12:00 UTC\.$/m);
  const [rule] = await store.ledger.rules();
  assert.equal(rule?.by, "alice");
  assert.equal(rule?.why, "no moderator");
  const [line] = await audited(store.ownRecords, { about: "spam.example", limit: 9 });
  assert.deepEqual([line?.did, line?.by, line?.through], ["made a rule", "alice", "command"]);
  const list = fakeOutput();
  assert.equal(await listRules("refuse", {}, store, list), exitCodes.done);
  assert.match(
    list.text(),
    /spam\.example +2026-11-23 12:00 +2026-12-23 12:00 +alice +no moderator/,
  );
  assert.equal(await listRules("allow", {}, store, fakeOutput()), exitCodes.no);
});

test("a rule is taken back once", async () => {
  const store = emptyStore();
  await runRule("allow", "good.example", {}, store, hand, fakeOutput());
  const drop = () => runRule("allow", "good.example", { drop: true }, store, hand, fakeOutput());
  assert.equal(await drop(), exitCodes.done);
  assert.equal(await drop(), exitCodes.no);
});

test("an end is a while or a day ahead", () => {
  const day = (text: string) => new Date(momentAhead(text, testMoment)).toISOString();
  assert.equal(day("36h"), "2026-11-25T00:00:00.000Z");
  assert.equal(day("2026-12-24"), "2026-12-25T00:00:00.000Z");
  assert.equal(day("2026-12-24T18:00:00Z"), "2026-12-24T18:00:00.000Z");
  assert.equal(day("2026-11-23"), "2026-11-24T00:00:00.000Z");
  for (const text of ["2026-11-22", "0s"]) assert.throws(() => day(text), /has passed/);
  for (const text of ["30", "soon", "24.12.2026", "2026-13-45"])
    assert.throws(() => day(text), /is no time/, text);
});
