// A moderator's standing order on a campaign: what of it may come later, and what an order takes.
//
// A campaign is what is alike to something alike: two that have nothing to do with each other meet
// in one post that is half of each. So an order goes by copies, those that the moderator saw, and
// takes what is alike to one of them itself. What only belongs to the same campaign is judged.

import type { CaseOrder, OrderedCopy } from "../../model/case-order.ts";
import type { Likeness, Linkage, Sketch, ViewName } from "../../model/likeness.ts";
import type { Evidence } from "../../model/verdict.ts";
import { resemblance } from "../views/sketch.ts";
import { traceOf } from "../views/trace.ts";
import { isOfProfiles, weldedAt } from "./linkage.ts";

const leading: ReadonlySet<ViewName> = new Set(["link", "payload", "media", "page"]);

export function orderedCopyOf(likeness: Likeness): OrderedCopy {
  return { ...traceOf(likeness), leads: leadsOf(likeness) };
}

function leadsOf({ traits }: Likeness): readonly number[] {
  return traits.filter(({ view }) => leading.has(view)).map(({ key }) => key);
}

/**
 * Whether an order covers a contact of its campaign. `links`: to each of its copies, by what is
 * common here. A refusal takes what leads where a copy does, or says nearly the same; what is
 * allowed has to say nearly the same and may lead nowhere else, show no other picture: else the
 * next wave would begin with allowed words.
 */
export function covers(
  { decision, copies }: Pick<CaseOrder, "decision" | "copies">,
  likeness: Likeness,
  links: readonly Linkage[],
): boolean {
  const close = copies.filter((_, at) => isClose(links[at], likeness));
  const leads = leadsOf(likeness);
  if (decision === "refuse")
    return close.some((copy) => leadsAlike(leads, copy) || saysTheSame(likeness, leads, copy));
  const known = new Set(copies.flatMap((copy) => copy.leads));
  return close.some((copy) => isNearCopy(likeness, copy)) && leads.every((key) => known.has(key));
}

/** As close as makes one of two campaigns; of two who say nothing it takes both faces' traits. */
function isClose(link: Linkage | undefined, likeness: Likeness): boolean {
  if (link === undefined || link.bits < weldedAt) return false;
  return link.plain || !isOfProfiles(likeness);
}

function leadsAlike(leads: readonly number[], copy: OrderedCopy): boolean {
  return leads.some((key) => copy.leads.includes(key));
}

/** A greeting that an advertisement begins with is no copy of that: it leads nowhere. */
function saysTheSame(likeness: Likeness, leads: readonly number[], copy: OrderedCopy): boolean {
  if (copy.leads.length > 0 && leads.length === 0) return false;
  return isNearCopy(likeness, copy);
}

/**
 * Chosen by us: of all shingles of two texts so many are in both. An order of words exchanged here
 * and there keeps it; a paragraph put in front of it does not.
 */
const nearCopy = 0.6;

/** Chosen by us: fewer say no more than a greeting does. */
const shinglesMin = 24;

function isNearCopy({ sketch }: Likeness, copy: OrderedCopy): boolean {
  if (Math.min(sketch.length, copy.sketch.length) < shinglesMin) return isEqual(sketch, copy);
  return resemblance(sketch, copy.sketch) >= nearCopy;
}

/** Short or without a word: then to the letter. */
function isEqual(sketch: Sketch, copy: OrderedCopy): boolean {
  return sketch.length === copy.sketch.length && sketch.every((one, at) => one === copy.sketch[at]);
}

/** What speaks against a contact for what it says, and for who else said so. */
const ofWhatItSays: ReadonlySet<string> = new Set([
  ...["CONDEMNED_CAMPAIGN", "CLOSED_FELLOWS", "REPEATS_ITSELF", "CAMPAIGN_BEYOND_ALLOWANCE"],
  ...["SPAM_WORDS", "STRANGER_LINK"],
]);

/**
 * What an order that allows forgives. Never who sends it, how many people it reaches, what was
 * ruled on the sender or the host, nor that it is disguised or not what it was.
 */
export function isForgiven({ group, symbol, decibans }: Evidence): boolean {
  return decibans > 0 && (group === "repetition" || ofWhatItSays.has(symbol));
}
