// What somebody chose on the form for notices, or what is wrong with it.

import {
  type Address,
  languages,
  type Subscription,
  type Topic,
  topics,
} from "../../model/subscription.ts";
import { isZone, minutesIn } from "../../services/notify/daytime.ts";
import { addressTyped, digestTyped, typedChannels } from "../../services/notify/typed.ts";
import { WrongInput } from "./page.ts";

/** Throws WrongInput. */
export function choiceIn(form: URLSearchParams): Omit<Subscription, "by" | "to"> {
  const zone = (form.get("zone") ?? "").trim();
  if (!isZone(zone)) throw new WrongInput(`"${zone}" is no time zone: try Europe/Berlin.`);
  const language = languages.find((one) => one === form.get("language")) ?? "en";
  const digest = digestTyped(form.get("digest") ?? "");
  if (!digest.ok) throw new WrongInput(`"${digest.error}" is no time: try 08:00.`);
  const what = topicsIn(form, "what");
  // Who unticks a topic need not untick it twice.
  const urgent = topicsIn(form, "urgent").filter((one) => what.includes(one));
  return { what, urgent, quiet: quietIn(form), digestAt: digest.value, zone, language };
}

function topicsIn(form: URLSearchParams, name: string): readonly Topic[] {
  return topics.filter((one) => form.has(`${name}-${one}`));
}

function quietIn(form: URLSearchParams): Subscription["quiet"] {
  const [from, until] = ["from", "until"].map((one) => form.get(one) ?? "");
  if (!from && !until) return undefined;
  const [begins, ends] = [minutesIn(from ?? ""), minutesIn(until ?? "")];
  if (begins !== undefined && ends !== undefined && begins !== ends)
    return { from: begins, until: ends };
  throw new WrongInput("quiet hours need two different times, such as 22:00 and 07:00.");
}

/** Throws WrongInput. */
export function toIn(form: URLSearchParams): Address {
  if (form.get("channel") === "push") return browserIn(form);
  const channel = typedChannels.find((one) => one === form.get("channel"));
  if (channel === undefined) throw new WrongInput("no such way of being told.");
  const to = addressTyped(channel, form.get("address") ?? "");
  if (!to.ok) throw new WrongInput(`the address must be ${to.error}.`);
  return to.value;
}

/** A P-256 point, uncompressed, and sixteen bytes (RFC 8291, section 2). */
const [keyBytes, authBytes] = [65, 16];

function browserIn(form: URLSearchParams): Address {
  const [endpoint = "", p256dh = "", auth = ""] = ["endpoint", "p256dh", "auth"].map(
    (one) => form.get(one) ?? "",
  );
  const isWhole = URL.canParse(endpoint) && isBytes(p256dh, keyBytes) && isBytes(auth, authBytes);
  if (!isWhole) throw new WrongInput("the browser gave no address for notices.");
  return { channel: "push", endpoint, p256dh, auth };
}

function isBytes(text: string, length: number): boolean {
  return /^[\w-]+$/.test(text) && Buffer.from(text, "base64url").length === length;
}
