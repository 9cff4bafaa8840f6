// Letters for ntfy: published as JSON, so that titles may be in any language.

import type { Secret } from "../../base/secret.ts";
import type { AddressOn } from "../../model/subscription.ts";
import type { Notifier } from "../../ports/notifier.ts";
import { boundedPost, type PostOptions } from "./bounded-post.ts";

export interface NtfySettings {
  /** The configured server. */
  readonly url: string | undefined;
  readonly token: Secret | undefined;
}

/** ntfy's own words for 4 and 3: "high" and "default". */
const [high, usual] = [4, 3];

export function makeNtfyNotifier(
  { url, token }: NtfySettings,
  options: PostOptions,
): Notifier<AddressOn<"ntfy">> {
  return {
    async send({ server = url, topic }, letter) {
      if (server === undefined)
        return { kind: "failed", because: "notify.ntfy.url names no server" };
      const body = JSON.stringify({
        topic,
        title: letter.title,
        message: letter.lines.join("\n"),
        priority: letter.urgent ? high : usual,
        // What has the same takes the place of the one before.
        sequence_id: letter.id,
        ...(letter.link === undefined ? {} : { click: letter.link }),
      });
      // The token is the operator's, for the operator's server alone.
      const isOwn = server === url && token !== undefined;
      const headers = {
        "content-type": "application/json",
        ...(isOwn ? { authorization: `Bearer ${token.reveal()}` } : {}),
      };
      return boundedPost({ url: server, headers, body }, options, { endsWhenGone: false });
    },
  };
}
