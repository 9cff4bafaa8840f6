import { noCampaign } from "../../model/observation.ts";
import { alikeStrangers } from "./alike-strangers.ts";
import { actor, boost, follow, lately, like, note, stories, together, unknown } from "./stories.ts";

const alike = (plain: number, regulars = 0, history = actor()) => ({
  campaign: { ...together(plain, 2, 9, regulars), plainStrangers: lately(plain) },
  actorHistory: history,
});

stories(alikeStrangers, [
  ["a first follower", follow(), { campaign: noCampaign, actorHistory: actor() }, 0],
  ["two friends with one joke in their bios", follow(), alike(1), 0],
  ["three with one bio", follow(), alike(3), 0.5],
  ["six follow with one bio", follow(), alike(5), 1],
  ["six like with one picture", like(), alike(5), 1],
  ["six boost with one link", boost(), alike(5), 1],
  ["newcomers of one exodus", follow(), { ...alike(0), campaign: together(30, 1, 9) }, 0],
  ["a slogan that regulars have too", follow(), alike(5, 5), 0.33],
  ["whom people here welcomed", follow(), alike(5, 0, actor({ welcomedBy: 1 })), 0],
  [
    "a reaction spelled out in a sentence",
    like({ text: "claim your free coins here" }),
    alike(5),
    0,
  ],
  ["who says something is known by that", note(), alike(5), 0],
  ["not known in time", follow(), { campaign: unknown, actorHistory: actor() }, 0],
  ["history not known in time", follow(), { ...alike(5), actorHistory: unknown }, 0],
]);
