import { noCampaign } from "../../model/observation.ts";
import { repeatsItself } from "./repeats-itself.ts";
import { actor, lately, like, note, stories, unknown } from "./stories.ts";

const told = (others: number, history = actor()) => ({
  campaign: { ...noCampaign, ownRecipients: lately(others) },
  actorHistory: history,
});

stories(repeatsItself, [
  ["its first words here", note(), told(0), 0],
  ["the same question to two people", note(), told(1), 0],
  ["a newsletter's first three readers", note(), told(2), 0.2],
  ["one person after another", note(), told(6), 1],
  ["a greeter whom people here follow", note(), told(20, actor({ welcomedBy: 1 })), 0],
  ["a reporter with good days here", note(), told(20, actor({ goodDays: 3 })), 0],
  ["likes are alike", like(), told(20), 0],
  ["history not known in time", note(), { ...told(6), actorHistory: unknown }, 0],
  ["not known in time", note(), { campaign: unknown, actorHistory: actor() }, 0],
]);
