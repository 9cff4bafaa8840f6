import { condemnedCampaign } from "./condemned-campaign.ts";
import { actor, note, stories, together, unknown } from "./stories.ts";

const alike = (bits: number, ruled: "spam" | "ham" | undefined) => ({
  campaign: { ...together(1, 1, 1, 0, bits), ruled },
  actorHistory: actor({}),
});

stories(condemnedCampaign, [
  ["another copy of what was ruled spam", note(), alike(30, "spam"), 1],
  ["linked, and no more", note(), alike(14, "spam"), 0.5],
  ["ruled ham", note(), alike(30, "ham"), 0],
  ["nobody ruled on it", note(), alike(30, undefined), 0],
  [
    "somebody with good days quotes it",
    note(),
    { ...alike(30, "spam"), actorHistory: actor({ goodDays: 5 }) },
    0,
  ],
  ["history not known in time", note(), { ...alike(30, "spam"), actorHistory: unknown }, 0],
  ["not known in time", note(), { campaign: unknown, actorHistory: actor({}) }, 0],
]);
