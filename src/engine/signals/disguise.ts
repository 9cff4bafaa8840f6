import { ramp } from "../../base/ramp.ts";
import { count, drawn } from "../../base/settings.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * A text that looks different to a person than to a machine: invisible characters inside words,
 * letters of another script among Latin ones, words cut up or hidden by markup.
 *
 * Writing around a filter is evidence by itself; but reading does the counting, and undoes what
 * scripts, emoji and right-to-left text need. One look-alike is a typing mistake.
 *
 * Misfires on: ornamental writing, texts copied out of word processors.
 */
export const disguise = defineSignal({
  symbol: "DISGUISE",
  group: "content",
  decibans: 6,
  weightBecause:
    "by hand: nobody needs it to be read by people, but pasted and playful text has some (H28); " +
    "kept below what could settle anybody alone",
  summary: "Hides what it says from machines.",
  misfiresOn: "ornamental letters, text pasted from word processors, look-alike jokes",
  needs: [],
  settings: {
    from: count(2, "marks of disguise that still pass as accidents"),
    full: drawn(count(10, "marks at which the signal speaks at full strength")),
  },
  judge({ reading }, { from, full }) {
    const { invisible, lookalikes, markup } = reading.disguise;
    const marks = invisible + 2 * lookalikes + 2 * markup;
    if (marks === 0) return nothing;
    const letters = `${invisible} invisible and ${lookalikes} look-alike letters`;
    return found(ramp(marks, from, full), `${letters}, ${markup} cut or hidden words`);
  },
});
