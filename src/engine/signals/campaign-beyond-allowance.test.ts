import { campaignBeyondAllowance } from "./campaign-beyond-allowance.ts";
import { actor, follow, lately, note, reply, stories, together, unknown } from "./stories.ts";

/** The others of a campaign, and to how many the sender itself wrote alike before. */
const campaign = (people: number, own: number, strangers = 9, regulars = 0, bits = 30) => ({
  campaign: { ...together(strangers, 6, people, regulars, bits), ownRecipients: lately(own) },
  actorHistory: actor({ goodDays: 3 }),
  unsolicitedRecipients: 1,
});

const known = { ...campaign(31, 9), actorHistory: actor({ goodDays: 14 }) };

stories(campaignBeyondAllowance, [
  ["many say it, each once", note(), campaign(31, 0), 0],
  ["it says it twice", note(), campaign(31, 1), 0],
  ["it goes on, and they are few", note(), campaign(3, 9, 2), 0],
  ["it goes on, with others, to twice as many as one may", note(), campaign(7, 3), 0.33],
  ["it goes on in answers", reply(), campaign(7, 3), 0.33],
  [
    "an answer to four, judged again, finds itself",
    reply(),
    { ...campaign(31, 4), unsolicitedRecipients: 4 },
    0,
  ],
  ["it begins to go on", note(), campaign(7, 2), 0.17],
  ["a wave by accounts that were warmed up", note(), campaign(31, 3, 8, 4), 0.63],
  ["what mostly regulars say", note(), campaign(31, 3, 3, 30), 0.14],
  ["nobody else says it", note(), campaign(31, 9, 0), 0],
  ["alike as anybody's words are", note(), campaign(31, 9, 9, 0, 12), 0],
  ["a crisis line of two weeks whose words are spread", note(), known, 0],
  ["it says nothing", follow(), campaign(31, 9), 0],
  ["everybody asked for it", note(), { ...campaign(31, 9), unsolicitedRecipients: 0 }, 0],
  ["no ties are known here", note(), { ...campaign(31, 9), opaqueRecipients: 1 }, 0.67],
  ["not known in time", note(), { ...campaign(31, 9), campaign: unknown }, 0],
  ["its own history not known in time", note(), { ...known, actorHistory: unknown }, 0],
]);
