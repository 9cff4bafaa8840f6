// What people type to be told, at the desk or on the command line, to what it means.

import { err, ok, type Result } from "../../base/result.ts";
import { isEmailAddress } from "../../model/email-address.ts";
import type { Address, Channel } from "../../model/subscription.ts";
import { minutesIn } from "./daytime.ts";
import { newWebhookSecret } from "./subscriptions.ts";

/** Channels whose address can be typed; a browser's comes from the browser. */
export const typedChannels = ["email", "webhook", "ntfy"] as const satisfies readonly Channel[];
export type TypedChannel = (typeof typedChannels)[number];

/** Or what was wanted instead: "the address must be …". A webhook gets a new secret. */
export function addressTyped(channel: TypedChannel, typed: string): Result<Address, string> {
  const text = typed.trim();
  switch (channel) {
    case "email":
      if (!isEmailAddress(text)) return err("such as alice@home.example");
      return ok({ channel, address: text });
    case "webhook":
      if (!isUrl(text)) return err("a URL such as https://chat.example/hook");
      return ok({ channel, url: text, secret: newWebhookSecret() });
    case "ntfy":
      return ntfyTyped(text);
  }
}

/** `wall`, on the configured server, or `https://ntfy.example/wall`. */
function ntfyTyped(text: string): Result<Address, string> {
  const [, server, topic = ""] = /^(?:(https?:\/\/\S+)\/)?([\w-]{1,64})$/.exec(text) ?? [];
  if (topic !== "") return ok({ channel: "ntfy", server, topic });
  return err("a topic such as wall-4f1c, or https://ntfy.example/wall-4f1c");
}

function isUrl(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

/** "8:00, 18:00"; nothing and "none" are none. Or the one that is no time. */
export function digestTyped(typed: string): Result<readonly number[], string> {
  const text = typed.trim();
  if (text === "" || text === "none") return ok([]);
  const minutes: number[] = [];
  for (const one of text.split(",")) {
    const at = minutesIn(one);
    if (at === undefined) return err(one.trim());
    minutes.push(at);
  }
  return ok(minutes);
}
