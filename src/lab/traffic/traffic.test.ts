import assert from "node:assert/strict";
import { test } from "node:test";
import { day, epochMs, hour, minute } from "../../base/units.ts";
import { parseTrafficLine } from "../../model/traffic-log.ts";
import { dice as diceOf } from "../dice.ts";
import { changed, edited, move, movedFrom, presented, undo } from "./acts.ts";
import { hamOf, post, someone, somePicture } from "./ham.ts";
import { home, localAct, person } from "./home.ts";
import { lineOf } from "./lines.ts";
import { create, newId } from "./notes.ts";
import { actorOn, bare, type Software, someHost } from "./places.ts";
import { aside, logOf, type Scene, scribeOf, textOf } from "./scribe.ts";

const start = epochMs(Date.parse("2026-03-02T00:00:00.000Z"));
const at = epochMs(start + 8 * hour);
const kinds: readonly Software[] = ["mastodon", "misskey", "pleroma", "gotosocial", "lemmy"];

function sender(software: Software) {
  const host = someHost(diceOf(software), `${software}.example`, { software });
  return actorOn(host, "bo", bare(start));
}

const calm = (localActs: boolean) =>
  hamOf({ seed: "calm", start, days: 3, deliveriesPerDay: 300, localActs });

test("every line of a background can be read, in order, documents before deliveries", () => {
  const { lines } = logOf(home, start, calm(true));
  const shown = new Set<string>();
  let last = start;
  for (const line of lines) {
    const read = parseTrafficLine(lineOf(line));
    assert.ok(read.ok, JSON.stringify(read));
    assert.ok(line.at >= last);
    last = line.at;
    if (line.type === "document") shown.add(line.url);
    if (line.type === "delivery") assert.ok(shown.has(line.activity["actor"] as string));
  }
});

test("a background says who is reached and who writes for the first time", () => {
  const { lines, truths } = logOf(home, start, calm(true));
  const deliveries = lines.filter((line) => line.type === "delivery");
  assert.equal(truths.length, deliveries.length);
  assert.ok(truths.length > 850 && truths.length < 950);
  const firsts = truths.filter((truth) => truth.truth === "ham" && truth.first);
  assert.ok(firsts.length > 100 && firsts.length < 300, `${firsts.length}`);
  const classes = new Set(truths.map((truth) => (truth.truth === "ham" ? truth.class : "")));
  assert.ok(classes.size >= 10);
});

test("the same seed writes the same log, with and without what our people did", () => {
  const once = textOf(logOf(home, start, calm(true)));
  assert.deepEqual(textOf(logOf(home, start, calm(true))), once);
  assert.ok(once.log.includes('"type":"local"'));
  const bareLog = textOf(logOf(home, start, calm(false)));
  assert.ok(!bareLog.log.includes('"type":"local"'));
  assert.equal(bareLog.truth, once.truth);
});

test("a post says the same on every software, in its own shape", () => {
  for (const software of kinds) {
    const author = sender(software);
    const dice = diceOf("x");
    const activity = create(author, newId(author, "statuses", at, dice), at, {
      text: "Tea & <cake> at https://tea.example/menu\nall day",
      language: "en",
      mentions: [person(home, "ada")],
      hashtags: ["tea"],
      warning: "food",
      pictures: [somePicture(dice, author)],
      visibility: "unlisted",
    });
    const object = activity["object"] as Record<string, unknown>;
    assert.equal(new URL(object["id"] as string).host, author.host.name);
    assert.notEqual(object["id"], activity.id);
    assert.match(object["content"] as string, /Tea &amp; &lt;cake&gt; at <a href="https:\/\/tea/);
    assert.equal((object["tag"] as unknown[]).length, 2);
    assert.ok((object["cc"] as string[]).includes(person(home, "ada").id));
    const wordsTwice = software === "misskey" || software === "pleroma" || software === "lemmy";
    assert.equal("source" in object, wordsTwice);
  }
});

test("a poll is a question with its choices", () => {
  const author = sender("mastodon");
  const say = { text: "Tea?", language: "en", poll: ["yes", "no"] };
  const activity = create(author, newId(author, "statuses", at, diceOf("p")), at, say);
  const object = activity["object"] as { type: string; oneOf: { name: string }[] };
  assert.equal(object.type, "Question");
  assert.deepEqual(
    object.oneOf.map(({ name }) => name),
    ["yes", "no"],
  );
});

test("an edit keeps the post's id and time, and changes its words", () => {
  const author = sender("mastodon");
  const created = create(author, newId(author, "statuses", at, diceOf("e")), at, {
    text: "before",
    language: "en",
  });
  const update = edited(author, created, epochMs(at + minute), { text: "after", language: "en" });
  const [was, is] = [created["object"], update["object"]] as Record<string, unknown>[];
  assert.equal(is?.["id"], was?.["id"]);
  assert.equal(is?.["published"], was?.["published"]);
  assert.equal(is?.["content"], "<p>after</p>");
});

test("a profile changes, an account moves, an act is undone", () => {
  const author = sender("pleroma");
  const after = changed(author, { summary: "new words" });
  assert.equal((presented(after, at)["object"] as { summary: string }).summary, "<p>new words</p>");
  const target = movedFrom(author, sender("mastodon").host, at);
  const moved = move(author, "https://pleroma.example/activities/1", target);
  assert.equal(moved["target"], target.id);
  assert.deepEqual(target.profile.alsoKnownAs, [author.id]);
  assert.equal((undo(author, moved)["object"] as { type: string }).type, "Move");
});

test("a group carries a member's activity; a label comes in its time, by the delivery's id", () => {
  const [author, group] = [sender("lemmy"), sender("mastodon")];
  const near = { dice: diceOf("g"), home };
  const say = { text: "hello", language: "en" };
  const scenes: Scene[] = [
    {
      ...post(near, at, author, say, ["ada"], "thread"),
      carrier: group,
      inboxOf: "ada",
      ruled: { at: epochMs(at + hour), label: "ham", by: "moderator" },
    },
    aside(localAct(home, epochMs(at + minute), "like", "ada", author)),
  ];
  const { lines } = logOf(home, start, scenes);
  const [delivery, liked, label] = lines.filter((line) => line.type !== "document").slice(1);
  assert.ok(delivery?.type === "delivery" && label?.type === "label");
  assert.equal(delivery.signedBy, group.id);
  assert.equal(delivery.inbox, "/users/ada/inbox");
  assert.equal(liked?.type, "local");
  assert.equal(label.delivery, delivery.id);
});

test("nobody is introduced twice", () => {
  const dice = diceOf("twice");
  const author = someone(dice, someHost(dice, "once.example"), start);
  const scribe = scribeOf(home);
  const say = { text: "hello", language: "en" };
  const write = (moment: number) =>
    scribe.write(post({ dice, home }, epochMs(moment), author, say, [], "followed"));
  assert.equal(write(at).lines.length, 7);
  assert.equal(write(at + day).lines.length, 1);
});
