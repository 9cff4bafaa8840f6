import { count } from "../../base/settings.ts";
import { defineSignal, found, nothing } from "./signal.ts";
import { amount } from "./spread.ts";

/**
 * A post of handles with nothing said: at most a link or a picture beside them.
 *
 * The waves of February 2024 said nothing but a link, or showed a picture, to five handles.
 * People who address others say something. Answers are left out: a picture is an answer.
 *
 * Misfires on: a picture sent to a friend without a word, "cc" posts, emoji-only greetings.
 */
export const bareMention = defineSignal({
  symbol: "BARE_MENTION",
  group: "content",
  decibans: 5,
  weightBecause:
    "all captured posts of the wave were handles and a link (S38), its first days handles and a " +
    "picture (S32c); among legitimate mentions perhaps one in ten: +10, halved for our guess",
  summary: "Addresses people without saying a word to them.",
  misfiresOn: "a picture for a friend without a caption, posts that only pass a link on",
  needs: [],
  settings: {
    words: count(4, "letters and digits that are still no message"),
  },
  judge({ activity, reading, audience }, { words }) {
    if (activity.kind !== "create" || reading.replyTo.kind !== "none") return nothing;
    const addressed = audience.notifiedTotal + audience.elsewhere;
    const shows = reading.links.length + reading.attachments;
    if (addressed === 0 || shows + addressed < 2) return nothing;
    if (letters(reading.text) > words) return nothing;
    const whom = amount(addressed, "person", "people");
    return found(shows > 0 && addressed < 2 ? 0.6 : 1, `addresses ${whom} and says nothing`);
  },
});

/** Of what is left without handles, links and hashtags; none of them needs a space behind it. */
function letters(text: string): number {
  const said = text.replace(/[!-~]*(?:@|:\/\/)[!-~]*|#[^\s#]+|[!-~]+\.[!-~]+/g, "");
  return said.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
