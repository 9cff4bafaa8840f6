import { amount } from "../../base/amount.ts";
import { ramp } from "../../base/ramp.ts";
import { count, drawn, share } from "../../base/settings.ts";
import { noCampaign } from "../../model/observation.ts";
import { isAnswer } from "../../model/reading.ts";
import { isSilent } from "../silent.ts";
import { defineSignal, found, nothing } from "./signal.ts";
import {
  crowdOf,
  lately,
  likenessSettings,
  type Senders,
  surely,
  timesAsMany,
  unlessRegular,
} from "./spread.ts";

/**
 * Many strangers on many hosts sent the same thing to many people here.
 *
 * A few copies may be a coincidence; this is beyond that, and then a good profile, a good host
 * and an answer to somebody's post should not excuse the next copy. All three must be many: a
 * class has one host, a viral post one recipient. But only its answers: where nobody answers
 * anything, many hosts do for many recipients, for a server may have one person only; and a crowd
 * that no class comes to needs neither, for a mob may sign up on one host and have one victim.
 *
 * Misfires on: chain letters among people that nobody here knows yet; one letter that many
 * strangers send to one of our people.
 */
export const wave = defineSignal({
  symbol: "WAVE",
  group: "repetition",
  decibans: 12,
  weightBecause:
    "by hand: with equal text it reaches the group's cap, which holds an aged account too, " +
    "however ordinary it looks (prior -13, appearance -3), where being new no longer speaks",
  summary: "Part of something that many strangers on many hosts send to people here.",
  misfiresOn:
    "chain letters among strangers, the link of the week, a letter campaign to one of our people",
  needs: ["campaign", "repeats", "opaqueRecipients", "unsolicitedRecipients"],
  settings: {
    from: drawn(count(3, "other strangers that are not yet a wave")),
    full: drawn(count(10, "other strangers at which the signal speaks at full strength")),
    link: share(0.3, "of full strength, where only a link is the same"),
    opaque: count(2, "times as many where nothing is known of what our people do"),
    short: count(20, "characters up to which an equal text says as little as a link"),
    ...likenessSettings,
  },
  judge({ activity, reading, facts }, settings) {
    // Either half speaks by itself where the other is not known in time.
    const copies = facts.repeats.known ? facts.repeats.value : [];
    const others = facts.campaign.known ? facts.campaign.value : noCampaign;
    const { link, short } = settings;
    const times = timesAsMany(facts, settings.opaque);
    const [from, full] = [settings.from * times, settings.full * times];
    if (others.ruled === "ham") return nothing;
    const brief = reading.comparable.length <= short;
    let [strength, because] = [0, ""];
    for (const one of copies) {
      const weak = one.view === "link" || (one.view === "text" && brief);
      const size = breadth(one, isAnswer(reading), from, full) * (weak ? link : 1);
      if (size <= strength) continue;
      const strangers = amount(one.strangers.thirtyDays, "other stranger");
      [strength, because] = [size, `a wave: the same ${one.view} from ${strangers}`];
    }
    const alike = isSilent(activity, reading)
      ? breadth({ ...others, strangers: others.plainStrangers }, false, from, full)
      : surely(others, settings) * breadth(others, isAnswer(reading), from, full);
    if (alike > strength) {
      const strangers = amount(others.strangers.thirtyDays, "other stranger");
      [strength, because] = [alike, `a wave: alike to what ${strangers} sent`];
    }
    return found(strength, because);
  },
});

/** The narrowest of strangers, domains and recipients decides. */
function breadth(one: Senders, answer: boolean, from: number, full: number): number {
  const strangers = ramp(lately(one.strangers), from, full);
  const domains = ramp(lately(one.domains), from / 2, full / 2);
  const recipients = ramp(lately(one.recipients), from / 2, full / 2);
  const people = answer ? recipients : Math.max(recipients, domains);
  const wide = Math.max(Math.min(domains, people), crowdOf(lately(one.strangers), answer));
  return Math.min(strangers, wide) * unlessRegular(one);
}
