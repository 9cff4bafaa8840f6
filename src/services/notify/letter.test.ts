import assert from "node:assert/strict";
import { test } from "node:test";
import { epochMs } from "../../base/units.ts";
import { languages } from "../../model/subscription.ts";
import { type Digest, digestLetter, noticesLetter, testLetter } from "./letter.ts";
import type { Notice, Occasion } from "./notices.ts";
import { subscription } from "./notifiers.fixture.ts";
import { tame } from "./tame.ts";
import { wordsIn } from "./words/words.ts";

const at = epochMs(Date.UTC(2026, 10, 28, 4));

function notice(value: Occasion): Notice {
  return { id: `${value.kind} ${at}`, about: "", at, number: 1, value };
}

const wave: Occasion = {
  ...{ kind: "wave", campaign: "c41", held: 48, domains: 30, recipients: 120 },
  until: epochMs(at + 3_600_000),
};

/** One of each. */
const all: readonly Occasion[] = [
  wave,
  { kind: "wave grew", campaign: "c41", held: 480, before: 48, domains: 60 },
  { kind: "wave undecided", campaign: "c41", held: 480, until: at },
  { kind: "wave expires", campaign: "c41", held: 480, until: at },
  { kind: "appeal", sender: "https://far.example/@bob", about: "d7" },
  { kind: "host", domain: "spam.example", rung: "holds", spammers: 12, days: 3 },
  { kind: "tuning alarm" },
  { kind: "ledger failed", times: 3 },
  { kind: "disk nearly full", freeBytes: 2 ** 29, reserveBytes: 2 ** 29 },
  { kind: "nearly all kept", kept: 91_234, most: 100_000 },
  { kind: "home server down", since: at },
];

test("one notice says what it is about in its title, and leads to its page", () => {
  const letter = noticesLetter("n1", [notice(wave)], 0, subscription(), "https://desk.example");
  assert.equal(letter.title, "Breakwater: Wave c41: 48 held");
  assert.deepEqual(letter.lines, [
    "c41 is a wave: 48 deliveries held, from 30 domains, meant for 120 people here. " +
      "The home server takes the first of them until Nov 28, 05:00 UTC.",
  ]);
  assert.equal(letter.link, "https://desk.example/cases/c41");
  assert.deepEqual(letter.notices, [{ id: `wave ${at}`, at: "2026-11-28T04:00:00.000Z", ...wave }]);
});

test("without a desk there is no link at all", () => {
  const letter = noticesLetter("n1", [notice(wave)], 0, subscription(), undefined);
  assert.equal(letter.link, undefined);
});

test("of many a dozen stand in the letter, and the rest is counted", () => {
  const many = Array.from({ length: 20 }, () => notice({ kind: "tuning alarm" }));
  const { title, lines, link } = noticesLetter("n1", many, 4, subscription(), "https://d.example");
  assert.equal(title, "Breakwater: 24 notices");
  assert.equal(lines.length, 13);
  assert.equal(lines.at(-1), "and 12 more");
  assert.equal(link, "https://d.example/");
});

test("times are those of the reader's wall, numbers and words of the reader's language", () => {
  const reader = subscription({ language: "de", zone: "America/New_York" });
  const [line = ""] = noticesLetter("n1", [notice(wave)], 0, reader, undefined).lines;
  assert.match(line, /^c41 ist eine Welle: 48 Zustellungen zurückgehalten/);
  assert.match(line, /28\. Nov\., 00:00/);
  const full = { kind: "nearly all kept", kept: 91_234, most: 100_000 } as const;
  assert.match(noticesLetter("n", [notice(full)], 0, reader, undefined).lines[0] ?? "", /91\.234/);
});

