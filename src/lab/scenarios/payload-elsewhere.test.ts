import assert from "node:assert/strict";
import { hour, isoTime, minute } from "../../base/units.ts";
import { everybody, type Outgoing } from "../activities.ts";
import { homeActor, homePeople, someone } from "../people.ts";
import { type Stage, scenario } from "../scenario.ts";
import type { LabActor } from "../world.ts";
import { keptAs, newcomer, told, writes } from "./strangers.ts";

const remarks = [
  "Did anybody else read this?",
  "I am not sure what to make of it.",
  "My sister said the same yesterday.",
  "Well, that is one way to put it!",
  "Worth a thought over dinner, I guess.",
  "Hm.",
];

/** A post that nobody sends here: its host shows it to whoever asks, and it names one of ours. */
function showPayload(stage: Stage, number: number, person: string): string {
  const { world, clock } = stage;
  const author = newcomer(stage, `stage${number}.example`);
  const id = world.newId(author, "statuses", clock.now());
  const content = "<p>Tonight only: free coins at the Lantern Club, lantern-club.example/join</p>";
  const { id: href, handle } = homeActor(person);
  const tag = [{ type: "Mention", href, name: `@${handle}` }];
  const post = { id, type: "Note", attributedTo: author.id, content, tag };
  world.show(id, { ...post, to: [everybody], cc: [href], published: isoTime(clock.now()) });
  return id;
}

scenario(
  "harmless answers that bring in copies of a payload are a wave; an ordinary answer is not",
  ["1"],
  async (stage) => {
    const payloads: string[] = [];
    const answers = [];
    for (const [number, text] of remarks.entries()) {
      const person = homePeople[number] ?? "ada";
      const replyTo = showPayload(stage, number, person);
      payloads.push(replyTo);
      const to = [homePeople[number + 6] ?? "ada"];
      const from = newcomer(stage, `harmless${number}.example`);
      const contact = writes(stage, from, { text, to, visibility: "public", replyTo });
      answers.push(contact);
      await stage.send(contact);
      await stage.pass(minute);
    }
    await stage.pass(2 * hour);
    const reached = payloads.filter((id) => told(stage, id).length > 0);
    assert.deepEqual(reached, [], "nobody was told of any payload");
    for (const one of answers) assert.equal((await keptAs(stage, one))?.state, "held");

    const { cast, clock, dice, world } = stage;
    const from = someone(world, dice, dice.pick(cast.hosts), clock.now());
    const replyTo = stage.world.newId(from, "statuses", stage.clock.now());
    const said = {
      text: "My lamp is older than that one.",
      to: ["ada"],
      visibility: "public",
    } as const;
    const ordinary = writes(stage, from, { ...said, replyTo, truth: "ordinary" });
    await stage.send(ordinary);
    assert.deepEqual(told(stage, ordinary.activity.id), ["ada"]);
  },
  { daysLivedIn: 0 },
);

scenario(
  "a payload that is quoted, or sent as an id alone, is seen all the same",
  ["1"],
  async (stage) => {
    const { cast, clock, dice, world, gate } = stage;
    const scoreOf = async (activity: Outgoing, from: LabActor): Promise<number | undefined> => {
      await world.send(from, activity, `http://${stage.home.host}/users/ada/inbox`);
      const kept = await gate.kept();
      return kept.find(({ activityId }) => activityId === activity.id)?.verdict.score;
    };
    const said = { text: "Hm.", to: ["ada"], visibility: "public" } as const;
    const stranger = () => someone(world, dice, dice.pick(cast.hosts), clock.now());

    const harmless = stranger();
    const plain = await scoreOf(writes(stage, harmless, said).activity, harmless);

    const quoter = stranger();
    const { activity } = writes(stage, quoter, said);
    const object = { ...(activity["object"] as object), quoteUrl: showPayload(stage, 1, "chiyo") };
    const quoted = await scoreOf({ ...activity, object }, quoter);

    const copies: (number | undefined)[] = [];
    for (let copy = 2; copy < 7; copy++) {
      const object = showPayload(stage, copy, "dalia");
      const byId = newcomer(stage, `by-id${copy}.example`);
      const made = { id: world.newId(byId, "creates", clock.now()), type: "Create" };
      const to = [homeActor(homePeople[copy] ?? "ada").id];
      copies.push(await scoreOf({ ...made, actor: byId.id, to, object }, byId));
    }

    assert.equal(plain, undefined, "by itself it would have come in");
    assert.ok((quoted ?? -1) >= 0, "the quote shows a payload");
    assert.ok((copies.at(-1) ?? -1) > 12, "posts of which only ids came are copies of each other");
  },
  { daysLivedIn: 0 },
);
