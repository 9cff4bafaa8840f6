// Remote hosts and the people on them, with the documents by which they present themselves.

import { type EpochMs, isoTime } from "../../base/units.ts";
import type { Json, Named } from "../activities.ts";
import type { Dice } from "../dice.ts";
import type { Page } from "./lines.ts";

export type Software = "mastodon" | "misskey" | "pleroma" | "gotosocial" | "lemmy";

export interface RemoteHost {
  readonly name: string;
  readonly software: Software;
  readonly version: string;
  /** Where its deliveries come from. */
  readonly ip: string;
  /** How many people NodeInfo says it has. */
  readonly people: number;
  readonly openRegistrations: boolean;
}

export interface Profile {
  readonly type: "Person" | "Service" | "Group";
  readonly name: string;
  /** Plain text; may hold links. */
  readonly summary: string;
  readonly avatar: boolean;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly joined: EpochMs;
  readonly followers: number;
  readonly following: number;
  readonly posts: number;
  readonly alsoKnownAs: readonly string[];
}

export interface RemoteActor extends Named {
  readonly username: string;
  readonly host: RemoteHost;
  readonly profile: Profile;
}

const versions: Readonly<Record<Software, readonly string[]>> = {
  mastodon: ["4.5.6", "4.4.9", "4.3.15", "4.2.29", "4.6.0"],
  misskey: ["2025.12.2", "2025.4.1", "2024.11.0"],
  pleroma: ["2.9.1", "2.10.0", "3.15.2"],
  gotosocial: ["0.20.2", "0.19.1", "0.21.0"],
  lemmy: ["0.19.14", "0.19.11"],
};

/** `more` decides what chance would have. */
export function someHost(dice: Dice, name: string, more: Partial<RemoteHost> = {}): RemoteHost {
  const software = more.software ?? dice.pick(["mastodon", "mastodon", "misskey", "pleroma"]);
  return {
    name,
    software,
    version: dice.pick(versions[software]),
    // TEST-NET-2 and the benchmarking network: addresses that are nobody's.
    ip: `198.${dice.pick(["18", "19"])}.${dice.int(0, 255)}.${dice.int(1, 254)}`,
    people: Math.round(10 ** (dice.int(0, 40) / 10)),
    openRegistrations: dice.chance(0.5),
    ...more,
  };
}

/** Nothing told about oneself: what a fresh account shows. */
export function bare(joined: EpochMs): Profile {
  return {
    type: "Person",
    name: "",
    summary: "",
    avatar: false,
    fields: [],
    joined,
    followers: 0,
    following: 0,
    posts: 0,
    alsoKnownAs: [],
  };
}

export function actorOn(host: RemoteHost, username: string, profile: Profile): RemoteActor {
  const id = `https://${host.name}${idPath(host.software, username, profile)}`;
  return { id, handle: `${username}@${host.name}`, username, host, profile };
}

function idPath(software: Software, username: string, profile: Profile): string {
  if (software === "lemmy") return profile.type === "Group" ? `/c/${username}` : `/u/${username}`;
  if (software !== "misskey") return `/users/${username}`;
  return `/users/${base36(profile.joined, 8)}${username.replace(/\W/g, "").slice(0, 8)}`;
}

function base36(value: number, digits: number): string {
  return Math.floor(value).toString(36).padStart(digits, "0").slice(-digits);
}

export function hostPages(host: RemoteHost, at: EpochMs): Page[] {
  const href = `https://${host.name}/nodeinfo/2.0`;
  const rel = "http://nodeinfo.diaspora.software/ns/schema/2.0";
  const active = Math.ceil(host.people * 0.3);
  const users = { total: host.people, activeMonth: active, activeHalfyear: active };
  const described = {
    version: "2.0",
    software: { name: host.software, version: host.version },
    protocols: ["activitypub"],
    services: { inbound: [], outbound: [] },
    openRegistrations: host.openRegistrations,
    usage: { users, localPosts: host.people * 40 },
    metadata: {},
  };
  return [
    page(at, `https://${host.name}/.well-known/nodeinfo`, { links: [{ rel, href }] }),
    page(at, href, described),
  ];
}

/** The actor's document, and its collections with their counts. */
export function actorPages(actor: RemoteActor, at: EpochMs): Page[] {
  const { followers, following, posts } = actor.profile;
  const counted = (name: string, totalItems: number): Page => {
    const id = `${actor.id}/${name}`;
    return page(at, id, { "@context": context, id, type: "OrderedCollection", totalItems });
  };
  const own = page(at, actor.id, actorDocument(actor));
  if (actor.host.software === "lemmy") return [own];
  return [
    own,
    counted("followers", followers),
    counted("following", following),
    counted("outbox", posts),
  ];
}

export function page(at: EpochMs, url: string, body: Json | null): Page {
  return { type: "document", at, url, body };
}

const context = ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"];

export function actorDocument(actor: RemoteActor): Json {
  const { id, username, host, profile } = actor;
  const origin = `https://${host.name}`;
  const written = `<p>${profile.summary}</p>`;
  return {
    "@context": context,
    id,
    type: profile.type,
    preferredUsername: username,
    name: profile.name || username,
    summary: profile.summary === "" ? "" : written,
    url: host.software === "lemmy" ? id : `${origin}/@${username}`,
    inbox: `${id}/inbox`,
    outbox: `${id}/outbox`,
    ...(host.software === "lemmy"
      ? {}
      : { followers: `${id}/followers`, following: `${id}/following` }),
    endpoints: { sharedInbox: host.software === "lemmy" ? `${origin}/inbox` : sharedOf(host) },
    publicKey: { id: keyOf(actor), owner: id, publicKeyPem: pretendKey(username) },
    ...(profile.avatar ? { icon: { type: "Image", url: avatarOf(actor) } } : {}),
    ...(profile.alsoKnownAs.length > 0 ? { alsoKnownAs: profile.alsoKnownAs } : {}),
    attachment: profile.fields.map(([name, value]) => ({ type: "PropertyValue", name, value })),
    ...habitsOf(actor),
  };
}

/** What only some software writes into an actor's document. */
function habitsOf({ host, profile }: RemoteActor): Json {
  const published = isoTime(profile.joined);
  switch (host.software) {
    case "mastodon":
      // Mastodon tells the day only.
      return {
        published: `${published.slice(0, 10)}T00:00:00Z`,
        manuallyApprovesFollowers: false,
        discoverable: true,
        indexable: false,
        memorial: false,
        tag: [],
      };
    case "misskey":
      return { _misskey_summary: profile.summary, isCat: false, manuallyApprovesFollowers: false };
    case "pleroma":
      return { capabilities: { acceptsChatMessages: true }, discoverable: false, tag: [] };
    case "gotosocial":
      return { published, discoverable: true, manuallyApprovesFollowers: true };
    case "lemmy":
      return { published };
  }
}

function sharedOf(host: RemoteHost): string {
  return `https://${host.name}/inbox`;
}

function keyOf({ id, host }: RemoteActor): string {
  return host.software === "gotosocial" ? `${id}/main-key` : `${id}#main-key`;
}

/** No key of anybody: in a log, signatures are told and not verified. */
function pretendKey(username: string): string {
  return `-----BEGIN PUBLIC KEY-----\npretend ${username}\n-----END PUBLIC KEY-----\n`;
}

function avatarOf({ host, username }: RemoteActor): string {
  return `https://${host.name}/media/avatars/${username}.png`;
}
