// How a sender presents itself: a script that makes accounts makes them alike.

import { day, type EpochMs } from "../../base/units.ts";
import type { ActorProfile } from "../../model/activity.ts";
import { shownOf } from "../profile-parts.ts";
import type { Sight } from "./sight.ts";

const usual = { template: 0.05, cohort: 0.02 } as const;

/** Chosen by us: older accounts were not made for this. */
const youngMs = 60 * day;

/** What its host says is used to find who is alike, never as credit: liars lie alike. */
export function profileTraits(profile: ActorProfile, at: EpochMs): readonly Sight[] {
  const { username = "", name = "", published } = profile;
  const shown = shownOf(profile);
  const parts = [shown.name, shown.picture, shown.bio].map(Number).join("");
  const template = `${patternOf(username)} ${patternOf(name)} ${parts}`;
  const sights: Sight[] = [{ view: "profile", content: template, usual: usual.template }];
  if (published !== undefined && at - published < youngMs) {
    const born = String(Math.floor(published / day));
    sights.push({ view: "cohort", content: born, usual: usual.cohort });
  }
  return sights;
}

/**
 * A name by its pieces: runs of letters and digits with their lengths, where letters and digits
 * alternate more than names do its length alone.
 *
 *   katie4821   ▶  a5 0×4        x7f3k9q2mb  ▶  mixed 10
 */
function patternOf(name: string): string {
  if (name === "") return "none";
  const runs = name.normalize("NFKC").match(/\p{L}+|\p{N}+|[^\p{L}\p{N}]+/gu) ?? [];
  if (runs.length > 4) return `mixed ${name.length}`;
  return runs.map(runPattern).join("");
}

function runPattern(run: string): string {
  if (/^\p{N}/u.test(run)) return `0${run.length}`;
  if (!/^\p{L}/u.test(run)) return " ";
  const length = run.length > 6 ? "+" : "-";
  return /^[a-z]+$/.test(run) ? `a${length}` : /^[a-z]+$/i.test(run) ? `A${length}` : `u${length}`;
}
