import { amount } from "../../base/amount.ts";
import { ramp } from "../../base/ramp.ts";
import { count, drawn, duration, share } from "../../base/settings.ts";
import { minute } from "../../base/units.ts";
import type { Edit } from "../../model/edit.ts";
import { isStranger } from "../standing.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * A stranger's post that became another one, or turned to more people, after it was let in.
 *
 * Something harmless passes, and an edit puts the payload in its place. People edit too: a letter,
 * a source, a second thought below the first. So what counts is how much of the first version is
 * gone, how late, and whether the new one leads or shows somewhere; what is added is no swap. Whom
 * an edit reaches for the first time never saw the first version.
 *
 * Misfires on: who thinks better of it and writes something else.
 */
export const editSwap = defineSignal({
  symbol: "EDIT_SWAP",
  group: "record",
  decibans: 18,
  weightBecause:
    "by hand: every swapped post (T35) loses all its words, of honest edits perhaps one in " +
    "thirty does, and one in four of these brings a link: +20, rounded down; with being new and " +
    "the link it holds",
  summary: "Puts something else in the place of what it wrote here before.",
  misfiresOn: "who withdraws what they said by writing something else over it",
  needs: ["campaign", "actorHistory"],
  settings: {
    kept: drawn(share(0.5, "of the first version's words left, at which an edit is an edit")),
    soon: duration(2 * minute, "after the first version, within which people mend what they wrote"),
    late: duration(10 * minute, "after the first version, from when on it counts in full"),
    bare: share(0.4, "of full strength, where it brings neither link nor picture"),
    people: count(4, "people whom only the edit reaches, at which it speaks at full strength"),
  },
  judge({ activity, facts }, settings) {
    if (activity.kind !== "update" || !facts.campaign.known) return nothing;
    if (!facts.actorHistory.known || !isStranger(facts.actorHistory.value)) return nothing;
    const { edit } = facts.campaign.value;
    if (edit === undefined) return nothing;
    const { newPeople, afterMs } = edit;
    const swapped = swap(edit, settings);
    const reaches = ramp(newPeople, 0, settings.people);
    const when = `${amount(Math.floor(afterMs / minute), "minute")} after it came`;
    if (reaches >= swapped) {
      return found(
        reaches,
        `was turned to ${amount(newPeople, "other person", "other people")} ${when}`,
      );
    }
    return found(swapped, `became another post ${when}${bringing(edit)}`);
  },
});

interface Settings {
  readonly kept: number;
  readonly soon: number;
  readonly late: number;
  readonly bare: number;
}

function swap({ wordsKept, afterMs, brings }: Edit, { kept, soon, late, bare }: Settings): number {
  const gone = 1 - ramp(wordsKept, kept / 3, kept);
  const lateness = bare + (1 - bare) * ramp(afterMs, soon, late);
  return gone * lateness * (brings.length > 0 ? 1 : bare);
}

function bringing({ brings }: Edit): string {
  return brings.length === 0 ? "" : `, with a ${brings.join(" and a ")} that it did not have`;
}
