import { answersLocalPost } from "./answers-local-post.ts";
import { like, note, reply, stories, threadReply } from "./stories.ts";

stories(answersLocalPost, [
  ["an answer to one of us", reply(), {}, 1],
  ["out of nothing", note(), {}, 0],
  ["an answer in a thread elsewhere that names one of us", threadReply(), {}, 0],
  ["a like of a post of ours is no answer", like(), {}, 0],
]);
