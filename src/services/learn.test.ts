import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { ProcessLessonBook } from "../adapters/process/lesson-book.ts";
import { ProcessWords } from "../adapters/process/words.ts";
import { after, epochMs } from "../base/units.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { Host, Receipt } from "../model/ids.ts";
import type { Kept } from "../model/kept.ts";
import { bytes, someKept, start, unproven } from "../ports/kept.fixture.ts";
import { LedgerDown } from "../ports/ledger.ts";
import { someLesson } from "../ports/lesson.fixture.ts";
import { remote } from "../ports/memory-contract/contacts.ts";
import { saying } from "../ports/words.contract.ts";
import { lessonsKeptMs, makeLearning, type RuledText, rememberWords } from "./learn.ts";
import { salted } from "./salted.ts";

const home = { hosts: ["home.example" as Host], actors: undefined };
const homeServer = { home: () => home, profile: () => assert.fail() };
const wave = "c1" as CampaignId;
const made = "zorbly quandix vamp trelloga";
const alsoMade = "gromble fitch vonder plosk";

function classroom() {
  const [ledger, words, book] = [new ProcessLedger(), new ProcessWords(), new ProcessLessonBook()];
  const hand = { at: start };
  const clock = { now: () => hand.at, wake: () => assert.fail() };
  const ports = { ledger, words, clock, homeServer };
  const learning = makeLearning({ ports, book, seed: "s" });
  const said = async () =>
    (await book.lessons(0, 99)).map(({ about, label, features }) => {
      return `${about} ${label} ${features.length > 0}`;
    });
  const decibans = () =>
    words.weigh(saying(`${made} ${alsoMade}`, { receipt: "asked" }))?.decibans ?? 0;
  return { ledger, words, book, hand, ports, learning, said, decibans };
}

function ruled(number: number, ruling: "spam" | "ham", more: Partial<RuledText> = {}): RuledText {
  const receipt = `r${number}` as Receipt;
  return { receipt, campaign: undefined, isPart: false, ruling, at: start, ...more };
}

function kept(number: number, text: string, more: Partial<Kept> = {}, to = everybody): Kept {
  const sender = remote(`s${number}@h${number}.example`);
  const object = { type: "Note", id: `${sender}/1`, attributedTo: sender, to, content: text };
  const body = bytes(
    JSON.stringify({ type: "Create", id: `${sender}/2`, actor: sender, to, object }),
  );
  const signed = { kind: "proven", signature: "draft-cavage", signer: sender } as const;
  const signerHost = `h${number}.example` as Host;
  const dates = { signedAt: start, expiresAt: undefined };
  const authenticity = { ...signed, signerHost, ...dates };
  return someKept(number, { state: "held", sender, authenticity, body, ...more });
}

const everybody = "https://www.w3.org/ns/activitystreams#Public";
const alice = "https://home.example/users/alice";

test("a ruling teaches what the kept bytes say, under salted names", async () => {
  const { ledger, book, learning, said } = classroom();
  await ledger.keep(kept(1, made));
  await learning.teach([ruled(1, "spam")]);
  assert.deepEqual(await said(), ["delivery:r1 spam true"]);
  const lesson = await book.lessonAbout("delivery:r1");
  assert.equal(lesson?.author, salted("s", "h1.example"));
  assert.equal(lesson?.sender, salted("s", remote("s1@h1.example")));
  assert.deepEqual([lesson?.isPublic, lesson?.from, lesson?.receipt], [true, "ruling", "r1"]);
  assert.notEqual(lesson?.author, salted("other", "h1.example"));
});

test("a word on a whole campaign is one lesson of its posts, and turns round as one", async () => {
  const { ledger, book, learning, said } = classroom();
  for (const number of [1, 2, 3]) await ledger.keep(kept(number, `${made} ${number}`));
  const whole = (ruling: "spam" | "ham") =>
    ruled(0, ruling, { receipt: undefined, campaign: wave });
  const part = (number: number, ruling: "spam" | "ham") =>
    ruled(number, ruling, { campaign: wave, isPart: true });
  await learning.teach([whole("spam"), part(1, "spam"), part(2, "spam")]);
  assert.deepEqual(await said(), [`campaign:${wave} spam true`]);
  const { features: together } = (await book.lessonAbout(`campaign:${wave}`)) ?? someLesson(0);
  await learning.teach([part(3, "spam")]);
  assert.deepEqual((await book.mark()).changes, 0, "the rest of it says nothing new");
  await learning.teach([whole("ham")]);
  const turned = await book.lessonAbout(`campaign:${wave}`);
  assert.deepEqual([turned?.label, turned?.features], ["ham", together]);
});

