import assert from "node:assert/strict";
import { test } from "node:test";
import { observation } from "../observation.fixture.ts";
import { note } from "../signals/stories.ts";
import { normalize } from "../text/normalize.ts";
import { payloadTraits } from "./payload.ts";

function payloads(text: string): readonly string[] {
  const { reading } = observation(note(), {}).arrival;
  const said = { ...reading, text, comparable: normalize(text).text };
  return payloadTraits(said).map(({ content }) => content);
}

const table: readonly [title: string, text: string, found: readonly string[]][] = [
  ["a name that no language has", "write to Quorro53 on Telegram", ["quorro0"]],
  ["a name with a low line", "LINE: lucky_star_win", ["lucky_star_win"]],
  ["a site spelled out", "see quorro [.] test or quorro dot test", ["quorro.test"]],
  ["the same in German", "besuche quorro punkt test", ["quorro.test"]],
  ["an address of mail", "mail big.win@prize-now.example", ["big.win@prize-now.example"]],
  ["a telephone number, however grouped", "call +44 7700 900-123 now", ["447700900123"]],
  ["full-width digits", "電話 ０９０１２３４５６７８", ["09012345678"]],
  ["digits of another script", "اتصل ٠٩٠١٢٣٤٥٦٧٨", ["09012345678"]],
  ["a number abroad that begins like a day", "+20 10 1234 5678", ["201012345678"]],
  [
    "a wallet",
    "send to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
    ["bc0qar0srrr0xfkvy0l0lydnw0re0gtzzwf0mdq"],
  ],
  ["prices, years and sizes", "2 for 19.99 in 2026, 16gb, a4, 3d, mp3", []],
  ["dates and times", "on 2026-03-01 at 12:30, or 01.03.2026, 2026-03-01 18", []],
  ["a date in digits of another script", "٢٠٢٦-٠٣-٠١ ١٨", []],
  ["a link as it is shown", "read https://quorro53.example/p/x99aa or quorro53.example/p/…", []],
  ["words", "good morning, how are you all today?", []],
  ["two sentences", "I agree. You are right", []],
];

for (const [title, text, found] of table) {
  test(`${title}: ${found.length === 0 ? "nothing" : found.join(" ")}`, () => {
    assert.deepEqual(payloads(text), found);
  });
}

test("what is made to be looked through for long is not", () => {
  for (const piece of ["a", "a0", "0-", "a@", "a.", "aaa.", "a_", " dot ", "aaa dot aaa ", "ﷺ"]) {
    const hostile = piece.repeat(Math.floor(65_536 / piece.length));
    const startedAt = performance.now();
    payloads(hostile);
    assert.ok(performance.now() - startedAt < 1000, piece);
  }
});

test("whatever the words around it, the name is the same", () => {
  const one = payloads("ask DRAVIX98 how I earn from home");
  assert.deepEqual(one, payloads("連絡は ｄｒａｖｉｘ４１ まで"));
});
