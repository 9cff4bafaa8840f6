// Letters for browsers: encrypted for the one browser that asked (RFC 8291), signed as this server
// (RFC 8292), and handed to the push service that the browser chose.

import type { Letter } from "../../model/letter.ts";
import type { AddressOn } from "../../model/subscription.ts";
import type { Notifier } from "../../ports/notifier.ts";
import { boundedPost, type PostOptions } from "./bounded-post.ts";

export interface PushKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

export interface PushSettings {
  /** Made once for an installation: browsers subscribed to this public key. */
  readonly keys: () => Promise<PushKeys>;
  /** Whom a push service may turn to: an https or mailto URL. RFC 8292, section 2.1. */
  readonly contact: string | undefined;
}

/** A push service keeps it so long for a browser that is off. What is older stands in a digest. */
const keptSeconds = 24 * 60 * 60;

/** Push services take 4096 bytes; with header, padding and tag that leaves some 3,990. */
const textBytesMax = 3000;

export async function makePushKeys(): Promise<PushKeys> {
  const { default: push } = await import("web-push");
  return push.generateVAPIDKeys();
}

export function makePushNotifier(
  { keys, contact }: PushSettings,
  options: PostOptions,
): Notifier<AddressOn<"push">> {
  return {
    async send({ endpoint, p256dh, auth }, letter) {
      if (contact === undefined)
        return { kind: "failed", because: "push services want a desk.url, public_url or sender" };
      const { default: push } = await import("web-push");
      const request = () =>
        push.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payloadOf(letter), {
          vapidDetails: { subject: contact, ...vapid },
          TTL: keptSeconds,
          urgency: letter.urgent ? "high" : "normal",
          topic: letter.id,
        });
      const vapid = await keys();
      const made = attempt(request);
      if (made instanceof Error)
        return { kind: "failed", because: `this browser's keys can't be used: ${made.message}` };
      const headers = Object.fromEntries(
        Object.entries(made.headers).map(([name, value]) => [name, String(value)]),
      );
      const body = made.body ?? Buffer.alloc(0);
      return boundedPost({ url: endpoint, headers, body }, options, { endsWhenGone: true });
    },
  };
}

/** What the service worker reads. */
function payloadOf({ id, title, lines, link, language }: Letter): string {
  const body = cut(lines.join("\n"), textBytesMax);
  return JSON.stringify({ tag: id, title, body, link: link ?? null, lang: language });
}

function cut(text: string, bytesMax: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= bytesMax) return text;
  return `${new TextDecoder().decode(bytes.subarray(0, bytesMax)).replace(/\uFFFD+$/, "")}…`;
}

function attempt<T>(make: () => T): T | Error {
  try {
    return make();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