test("who warns of a wave is a lesson apart; who was taken for it turns it round", async () => {
  const { ledger, learning, said } = classroom();
  for (const number of [1, 2]) await ledger.keep(kept(number, `${made} ${number}`));
  await learning.teach([ruled(1, "spam", { campaign: wave })]);
  await learning.teach([ruled(2, "ham", { campaign: wave })]);
  assert.deepEqual(await said(), [`campaign:${wave} spam true`, "delivery:r2 ham true"]);
  await learning.teach([ruled(1, "ham", { campaign: wave })]);
  assert.deepEqual(await said(), ["delivery:r2 ham true", `campaign:${wave} ham true`]);
});

test("what is let in is read once more before its bytes go", async () => {
  const { ledger, ports, learning, said } = classroom();
  rememberWords(kept(1, made), ports);
  assert.equal(await ledger.find("r1" as Receipt), undefined);
  await learning.teach([ruled(1, "ham")]);
  assert.deepEqual(await said(), ["delivery:r1 ham true"]);
});

test("private words that were let in are not kept; those of spam never leave", async () => {
  const { ledger, book, learning, said } = classroom();
  for (const number of [1, 2]) await ledger.keep(kept(number, made, {}, alice));
  await learning.teach([ruled(1, "ham")]);
  assert.deepEqual(await said(), []);
  await learning.teach([ruled(2, "spam")]);
  assert.equal((await book.lessonAbout("delivery:r2"))?.isPublic, false);
  await learning.teach([ruled(2, "ham")]);
  assert.deepEqual(await said(), ["delivery:r2 ham false"], "nothing of it is left to learn");
});

test("what nobody is proven to have written, says nothing or is gone teaches nothing", async () => {
  const { ledger, learning, said } = classroom();
  await ledger.keep(kept(1, made, { authenticity: unproven }));
  await ledger.keep(kept(2, ""));
  const all = [1, 2, 9].map((number) => ruled(number, "spam"));
  await learning.teach([...all, ruled(0, "ham", { receipt: undefined, campaign: wave })]);
  assert.deepEqual(await said(), []);
});

test("the classifier follows the book: on, back, and without whom it forgot", async () => {
  const { words, book, hand, learning, decibans } = classroom();
  const { features } = words.worded(saying(made));
  const others = words.worded(saying(alsoMade)).features;
  const unmoved = decibans();
  await learning.round();
  const taught = Array.from({ length: 12 }, (_, number) => {
    return someLesson(number, { features: number < 6 ? features : others });
  });
  await book.teach(taught.slice(0, 6));
  await learning.round();
  const some = decibans();
  await book.teach(taught.slice(6));
  await learning.round();
  const all = decibans();
  assert.ok(some > unmoved && all > some, `${unmoved} ${some} ${all}`);
  await learning.round();
  assert.equal(decibans(), all, "nothing is learned twice");
  await book.goBackTo(taught[6]?.at);
  await learning.round();
  assert.equal(decibans(), some);
  await book.goBackTo(undefined);
  await learning.round();
  assert.equal(decibans(), all);
  hand.at = after(epochMs(start + 5), lessonsKeptMs);
  await learning.clean();
  await learning.round();
  assert.ok(decibans() < all, "a year later the first are gone");
});

class FrailBook extends ProcessLessonBook {
  fails = 0;

  override lessons(after: number, limit: number): ReturnType<ProcessLessonBook["lessons"]> {
    if (after > 0 && this.fails-- > 0) throw new LedgerDown("gone");
    return super.lessons(after, limit);
  }
}

test("a ledger that fails halfway, and two who look at once, teach nothing twice", async () => {
  const { words, ports, decibans } = classroom();
  const { features } = words.worded(saying(made));
  const book = new FrailBook();
  await book.teach(Array.from({ length: 20 }, (_, number) => someLesson(number, { features })));
  const learning = makeLearning({ ports, book, seed: "s" });
  book.fails = 2;
  await assert.rejects(learning.round(), LedgerDown);
  await assert.rejects(learning.round(), LedgerDown);
  book.fails = 0;
  await Promise.all([learning.round(), learning.round()]);
  const once = new ProcessWords();
  once.learn(await book.lessons(0, 99));
  assert.equal(decibans(), once.weigh(saying(`${made} ${alsoMade}`))?.decibans);
});

test("what somebody taught is forgotten with them, on disk and in mind", async () => {
  const { ledger, words, learning, said } = classroom();
  await ledger.keep(kept(1, made));
  const sender = remote("s1@h1.example");
  words.weigh(saying(made, { receipt: "r5", from: "s1@h1.example" }));
  await learning.teach([ruled(1, "spam")]);
  await learning.forget(sender);
  assert.deepEqual(await said(), []);
  assert.equal(words.contact("r5" as Receipt), undefined);
});
