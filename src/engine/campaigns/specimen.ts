// A kept delivery as a post to compare with its likes.

import { amount } from "../../base/amount.ts";
import type { ActorProfile } from "../../model/activity.ts";
import { type Host, hostOf } from "../../model/ids.ts";
import type { Kept } from "../../model/kept.ts";
import { parseActivity } from "../../model/parse.ts";
import type { Visibility } from "../../model/reading.ts";
import { authorOf } from "../identity/author.ts";
import { bioOf } from "../profile-parts.ts";
import { read } from "../read.ts";
import { domainOf } from "../text/domain.ts";
import type { Specimen } from "./common-parts.ts";

/** With who may see it; undefined where its bytes are gone or say nothing. */
export function specimenOf(
  kept: Pick<Kept, "delivery" | "authenticity" | "sender" | "recipients">,
  profile: ActorProfile | undefined,
): { readonly specimen: Specimen; readonly visibility: Visibility } | undefined {
  const { delivery, authenticity, sender: actor, recipients } = kept;
  const parsed = parseActivity(delivery.body);
  if (!parsed.ok) return undefined;
  const host = hostOf(actor) ?? ("" as Host);
  const notified = recipients.map((one) => ({ actor: one, via: "mention" }) as const);
  const reading = read({
    delivery,
    activity: parsed.value,
    authenticity,
    authorProof: authorOf(parsed.value, authenticity),
    sender: { actor, host, domain: domainOf(host), proven: authenticity.kind === "proven" },
    audience: { notified, notifiedTotal: notified.length, elsewhere: 0 },
  });
  const specimen = {
    text: reading.text,
    links: reading.links.map(({ domain }) => domain),
    pictures: reading.blurhashes,
    handles: reading.mentions,
    profile: profile === undefined ? [] : partsOf(profile),
  };
  return { specimen, visibility: reading.visibility };
}

function partsOf(profile: ActorProfile): readonly string[] {
  const { username = "", name = "", icon } = profile;
  const parts = [`user name: ${builtOf(username)}`];
  if (name !== "") parts.push(`name: ${builtOf(name)}`);
  const bio = bioOf(profile).trim();
  if (bio !== "") parts.push(`bio: ${bio}`);
  const picture = icon?.split("/").at(-1) ?? "";
  if (picture.length >= 12) parts.push(`picture ${picture}`);
  return parts;
}

/** `katie4821` ▶ `letters, 4 digits`: how a script makes names. */
function builtOf(name: string): string {
  const runs = name.match(/\p{L}+|\p{N}+|[^\p{L}\p{N}]+/gu) ?? [];
  if (runs.length > 4) return `${name.length} letters and digits mixed`;
  return runs.map(runOf).join(", ") || "none";
}

function runOf(run: string): string {
  if (/^\p{L}/u.test(run)) return "letters";
  return /^\p{N}/u.test(run) ? amount(run.length, "digit") : run.trim() || "a space";
}
