import { actor, follow, note, stories, unknown } from "./stories.ts";
import { strangerDirect } from "./stranger-direct.ts";

const letter = note({ visibility: "direct" });
const one = { unsolicitedRecipients: 1 };

stories(strangerDirect, [
  ["a stranger's private note", letter, { actorHistory: actor(), ...one }, 1],
  ["in public", note(), { actorHistory: actor(), ...one }, 0],
  ["whom people here follow", letter, { actorHistory: actor({ welcomedBy: 1 }), ...one }, 0],
  ["with three good days", letter, { actorHistory: actor({ goodDays: 3 }), ...one }, 0],
  ["with two", letter, { actorHistory: actor({ goodDays: 2 }), ...one }, 1],
  ["asked for", letter, { actorHistory: actor(), unsolicitedRecipients: 0 }, 0],
  ["a follow is private too", follow(), { actorHistory: actor(), ...one }, 0],
  ["ties not known in time", letter, { actorHistory: actor(), unsolicitedRecipients: unknown }, 0],
  ["history not known in time", letter, { actorHistory: unknown, ...one }, 0],
]);
