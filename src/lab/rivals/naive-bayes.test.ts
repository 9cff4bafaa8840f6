import assert from "node:assert/strict";
import { test } from "node:test";
import { day } from "../../base/units.ts";
import { LogPen, stranger } from "./log.fixture.ts";
import { naiveBayes } from "./naive-bayes.ts";
import { filterOf } from "./rival.ts";

const blatant = "Claim your free casino bonus now, limited crypto offer, click to win a prize";
const plain = "I walked past the lighthouse and thought of the ferry timetable";
const pitch = "Our moderators recommend the lantern collective, ask for the blue ticket";

test("naive Bayes knows the oldest words from the start, and holds nothing else", async () => {
  const pen = new LogPen(filterOf(naiveBayes()));
  assert.equal(await pen.post({ says: blatant }), "held");
  assert.equal(await pen.post({ says: plain }), "delivered");
  assert.equal(await pen.post({ says: pitch }), "delivered");
});

test("what was reported three times is held from then on, until it is worded anew", async () => {
  const pen = new LogPen(filterOf(naiveBayes()));
  for (let i = 0; i < 3; i++) {
    const { delivery } = await pen.posted({ says: `${pitch} ${i}` });
    await pen.label(delivery, "spam");
  }
  assert.equal(await pen.post({ says: pitch }), "held");
  const reworded = "Friends around me keep choosing this little club, write for an invitation";
  assert.equal(await pen.post({ says: reworded }), "delivered");
});

test("posts in scripts without spaces are learned by pairs of letters", async () => {
  const pen = new LogPen(filterOf(naiveBayes()));
  const says = "共有サーバーの案内をご覧ください、今夜締切";
  for (let i = 0; i < 3; i++) {
    const { delivery } = await pen.posted({ says });
    await pen.label(delivery, "spam");
  }
  assert.equal(await pen.post({ says: `新着！${says}` }), "held");
  assert.equal(await pen.post({ says: "散歩に行きました" }), "delivered");
});

test("what nobody reports for a day is ham from then on; friends may say anything", async () => {
  const pen = new LogPen(filterOf(naiveBayes()));
  const friend = "https://meadow.example/users/fay";
  await pen.local("follow", "ada", friend);
  assert.equal(await pen.post({ says: blatant }), "held");
  for (let i = 0; i < 12; i++) {
    assert.equal(await pen.post({ from: friend, says: blatant }), "delivered");
  }
  assert.equal(await pen.post({ from: stranger, says: blatant }), "held");
  pen.wait(day);
  await pen.post({ from: friend, says: plain });
  assert.equal(await pen.post({ from: stranger, says: blatant }), "delivered");
});
