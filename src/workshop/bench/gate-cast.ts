// Who sends in a load: actors with real keys and documents, and the people here who follow them.

import { type EpochMs, isoTime } from "../../base/units.ts";
import type { Named } from "../../lab/activities.ts";
import { type KeyPair, keyIdOf } from "../../lab/sign.ts";
import type { ActorId } from "../../model/ids.ts";
import type { LocalAct } from "../../model/local-act.ts";
import type { CachedDocument } from "../../ports/documents.ts";

export const homeHost = "home.example";
export const homeOrigin = `https://${homeHost}`;

export interface Sender extends Named {
  readonly host: string;
  readonly key: KeyPair;
  readonly keyId: string;
  /** One that shows neither name, nor picture, nor words. */
  readonly bare: boolean;
}

export function senderOn(host: string, name: string, key: KeyPair, bare = false): Sender {
  const id = `https://${host}/users/${name}`;
  return { id, handle: `${name}@${host}`, host, key, keyId: keyIdOf(id, "mastodon"), bare };
}

export function personHere(number: number): Named {
  return { id: `${homeOrigin}/users/p${number}`, handle: `p${number}@${homeHost}` };
}

export function followed(by: Named, sender: Sender, at: EpochMs): LocalAct {
  return { at, action: "follow", by: by.id as ActorId, actor: sender.id as ActorId };
}

/** What a fetch of the sender would have brought, so that none is needed. */
export function documentOf(sender: Sender, at: EpochMs): CachedDocument {
  const body = JSON.stringify(actorDocument(sender, at));
  return { url: sender.id, fetchedAt: at, outcome: { kind: "found", body } };
}

export function actorDocument({ id, handle, host, key, keyId, bare }: Sender, at: EpochMs) {
  const icon = { type: "Image", mediaType: "image/png", url: `https://${host}/avatars/1.png` };
  const words = { name: "Sam Sample", summary: "<p>Ponds, birds and late trains.</p>", icon };
  return {
    "@context": ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"],
    id,
    type: "Person",
    preferredUsername: handle.split("@", 1)[0],
    published: isoTime(at),
    url: id,
    inbox: `${id}/inbox`,
    outbox: `${id}/outbox`,
    followers: `${id}/followers`,
    following: `${id}/following`,
    endpoints: { sharedInbox: `https://${host}/inbox` },
    ...(bare ? {} : words),
    publicKey: { id: keyId, owner: id, publicKeyPem: key.publicPem },
  };
}
