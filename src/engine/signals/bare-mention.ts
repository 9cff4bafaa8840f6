import { amount } from "../../base/amount.ts";
import { count } from "../../base/settings.ts";
import { isAnswer } from "../../model/reading.ts";
import { defineSignal, found, nothing } from "./signal.ts";

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
    if (activity.kind !== "create" || isAnswer(reading)) return nothing;
    const addressed = audience.notifiedTotal + audience.elsewhere;
    const shows = reading.links.length + reading.attachments;
    if (addressed === 0 || shows + addressed < 2) return nothing;
    if (says(reading.text, words)) return nothing;
    const whom = amount(addressed, "person", "people");
    return found(shows > 0 && addressed < 2 ? 0.6 : 1, `addresses ${whom} and says nothing`);
  },
});

/** More letters than that, without handles, links and hashtags. Ends at the first real word. */
function says(text: string, letters: number): boolean {
  let count = 0;
  for (const [piece] of text.matchAll(/\S+/g)) {
    count += plain(piece).match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    if (count > letters) return true;
  }
  return false;
}

/** A link or handle ends where ASCII does: Japanese needs no space behind it. */
function plain(piece: string): string {
  if (piece.startsWith("#")) return "";
  return /[@.]|:\/\//.test(piece) ? piece.replace(/[!-~]*(?:[@.]|:\/\/)[!-~]+|@/g, "") : piece;
}
