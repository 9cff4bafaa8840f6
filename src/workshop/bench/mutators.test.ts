import assert from "node:assert/strict";
import { test } from "node:test";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { seeded } from "../../base/prng.ts";
import { drawKinds, type MutatorKind, mutate, mutatorKinds, wordsIn } from "./mutators.ts";

const offer =
  "Hello @friend! Win 500 dollars today. Click https://prize.example/now and call us before 9. " +
  "Nobody has ever lost anything with this offer, so tell all of your friends about it.";
const russian = "Срочно нужны люди на удалённую работу. Доход от 500 рублей в день. Пишите сейчас.";
const japanese = "今すぐ無料で登録できます。毎日お金がもらえるので、友だちにも教えてください。";
const words = ["lantern", "harbour", "willow", "quarry"];

function variantsOf(text: string, kinds: readonly MutatorKind[], count = 40): readonly string[] {
  const random = seeded(`test ${kinds.join()}`);
  return Array.from({ length: count }, () => mutate(text, kinds, words, random).html);
}

test("the same seed makes the same variants", () => {
  assert.deepEqual(variantsOf(offer, mutatorKinds), variantsOf(offer, mutatorKinds));
});

for (const kind of mutatorKinds) {
  test(`a copy made with "${kind}" alone is another one`, () => {
    const untouched = mutate(offer, [], words, seeded("none")).html;
    const differing = variantsOf(offer, [kind]).filter((html) => html !== untouched);
    assert.ok(differing.length >= 30, `${differing.length} of 40 differ`);
  });
}

for (const [name, text] of Object.entries({ offer, russian, japanese })) {
  test(`a fifth to a half of the words change, and no more: ${name}`, () => {
    const random = seeded(name);
    const before = wordsIn(text);
    for (let i = 0; i < 40; i++) {
      const { html, wordsChanged } = mutate(text, ["words"], words, random);
      assert.ok(wordsChanged > 0.15 && wordsChanged < 0.55, `${wordsChanged}`);
      const after = new Set(wordsIn(seenIn(html)));
      const lost = before.filter((word) => !after.has(word)).length;
      assert.ok(lost / before.length < 0.6, `${lost} of ${before.length} are gone`);
    }
  });
}

test("tricks with HTML change nothing that a reader sees", () => {
  for (const html of variantsOf(russian, ["html"])) {
    assert.equal(seenIn(html).replace(/[\u00ad\u200b]/g, ""), russian);
  }
});

test("links and handles stay as they were where only letters are disguised", () => {
  const kinds: readonly MutatorKind[] = ["case", "leet", "gaps", "look-alikes", "unseen", "html"];
  for (const html of variantsOf(offer, kinds)) {
    assert.ok(html.includes('<a href="https://prize.example/now"'), html);
    assert.ok(html.includes('<a href="https://home.example/@friend"'), html);
  }
});

test("every kind is drawn now and then, words and links always", () => {
  const random = seeded("habits");
  const drawn = Array.from({ length: 200 }, () => new Set(drawKinds(random)));
  for (const kind of mutatorKinds)
    assert.ok(
      drawn.some((kinds) => kinds.has(kind)),
      kind,
    );
  assert.ok(drawn.every((kinds) => kinds.has("words") && kinds.has("links")));
});

/** By another parser than the one we read posts with. */
function seenIn(html: string): string {
  const text = (node: DefaultTreeAdapterTypes.ChildNode): string => {
    if (node.nodeName === "#text") return (node as DefaultTreeAdapterTypes.TextNode).value;
    if (!("attrs" in node)) return "";
    const hidden = node.attrs.some(({ value }) => /^(invisible|display:none)$/.test(value));
    return hidden ? "" : node.childNodes.map(text).join("");
  };
  return parseFragment(html).childNodes.map(text).join("");
}
