// H14 to H17: posts that name many because many belong together, or were thrown together.

import { after, day, type EpochMs, hour, minute, second } from "../../base/units.ts";
import type { RemoteActor } from "../traffic/places.ts";
import type { LookAlike } from "./lookalike.ts";
import {
  filled,
  friendsOf,
  locally,
  ownPost,
  people,
  posts,
  type Stage,
  several,
  somebody,
  stands,
  within,
} from "./stage.ts";
import { pileIn } from "./texts/crowds.ts";
import { fridays, victims } from "./texts/formulas.ts";
import { smallTalk } from "./texts/talk.ts";

/** Lists of thanks: half of those named follow the author, the others meet them here. */
function thank(stage: Stage): void {
  const { dice } = stage;
  for (let left = 20; left > 0; left--) {
    const to = dice.sample(people, dice.int(2, 7));
    const author = friendsOf(stage, to.slice(0, Math.ceil(to.length / 2)), somebody(stage));
    const others = several(dice.int(3, 22), () => somebody(stage));
    const hashtags = dice.chance(0.5) ? ["FF"] : [];
    const line = filled(dice, dice.pick(fridays));
    posts(stage, within(stage, 2 * day), author, { line, to, others, hashtags });
  }
}

/** Friends on ten hosts who write to all of them at once, in public and in private. */
function gather(stage: Stage): void {
  const { dice } = stage;
  for (let left = 5; left > 0; left--) {
    const locals = dice.sample(people, dice.int(3, 8));
    const circle = several(dice.int(6, 14), () => friendsOf(stage, locals, somebody(stage)));
    const visibility = dice.pick(["direct", "direct", "unlisted", "public"] as const);
    let at = within(stage, 12 * hour);
    for (let turn = dice.int(8, 14); turn > 0; turn--) {
      const author = dice.pick(circle);
      const others = circle.filter((one) => one !== author);
      const line = filled(dice, dice.pick(smallTalk));
      posts(stage, at, author, { line, to: locals, others, visibility });
      at = after(at, dice.int(20, 900) * second);
      if (dice.chance(0.3)) locally(stage, at, "reply", dice.pick(locals), author);
    }
  }
}

/** A thread in which each answer names everybody before; most have never met. */
function replyToAll(stage: Stage): void {
  const { dice } = stage;
  for (let left = 5; left > 0; left--) {
    const locals = dice.sample(people, dice.int(2, 6));
    const starter = locals[0] ?? "";
    let parent = ownPost(stage, starter);
    const inThread: RemoteActor[] = [];
    let at = within(stage, 12 * hour);
    for (let turn = 18; turn > 0; turn--) {
      const isNew = inThread.length < 4 || dice.chance(0.75);
      const author = isNew ? somebody(stage) : dice.pick(inThread);
      if (isNew) inThread.push(author);
      // They come in one after the other; who is in stays in.
      const to = locals.slice(0, Math.min(locals.length, 1 + Math.floor((18 - turn) / 3)));
      const others = inThread.filter((one) => one !== author);
      const line = dice.chance(0.3) ? dice.pick(pileIn) : stage.ownWords();
      const created = posts(stage, at, author, { line, to, others, replyTo: parent });
      parent = (created["object"] as { id: string }).id;
      at = after(at, dice.int(30, 1_500) * second);
      if (dice.chance(0.35)) locally(stage, at, "reply", dice.pick(to), author);
    }
  }
}

/** Whom spam named, and who answers with everybody named still. */
function protest(stage: Stage): void {
  const { dice } = stage;
  for (const spam of stage.spam) {
    const victims = several(dice.int(1, 2), () => somebody(stage));
    const others = [...spam.others, ...victims, spam.author];
    stands(stage, spam.at, spam.author, {
      line: { language: "en", text: spam.text },
      to: spam.locals,
      others: [...spam.others, ...victims],
    });
    for (const author of victims) answerAll(stage, spam.at, author, spam.id, spam.locals, others);
  }
}

function answerAll(
  stage: Stage,
  since: EpochMs,
  author: RemoteActor,
  replyTo: string,
  to: readonly string[],
  others: readonly RemoteActor[] | Stage["spam"][number]["others"],
): void {
  const { dice } = stage;
  const at = after(since, dice.int(2 * 60, 30 * 60) * second);
  const line = dice.pick(victims);
  const rest = others.filter(({ id }) => id !== author.id);
  posts(stage, at, author, { line, to, others: rest, replyTo });
  if (dice.chance(0.2)) locally(stage, after(at, 3 * minute), "reply", dice.pick(to), author);
}

export const circles: readonly LookAlike[] = [
  { code: "H14", name: "lists of thanks", starred: true, play: thank },
  { code: "H15", name: "friends who write to all", starred: true, play: gather },
  { code: "H16", name: "long threads among strangers", starred: true, play: replyToAll },
  { code: "H17", name: "victims of spam who answer all", starred: true, play: protest },
];
