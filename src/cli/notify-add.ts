// From the words of `notify add` to what is wanted, or to a complaint.

import {
  type Address,
  type Language,
  type Subscription,
  type Topic,
  topics,
} from "../model/subscription.ts";
import { isZone, minutesIn } from "../services/notify/daytime.ts";
import { addressTyped, digestTyped, typedChannels } from "../services/notify/typed.ts";
import { Complaint } from "./exit-code.ts";
import type { CommonOptions } from "./frame.ts";
import { printable } from "./printable.ts";

export interface AddOptions extends CommonOptions {
  readonly for?: string;
  readonly what: string;
  readonly urgent: string;
  readonly quiet?: string;
  readonly digest: string;
  readonly zone: string;
  readonly language: Language;
}

/** Throws a Complaint that says what to write instead. */
export function wantedFrom(
  channel: string,
  address: string,
  options: AddOptions,
  own: string,
): Subscription {
  if (!isZone(options.zone))
    throw wrong("--zone", options.zone, "an IANA time zone such as Europe/Berlin");
  return {
    by: options.for ?? own,
    to: addressFrom(channel, address.trim()),
    what: topicsIn("--what", options.what),
    urgent: topicsIn("--urgent", options.urgent),
    quiet: options.quiet === undefined ? undefined : quietIn(options.quiet),
    digestAt: digestIn(options.digest),
    zone: options.zone,
    language: options.language,
  };
}

function addressFrom(channel: string, text: string): Address {
  const known = typedChannels.find((one) => one === channel);
  if (known === undefined) throw wrong("the channel", channel, typedChannels.join(", "));
  const address = addressTyped(known, text);
  if (!address.ok) throw wrong("the address", text, address.error);
  return address.value;
}

function topicsIn(option: string, text: string): readonly Topic[] {
  if (text === "all") return topics;
  if (text === "none") return [];
  return text.split(",").map((word) => {
    const topic = topics.find((one) => one === word.trim());
    if (topic === undefined) throw wrong(option, word, `${topics.join(", ")}, all or none`);
    return topic;
  });
}

function quietIn(text: string): Subscription["quiet"] {
  const [from, until, ...more] = text.split("-").map(minutesIn);
  if (from !== undefined && until !== undefined && from !== until && more.length === 0)
    return { from, until };
  throw wrong("--quiet", text, "two times of the day such as 22:00-07:00");
}

function digestIn(text: string): readonly number[] {
  const typed = digestTyped(text);
  if (typed.ok) return typed.value;
  throw wrong("--digest", typed.error, "times such as 08:00,18:00, or none");
}

function wrong(what: string, given: string, wanted: string): Complaint {
  const named = printable(given.trim().slice(0, 80));
  return new Complaint(`${what} must be ${wanted}, not "${named}".`);
}
