import { follow, note, stories, unknown } from "./stories.ts";
import { strangerMentions } from "./stranger-mentions.ts";

stories(strangerMentions, [
  ["two are a conversation", note(), { unsolicitedRecipients: 2 }, 0],
  ["seven of nine follow the sender", note({ here: 9 }), { unsolicitedRecipients: 2 }, 0],
  ["a stranger names five of us", note({ here: 5 }), { unsolicitedRecipients: 5 }, 0.5],
  ["a stranger names the whole room", note({ here: 40 }), { unsolicitedRecipients: 40 }, 1],
  ["a follow reaches one at a time", follow(), { unsolicitedRecipients: 5 }, 0],
  ["ties not known in time", note({ here: 9 }), { unsolicitedRecipients: unknown }, 0],
]);
