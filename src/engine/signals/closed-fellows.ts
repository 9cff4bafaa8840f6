import { amount } from "../../base/amount.ts";
import { ramp } from "../../base/ramp.ts";
import { count, share } from "../../base/settings.ts";
import { isStranger } from "../standing.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * Others of its campaign were closed within a week, by their hosts or by themselves.
 *
 * What moderators elsewhere do to accounts that wrote to us is the best witness that we don't pay
 * for, and it comes when nobody here has ruled yet. Of few hosts or of a small part of a crowd it
 * is half the word or none: people leave, and whoever owns a host can close accounts of it to
 * frame whom they copied. So it says nothing of whom people here know, and nor does a deleted post.
 *
 * Misfires on: whoever wrote what a spammer copied, people of a school or firm that closes.
 */
export const closedFellows = defineSignal({
  symbol: "CLOSED_FELLOWS",
  group: "record",
  decibans: 8,
  weightBecause:
    "by hand: of a wave's accounts most are closed within days, of newcomers about one in fifty " +
    "within their first week: +15, halved because an attacker can close accounts of its own",
  summary: "Others that it belongs with were closed within days of writing here.",
  misfiresOn: "whoever wrote what a spammer copied, people of a school or firm that closes",
  needs: ["campaign", "actorHistory"],
  settings: {
    full: count(3, "closed accounts at which the signal speaks at full strength"),
    from: share(0.1, "of all who took part closed, which may be chance"),
    most: share(0.4, "of all who took part closed that make it sure"),
    domains: count(2, "domains among them that make it more than one host's affair"),
    plain: count(30, "bits of likeness that make it sure"),
    chance: count(12, "bits of likeness that may be chance"),
  },
  judge({ facts }, { full, from, most, domains, plain, chance }) {
    if (!facts.campaign.known || !facts.actorHistory.known) return nothing;
    if (!isStranger(facts.actorHistory.value)) return nothing;
    const { ended, endedDomains, strangers, regulars, bits, ruled } = facts.campaign.value;
    if (ended === 0 || ruled === "ham") return nothing;
    const part = ended / Math.max(ended, strangers.thirtyDays + regulars.thirtyDays);
    const spread = endedDomains >= domains ? 1 : 0.5;
    const strength = ramp(ended, 0, full) * ramp(part, from, most) * ramp(bits, chance, plain);
    const accounts = amount(ended, "account", "accounts");
    return found(strength * spread, `${accounts} that it belongs with closed within days`);
  },
});