test("every language says everything, in one line each, with no link in it", () => {
  for (const language of languages) {
    const reader = subscription({ language });
    const titles = new Set<string>();
    for (const value of all) {
      const { title, lines } = noticesLetter("n1", [notice(value)], 0, reader, undefined);
      titles.add(title);
      assert.equal(lines.length, 1);
      assert.doesNotMatch(`${title}\n${lines[0]}`, /undefined|NaN|\[object|:\/\/|\w\.example/);
      if (language !== "en") assert.notEqual(lines[0], lineIn("en", value));
    }
    assert.equal(titles.size, all.length, language);
    assert.notEqual(testLetter("n", reader, undefined).lines[0], "");
  }
});

function lineIn(language: "en", value: Occasion): string | undefined {
  return noticesLetter("n1", [notice(value)], 0, subscription({ language }), undefined).lines[0];
}

const digest: Digest = {
  ...{ since: at, until: epochMs(at + 86_400_000), contacts: 1204, settled: 31, held: 57 },
  ...{ watching: false, waiting: 53, waves: 2, singles: 3, expiring: 4, expiringFrom: at },
  ...{ flagged: 2, expired: 7 },
  open: [
    { campaign: "c41", held: 48, until: at },
    { campaign: "c52", held: 2, until: undefined },
  ],
};

test("a digest has the day's numbers, what waits, what goes soon, and what nobody told yet", () => {
  const { kind, title, lines, link } = digestLetter(
    ...(["n1", digest, [notice(wave)], 1, subscription(), "https://desk.example"] as const),
  );
  assert.equal(kind, "digest");
  assert.equal(title, "Breakwater: Digest, Sunday, November 29");
  assert.deepEqual(lines, [
    "Since Nov 28, 04:00 UTC: 1,204 contacts.",
    "31 settled, 57 held.",
    "Waiting for a ruling: 53, of them 3 by themselves, the rest in 2 cases.",
    "- c41: 48 held, the first can be let in until Nov 28, 04:00 UTC",
    "- c52: 2 held",
    "4 of them are deleted unruled within three days, the first on Saturday, November 28.",
    "Let in at their deadline and flagged, as nobody had ruled: 2.",
    "Deleted unruled: 7.",
    "",
    "Meanwhile:",
    `- ${lineIn("en", wave)}`,
    "- and 1 more",
  ]);
  assert.equal(link, "https://desk.example/");
});

test("a digest of a calm day is short, and while watching it says what would have been", () => {
  const calm = { ...digest, waiting: 0, expiring: 0, watching: true, open: [] } as const;
  const nothing = { flagged: 0, expired: 0 };
  const { lines } = digestLetter(
    ...(["n1", { ...calm, ...nothing }, [], 0, subscription(), undefined] as const),
  );
  assert.deepEqual(lines.slice(1), [
    "Watching only: 31 would have settled, 57 would have been held.",
    "Nothing waits for a ruling.",
  ]);
  for (const language of languages)
    assert.doesNotMatch(
      digestLetter("n", digest, [], 0, subscription({ language }), undefined).lines.join("\n"),
      /undefined|NaN|:\/\//,
    );
});

test("a stranger's name shows, steers nothing, and no program makes a link of it", () => {
  assert.equal(tame("https://spam.example/@bob"), "spam[.]example/@bob");
  assert.equal(tame("a\u001b[2J\r\nTo: x\u202e"), "a [2J To: x");
  assert.equal(tame("x".repeat(500)).length, 81);
  assert.equal(tame("see http://e.example"), "see http:/ /e[.]example");
  assert.equal(tame("nörd.例え.テスト"), "nörd[.]例え[.]テスト");
  const appeal = { kind: "appeal", sender: "a\nb https://evil.example/x", about: "d7" } as const;
  const { lines } = noticesLetter("n1", [notice(appeal)], 0, subscription(), undefined);
  assert.deepEqual(lines, ["a b https:/ /evil[.]example/x asks you to look at d7 again."]);
});

test("a test names what will be told", () => {
  const reader = subscription({ what: ["wave", "alarm"] });
  assert.deepEqual(testLetter("n1", reader, undefined).lines, [
    "This is a test. It works: here you will hear of waves and alarms.",
  ]);
  assert.equal(wordsIn("ja").test.title, "テスト");
});
