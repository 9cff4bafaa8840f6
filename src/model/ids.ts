// Names of things, branded so that one can't be passed for another.

import type { Brand } from "../base/units.ts";

/** The id that *we* gave one POST to an inbox. Nothing is filed under an id a stranger chose. */
export type Receipt = Brand<string, "Receipt">;

/** An actor's `id`, as the wire spells it. */
export type ActorId = Brand<string, "ActorId">;

/** The `id` of an activity or a post, as the wire spells it. */
export type ObjectId = Brand<string, "ObjectId">;

/** A host name: lower case, punycode, with the port only where it is not the scheme's own. */
export type Host = Brand<string, "Host">;

/** What one view of a post is compared by: `view:hash`. Two posts with an equal key look alike. */
export type ViewKey = Brand<string, "ViewKey">;

/** A URL whose host needs no parsing to be known, which is nearly every URL on the wire. */
const plainUrl = /^https:\/\/((?:(?!xn--)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]+)(?=\/)/;

/** The host of an absolute http(s) URL, undefined for anything else. */
export function hostOf(url: string): Host | undefined {
  const plain = plainUrl.exec(url)?.[1];
  if (plain !== undefined) return plain as Host;
  const parsed = URL.parse(url);
  if (parsed === null) return undefined;
  if (parsed.protocol !== "https:" && parsed.protocol !== "http:") return undefined;
  return parsed.host === "" ? undefined : (withoutRoot(parsed.host) as Host);
}

/** `home.example.`, with the root of all names at its end, is the same host for DNS. */
function withoutRoot(host: string): string {
  return host.includes(".:") || host.endsWith(".") ? host.replace(/\.+(?=:|$)/, "") : host;
}
