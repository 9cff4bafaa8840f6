import { manyMentions } from "./many-mentions.ts";
import { follow, note, stories, threadReply } from "./stories.ts";

stories(manyMentions, [
  ["one of us and a friend of theirs", note({ elsewhere: 1 }), {}, 0],
  ["five, one of us", note({ elsewhere: 4 }), {}, 0.5],
  ["eight and more", note({ elsewhere: 30 }), {}, 1],
  ["a long thread, everybody kept", threadReply({ here: 3, elsewhere: 30 }), {}, 0],
  ["a list of people worth following", note({ here: 2, elsewhere: 10 }), {}, 1],
  ["a follow", follow(), {}, 0],
]);
