import assert from "node:assert/strict";
import { test } from "node:test";
import { goToSocial } from "./gotosocial.ts";
import { LogPen, type Posted, stranger } from "./log.fixture.ts";
import { filterOf } from "./rival.ts";

const link = '<a href="https://shop.example/x">shop</a>';
const friend = "https://meadow.example/users/fay";

type Story = readonly [name: string, posted: Posted, outcome: "delivered" | "held"];

/** Ada follows the friend; nobody follows the stranger. */
const table: readonly Story[] = [
  ["1: whom Ada follows may link to anything", { from: friend, says: link }, "delivered"],
  ["2: whoever is not named hears nothing", { mentions: [], to: ["ada"] }, "held"],
  ["4: five people are too many", { mentions: ["ada", "b", "c", "d", "e"] }, "held"],
  ["4: four are not", { mentions: ["ada", "b", "c", "d"] }, "delivered"],
  ["5: a friend among those named", { mentionsElsewhere: [friend], says: link }, "delivered"],
  ["5: nobody is a friend of themselves", { says: link, mentions: ["ada"] }, "held"],
  ["6: a picture", { pictures: 1 }, "held"],
  ["7: a link", { says: link }, "held"],
  ["7: an address without a tag", { says: "see https://shop.example/x" }, "held"],
  [
    "7: a hashtag's page is no link",
    { says: '<a href="https://harbor.example/tags/bread">#bread</a>', hashtags: ["bread"] },
    "delivered",
  ],
  [
    "7: a page on the host of somebody named is no link",
    { says: '<a href="https://www.home.example/@ada">@ada</a>' },
    "delivered",
  ],
  ["words alone are fine, whatever they say", { says: "Win a free prize" }, "delivered"],
  ["a new version of a post is not looked at", { says: link, type: "Update" }, "delivered"],
  ["what names nobody here is none of its business", { mentions: [], says: link }, "delivered"],
];

for (const [name, posted, outcome] of table) {
  test(`GoToSocial's rule ${name}`, async () => {
    const pen = new LogPen(filterOf(goToSocial()));
    await pen.local("follow", "ada", friend);
    assert.equal(await pen.post(posted), outcome);
  });
}

test("GoToSocial's rules let a follow in, from whomever", async () => {
  const pen = new LogPen(filterOf(goToSocial()));
  assert.equal(await pen.follow("ada", stranger, 0), "delivered");
});

test("what GoToSocial lets in for one, all who are named are told of", async () => {
  const pen = new LogPen(filterOf(goToSocial()));
  await pen.local("follow", "ada", stranger);
  assert.equal(await pen.post({ mentions: ["ada", "b"], says: link }), "delivered");
  await pen.local("unfollow", "ada", stranger);
  assert.equal(await pen.post({ mentions: ["ada", "b"], says: link }), "held");
});
