import assert from "node:assert/strict";
import { test } from "node:test";
import { lookAlikes } from "../../lab/lookalikes/list.ts";
import { misfires } from "../../lab/lookalikes/misfires.ts";
import { tellsApart } from "./apart.ts";
import { heldPage } from "./page.ts";
import type { Result } from "./trials.ts";
import { unseenPage } from "./unseen-page.ts";

function resultOf(more: Partial<Result>, of: number, part: number): Result {
  const whole = { all: { of, part } };
  const by = { language: whole, script: whole, people: whole, software: whole };
  const trial = { kind: "look-alike", code: "H17", seed: "one", told: true } as const;
  return { ...trial, reached: {}, ...more, firsts: { of, part }, by };
}

const ordinary = resultOf({ kind: "ordinary", code: "days" }, 400, 0);

test("ordinary days and look-alikes are told apart, over all seeds", () => {
  const page = heldPage(
    [
      ordinary,
      { ...ordinary, seed: "two" },
      resultOf({}, 100, 2),
      resultOf({ code: "H02" }, 100, 0),
    ],
    "cafe",
  );
  assert.match(page, /from 2\nseeds.*house as shipped \(cafe\)/s);
  assert.match(
    page,
    /\| ordinary days, ties known \| 800 \| 0 \| 0\.00 % \| 0\.00 % to 0\.48 % \|/,
  );
  assert.match(page, /\| nothing but look-alikes, ties known \| 200 \| 2 \| 1\.00 % \|/);
  assert.match(page, /\| H17 ★ \| [^|]+ \| 100 \| 2 \| 2\.00 % \| 0\.55 % to 7\.00 % \|/);
  assert.match(page, /more than one in twenty is held\n\nNone\./);
});

test("a class above one in twenty is named, with what would tell it apart", () => {
  const page = heldPage([ordinary, resultOf({ code: "H30", told: false }, 20, 3)], "cafe");
  assert.match(
    page,
    /- \*\*H30\*\*, .*, where no ties are known \(0\.00 %, bare 15\.00 %\): what /,
  );
});

test("nobody writes the page while nothing is said of such a class", () => {
  assert.equal(tellsApart["H02"], undefined);
  assert.throws(() => heldPage([resultOf({ code: "H02" }, 20, 3)], "cafe"), /apart\.ts .*H02/);
});

test("what is said of a class is said of one that exists, and of each that misfires", () => {
  const codes = lookAlikes.map(({ code }) => code);
  for (const code of Object.keys(tellsApart)) assert.ok(codes.includes(code), code);
  const silent = Object.keys(misfires).filter((code) => tellsApart[code] === undefined);
  assert.deepEqual(silent, []);
});

test("of later attacks the share that reached people is told, from seed to seed", () => {
  const later = { kind: "later", code: "CM10" } as const;
  const all = [
    resultOf({ ...later, reached: { CM10: { of: 100, part: 10 } } }, 50, 0),
    resultOf({ ...later, seed: "two", reached: { CM10: { of: 100, part: 50 } } }, 50, 1),
    ordinary,
  ];
  const page = unseenPage(all, "cafe");
  assert.match(
    page,
    /\| CM10 \| [^|]+ \| ties known \| 200 \| 60 \| 30\.00 % \| [^|]+ \| 10\.00 % to 50\.00 % \|/,
  );
  assert.match(page, /\| ties known \| 100 \| 1 \| 1\.00 % \|/);
});
