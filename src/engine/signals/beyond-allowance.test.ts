import { noWindows } from "../../model/observation.ts";
import { beyondAllowance } from "./beyond-allowance.ts";
import { actor, follow, lately, note, stories, threadReply, unknown } from "./stories.ts";

const wrote = (people: number, goodDays = 0) => actor({ contacts: lately(people), goodDays });
const inWeek = (people: number) =>
  actor({ contacts: { ...noWindows, sevenDays: people, thirtyDays: people } });
const one = { unsolicitedRecipients: 1 };

stories(beyondAllowance, [
  ["its first contact", note(), { actorHistory: actor(), ...one }, 0],
  ["the last one within six hours' allowance", note(), { actorHistory: wrote(3), ...one }, 0],
  ["twice the allowance", note(), { actorHistory: wrote(7), ...one }, 0.33],
  ["a reply bot after an hour and a half", note(), { actorHistory: wrote(31), ...one }, 1],
  ["a slow bot within the week's allowance", note(), { actorHistory: inWeek(14), ...one }, 0],
  ["a slow bot at twice of it", note(), { actorHistory: inWeek(29), ...one }, 0.33],
  [
    "a crisis line that has been here for weeks",
    note(),
    { actorHistory: wrote(19, 20), ...one },
    0,
  ],
  ["thirty at once", note(), { actorHistory: actor(), unsolicitedRecipients: 32 }, 1],
  [
    "a long thread's handles are not its own",
    threadReply(),
    { actorHistory: actor(), unsolicitedRecipients: 32 },
    0,
  ],
  ["everybody asked for it", note(), { actorHistory: wrote(40), unsolicitedRecipients: 0 }, 0],
  ["a newcomer brings a list along", follow(), { actorHistory: actor({ unasked: 39 }), ...one }, 0],
  ["one follows everybody", follow(), { actorHistory: actor({ unasked: 319 }), ...one }, 0.4],
  ["history not known in time", note(), { actorHistory: unknown, ...one }, 0],
  ["ties not known in time", note(), { actorHistory: wrote(40) }, 0],
]);
