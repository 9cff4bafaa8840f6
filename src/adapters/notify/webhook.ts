// Letters as JSON, signed so that the receiver knows whose they are: the scheme of
// https://www.standardwebhooks.com, for which receivers find libraries in their language.

import { createHmac } from "node:crypto";
import type { Letter } from "../../model/letter.ts";
import type { AddressOn } from "../../model/subscription.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Notifier } from "../../ports/notifier.ts";
import { boundedPost, type PostOptions } from "./bounded-post.ts";

export function makeWebhookNotifier(
  options: PostOptions,
  clock: Pick<Clock, "now">,
): Notifier<AddressOn<"webhook">> {
  return {
    send({ url, secret }, letter) {
      const body = JSON.stringify(letterAsJson(letter));
      const timestamp = String(Math.floor(clock.now() / 1000));
      const headers = {
        "content-type": "application/json",
        "webhook-id": letter.id,
        "webhook-timestamp": timestamp,
        "webhook-signature": `v1,${signature(secret, `${letter.id}.${timestamp}.${body}`)}`,
      };
      return boundedPost({ url, headers, body }, options, { endsWhenGone: false });
    },
  };
}

function letterAsJson({ id, kind, title, lines, link, urgent, notices }: Letter): object {
  return { id, kind, title, lines, link: link ?? null, urgent, notices };
}

/** Secrets carry their bytes in base64 behind `whsec_`. */
function signature(secret: string, signed: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return createHmac("sha256", key).update(signed).digest("base64");
}
