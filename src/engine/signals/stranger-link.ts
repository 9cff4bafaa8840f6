import { share } from "../../base/settings.ts";
import { isStranger } from "../standing.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * A stranger brings a link.
 *
 * What spam sells is mostly behind one. Links to the sender's own site weigh less: newcomers
 * introduce themselves with them, and blogs consist of them.
 *
 * Misfires on: whoever answers a question with a source.
 */
export const strangerLink = defineSignal({
  symbol: "STRANGER_LINK",
  group: "content",
  decibans: 4,
  weightBecause:
    "27 % of posts have links, of the waves with links all, but campaigns go without " +
    "as soon as links are watched (T05, T13): a ratio of 2.5",
  summary: "Brings a link without being known to anybody here.",
  misfiresOn: "people who answer with a source, fundraisers, bloggers (H11, H22)",
  needs: ["actorHistory"],
  settings: {
    own: share(0.25, "of full strength, for links to the sender's own site alone"),
  },
  judge({ activity, reading, facts }, { own }) {
    if (activity.kind !== "create" && activity.kind !== "update") return nothing;
    if (!facts.actorHistory.known || !isStranger(facts.actorHistory.value)) return nothing;
    const foreign = reading.links.find((one) => !one.own);
    if (foreign !== undefined) return found(1, `a stranger's link to ${foreign.domain}`);
    return reading.links.length === 0 ? nothing : found(own, "a stranger's link to its own site");
  },
});
