import assert from "node:assert/strict";
import { test } from "node:test";
import { threeOfFour } from "./criteria.ts";
import { LogPen, type Posted, stranger } from "./log.fixture.ts";
import { filterOf } from "./rival.ts";

const link = '<a href="https://shop.example/x">shop</a>';
const two = ["ada", "bruno"];

type Story = readonly [name: string, posted: Posted, outcome: "delivered" | "held"];

const table: readonly Story[] = [
  ["young, unknown, and many named", { accountDays: 6, mentions: two }, "held"],
  ["young, unknown, with a link", { accountDays: 6, says: link }, "held"],
  ["young, unknown, with a picture", { accountDays: 6, pictures: 1 }, "held"],
  ["a week old is not young", { accountDays: 8, says: link }, "delivered"],
  ["old, and all the rest", { accountDays: 900, says: link, mentions: two }, "held"],
  ["a newcomer who says hello to one", { accountDays: 0 }, "delivered"],
  [
    "a mention's own link is none",
    { says: '<a href="https://home.example/@ada">@ada</a>' },
    "delivered",
  ],
  [
    "whose host tells no age is as old as our first sight",
    { accountDays: null, says: link },
    "held",
  ],
];

for (const [name, posted, outcome] of table) {
  test(`three of four: ${name}`, async () => {
    const pen = new LogPen(filterOf(threeOfFour()));
    assert.equal(await pen.post(posted), outcome);
  });
}

test("one follower here makes it two of four; an answer was asked for", async () => {
  const pen = new LogPen(filterOf(threeOfFour()));
  const wave: Posted = { accountDays: 6, says: link };
  assert.equal(await pen.post(wave), "held");
  await pen.local("follow", "chiyo", stranger);
  assert.equal(await pen.post(wave), "delivered");
  assert.equal(await pen.post({ ...wave, mentions: two }), "held");
  await pen.local("reply", "ada", stranger);
  assert.equal(await pen.post({ ...wave, mentions: two }), "delivered");
});
