import { shownOf } from "../profile-parts.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * A profile with a name, a picture and some words about the person.
 *
 * Weak on purpose: its host says so, and a host may say what it likes (CM16).
 */
export const developedProfile = defineSignal({
  symbol: "DEVELOPED_PROFILE",
  group: "appearance",
  decibans: -2,
  weightBecause:
    "the accounts of 2024 had none of it (S38); later ones had all of it (S56): what an hour's " +
    "work can forge is worth little",
  summary: "Has a name, a picture and a few words about itself.",
  misfiresOn: "nobody; it only ever speaks for the sender, and attackers can have it (CM16)",
  needs: ["profile"],
  settings: {},
  judge({ facts }) {
    if (!facts.profile.known) return nothing;
    const { name, picture, bio } = shownOf(facts.profile.value);
    return name && picture && bio ? found(1, "says who it is") : nothing;
  },
});
