// Who wants to hear what: one record each, with what was told to it last beside.

import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { err, ok, type Result } from "../../base/result.ts";
import { isEmailAddress } from "../../model/email-address.ts";
import type { Hand } from "../../model/hand.ts";
import { type Address, languages, type Subscription, topics } from "../../model/subscription.ts";
import type { OwnRecords } from "../../ports/own-records.ts";
import { noteAudit } from "../audit.ts";
import { type Recorded, recordsOf } from "../own-records.ts";
import { digestsApartMs, isZone } from "./daytime.ts";
import { dropState } from "./subscription-state.ts";

const text = z.string().min(1).max(2048);
const minuteShape = z.int().min(0).max(1439);

const addressShape = z.discriminatedUnion("channel", [
  z.object({ channel: z.literal("email"), address: text.refine(isEmailAddress) }),
  z.object({ channel: z.literal("webhook"), url: text, secret: text }),
  z.object({
    channel: z.literal("ntfy"),
    server: text.optional().transform((one) => one),
    /** As ntfy takes them. */
    topic: z.string().regex(/^[\w-]{1,64}$/),
  }),
  z.object({ channel: z.literal("push"), endpoint: text, p256dh: text, auth: text }),
]);

const topicsShape = z.array(z.enum(topics)).max(topics.length).readonly();

const subscriptionShape = z.object({
  by: z.string().min(1).max(200),
  to: addressShape,
  what: topicsShape,
  urgent: topicsShape,
  quiet: z
    .object({ from: minuteShape, until: minuteShape })
    .optional()
    .transform((one) => one),
  digestAt: z.array(minuteShape).max(4).readonly(),
  zone: z.string().max(64).refine(isZone),
  language: z.enum(languages),
});

const subscriptions = recordsOf<Subscription>("subscription", subscriptionShape);

export type Subscribed = Recorded<Subscription>;

/** Chosen by us: more than a team has, and few enough to be gone through each minute. */
export const subscriptionsMax = 200;
const subscriptionsEachMax = 20;

/** A sentence's end each: "not added: …". */
export type NotSubscribed = string;

/** All of them, the newest first; of one person where `by` says so. Throws LedgerDown. */
export function subscriptionsIn(records: OwnRecords, by?: string): Promise<readonly Subscribed[]> {
  return subscriptions.list(records, { about: by, limit: subscriptionsMax });
}

/** Throws LedgerDown. */
export function subscriptionOf(records: OwnRecords, id: string): Promise<Subscribed | undefined> {
  return subscriptions.get(records, id);
}

/** Audited. Throws LedgerDown. */
export async function addSubscription(
  records: OwnRecords,
  wanted: Subscription,
  hand: Hand,
): Promise<Result<Subscribed, NotSubscribed>> {
  const wrong = whatIsWrong(wanted);
  if (wrong !== undefined) return err(wrong);
  const all = await subscriptionsIn(records);
  if (all.length >= subscriptionsMax) return err(`there are ${all.length} already`);
  const theirs = all.filter(({ value }) => value.by === wanted.by);
  if (theirs.length >= subscriptionsEachMax)
    return err(`${wanted.by} has ${theirs.length} already`);
  const id = `s${randomUUID().slice(0, 8)}`;
  await subscriptions.put(records, { id, about: wanted.by, at: hand.at }, wanted);
  await noteAudit(records, { ...hand, did: "subscribed", about: id, details: detailsOf(wanted) });
  const added = await subscriptions.get(records, id);
  return added === undefined ? err("it could not be read back") : ok(added);
}

/** What it is about is changed, not whose it is nor where it goes. Audited. Throws LedgerDown. */
export async function changeSubscription(
  records: OwnRecords,
  { id, about, value }: Subscribed,
  wanted: Omit<Subscription, "by" | "to">,
  hand: Hand,
): Promise<Result<Subscription, NotSubscribed>> {
  const next = { ...wanted, by: value.by, to: value.to };
  const wrong = whatIsWrong(next);
  if (wrong !== undefined) return err(wrong);
  await subscriptions.put(records, { id, about, at: hand.at }, next);
  const details = detailsOf(next);
  await noteAudit(records, { ...hand, did: "changed a subscription", about: id, details });
  return ok(next);
}

/** False: there was none. Audited. Throws LedgerDown. */
export async function dropSubscription(
  records: OwnRecords,
  id: string,
  hand: Hand,
): Promise<boolean> {
  const dropped = await subscriptions.take(records, id);
  await dropState(records, id);
  if (dropped === undefined) return false;
  const details = detailsOf(dropped.value);
  await noteAudit(records, { ...hand, did: "unsubscribed", about: id, details });
  return true;
}

/** A secret as receivers' libraries want it: 24 bytes behind a mark. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(24).toString("base64")}`;
}

/** Where it goes, without what only the two sides should know. */
export function shownAddress(to: Address): string {
  switch (to.channel) {
    case "email":
      return to.address;
    case "webhook":
      return to.url;
    case "ntfy":
      return to.server === undefined ? to.topic : `${to.server.replace(/\/$/, "")}/${to.topic}`;
    case "push":
      return URL.canParse(to.endpoint) ? new URL(to.endpoint).host : "a browser";
  }
}

function detailsOf({ by, to, what }: Subscription): string {
  const told = what.join(", ") || "nothing at once";
  return `${by}: ${to.channel} ${auditedAddress(to)}, told of ${told}`;
}

/**
 * For all who read the audit: a webhook's path lets whoever knows it post there, and a topic of
 * ntfy's is read by whoever knows its name.
 */
function auditedAddress(to: Address): string {
  switch (to.channel) {
    case "email":
      return to.address;
    case "webhook":
      return hostIn(to.url);
    case "ntfy":
      return to.server === undefined ? "on the configured server" : hostIn(to.server);
    case "push":
      return shownAddress(to);
  }
}

function hostIn(url: string): string {
  return URL.parse(url)?.host ?? "somewhere";
}

function whatIsWrong(wanted: Subscription): NotSubscribed | undefined {
  if (!isZone(wanted.zone)) return `there is no time zone "${wanted.zone.slice(0, 64)}"`;
  const stray = wanted.urgent.find((one) => !wanted.what.includes(one));
  if (stray !== undefined) return `${stray} can't be urgent without being told at all`;
  if (wanted.what.length === 0 && wanted.digestAt.length === 0)
    return "neither a topic nor a digest is wanted";
  if (areTooNear(wanted.digestAt)) return "digests must be more than two hours apart";
  const shaped = subscriptionShape.safeParse(wanted);
  if (shaped.success) return undefined;
  return `its ${shaped.error.issues[0]?.path.join(".") || "shape"} is not as it should be`;
}

function areTooNear(digestAt: readonly number[]): boolean {
  const apart = digestsApartMs / 60_000;
  return digestAt.some((one, index) =>
    digestAt.slice(index + 1).some((other) => {
      const between = Math.abs(one - other);
      return Math.min(between, 1440 - between) <= apart;
    }),
  );
}
