import { defineSignal, found, nothing } from "./signal.ts";

/**
 * It answers something that one of us wrote.
 *
 * A public post invites answers, and most first contacts are answers. It is weak: the 2019
 * spammer answered strangers' posts too, and a script finds a post as easily as a name.
 */
export const answersLocalPost = defineSignal({
  symbol: "ANSWERS_LOCAL_POST",
  group: "appearance",
  decibans: -2,
  weightBecause:
    "half of all posts are replies, of mention waves none (S38), of the " +
    "2019 campaigns nearly all (S2): the mean of an honest 6 and a worthless 0, rounded down",
  summary: "Answers a post of somebody here.",
  misfiresOn: "nobody; spam that answers posts gains by it (CM19)",
  needs: [],
  settings: {},
  judge({ activity, reading }) {
    if (activity.kind !== "create" || reading.replyTo.kind !== "local") return nothing;
    return found(1, "answers a post of somebody here");
  },
});
