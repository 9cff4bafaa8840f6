import { ramp } from "../../base/ramp.ts";
import { duration } from "../../base/settings.ts";
import { day } from "../../base/units.ts";
import { silentDays } from "../silence.ts";
import { isStranger } from "../standing.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * An actor that this server has never seen, or only since a few days.
 *
 * By our own observation alone: what its host says of its age is worth nothing, and an account
 * that was seen once and then silent for a month is new again (engine/silence.ts). On a small
 * server it is the normal state of whoever writes first, so it must never weigh much.
 *
 * Misfires on: everybody, once, and whoever writes here every other month.
 */
export const newcomer = defineSignal({
  symbol: "NEWCOMER",
  group: "acquaintance",
  decibans: 4,
  weightBecause:
    "35 % of legitimate unknown authors were first seen within a day, of a wave's " +
    "accounts nearly all: a ratio of 2.5 to 3",
  summary: "Was never seen here before, or only lately.",
  misfiresOn: "everybody who writes here for the first time",
  needs: ["actorHistory"],
  settings: {
    fresh: duration(day, "since first sight, within which an actor is entirely new"),
    familiar: duration(14 * day, "since first sight, after which an actor is new no more"),
  },
  judge({ at, facts }, { fresh, familiar }) {
    if (!facts.actorHistory.known) return nothing;
    const { firstSeenAt, lastHeardAt } = facts.actorHistory.value;
    if (!isStranger(facts.actorHistory.value)) return nothing;
    if (firstSeenAt === undefined) return found(1, unseen(silentDays(lastHeardAt, at)));
    const age = at - firstSeenAt;
    return found(1 - ramp(age, fresh, familiar), `has been here for ${days(age)}`);
  },
});

function unseen(silent: number | undefined): string {
  return silent === undefined
    ? "was never seen here before"
    : `was silent here for ${silent} days, as accounts are that were laid in`;
}

function days(ms: number): string {
  const whole = Math.floor(Math.max(0, ms) / day);
  return whole === 0 ? "less than a day" : whole === 1 ? "a day" : `${whole} days`;
}
