import { count } from "../../base/settings.ts";
import { shownOf } from "../profile-parts.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * A profile without name, picture and words about the person.
 *
 * One of them missing is common and says nothing: a quarter of blind people have no picture.
 * All three missing is what a script leaves. A profile that can't be had is no evidence, and
 * what is not a person has no need of any of this.
 *
 * Misfires on: people in their first hour, those who use no app with a profile page.
 */
export const emptyProfile = defineSignal({
  symbol: "EMPTY_PROFILE",
  group: "profile",
  decibans: 5,
  weightBecause:
    "no picture: 9 % of unknown authors, 40 % of newcomers, 27 % of blind people (H01, S74b); " +
    "name equal to the handle: 18 %; all of it missing perhaps one in four newcomers, and " +
    "nearly every account of the 2024 wave: a ratio of 3 to 4",
  summary: "Shows no name, no picture and no words about itself.",
  misfiresOn: "newcomers in their first hour, minimalists, accounts made by command line tools",
  needs: ["profile"],
  settings: {
    from: count(1, "missing parts, of name, picture and bio, that say nothing"),
  },
  judge({ facts }, { from }) {
    if (!facts.profile.known || facts.profile.value.type !== "Person") return nothing;
    const { name, picture, bio } = shownOf(facts.profile.value);
    const missing = [name ? "" : "name", picture ? "" : "picture", bio ? "" : "bio"].filter(
      Boolean,
    );
    const strength = missing.length === 3 ? 1 : missing.length > from ? 0.4 : 0;
    return found(strength, `its profile has no ${missing.join(", no ")}`);
  },
});
