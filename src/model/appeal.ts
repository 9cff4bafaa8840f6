// Somebody asks that what they sent be looked at: of whom or of what, as they name it.

import type { EpochMs } from "../base/units.ts";
import type { CampaignId } from "./campaign.ts";
import { type ActorId, type Host, hostOf, type Receipt } from "./ids.ts";
import type { KeptSummary } from "./kept.ts";

/** What an appeal is about. */
export interface AppealSubject {
  /** As it is shown: `@anna@harbor.example`, or an address. */
  readonly text: string;
  readonly host: Host;
  /** What it is compared by. */
  readonly names: readonly string[];
}

export interface Appeal {
  readonly id: string;
  readonly subject: AppealSubject;
  /** What a stranger wrote; may be empty. */
  readonly text: string;
  readonly firstAt: EpochMs;
  /** How often the same was asked. */
  readonly times: number;
  /** What of it was kept when it was asked for the first time: the latest of them. */
  readonly receipts: readonly Receipt[];
  readonly campaigns: readonly CampaignId[];
  /** Who looked, and how that ended. */
  readonly closed: { readonly by: string; readonly at: EpochMs; readonly how: string } | undefined;
}

const handleForm = /^@?([\w](?:[\w.-]{0,62}\w)?)@([a-z0-9.-]{1,253}(?::\d{1,5})?)$/i;
const profilePath = /^\/(?:@|users\/|u\/|profile\/|accounts\/)([\w.-]{1,64})\/?$/;
/** As people see a post's address, on servers where its id is another. */
const postPath = /^\/@([\w.-]{1,64})\/([\w-]{4,64})\/?$/;

/** Undefined for what is neither a handle nor a web address. */
export function appealSubjectIn(given: string): AppealSubject | undefined {
  const text = given.trim();
  if (text.length > 500) return undefined;
  const [, user = "", named = ""] = handleForm.exec(text) ?? [];
  if (user !== "") {
    const host = hostOf(`https://${named.toLowerCase()}/`);
    if (host === undefined || !host.includes(".")) return undefined;
    const handle = handleOf(user, host);
    return { text: handle, host, names: [handle] };
  }
  const url = URL.parse(text);
  const host = url === null ? undefined : hostOf(url.href);
  if (url === null || host === undefined || url.username !== "" || url.password !== "")
    return undefined;
  url.hash = "";
  const { pathname } = url;
  const names = [url.href];
  const profile = profilePath.exec(pathname)?.[1];
  if (profile !== undefined) names.push(handleOf(profile, host));
  const post = postPath.exec(pathname)?.[2];
  if (post !== undefined) names.push(postOf(post, host));
  return { text: url.href.slice(0, 500), host, names };
}

/** As an appeal names an account. */
export function handleOf(user: string, host: Host): string {
  return `@${user.toLowerCase()}@${host}`;
}

function postOf(id: string, host: Host): string {
  return `post ${id} of ${host}`;
}

type Named = Pick<KeptSummary, "sender" | "author" | "activityId" | "objectId">;

/** Every name by which somebody may ask for what is kept. */
export function appealNamesOf({ sender, author, activityId, objectId }: Named): readonly string[] {
  const actors = [sender, ...(author === undefined ? [] : [author])];
  const names: string[] = [...actors];
  for (const actor of actors) {
    const host = hostOf(actor);
    const last = lastPart(actor)?.replace(/^@/, "");
    if (host !== undefined && last !== undefined) names.push(handleOf(last, host));
  }
  for (const id of [activityId, objectId]) if (id !== undefined) names.push(id);
  const host = objectId === undefined ? undefined : hostOf(objectId);
  const post = objectId === undefined ? undefined : lastPart(objectId);
  if (host !== undefined && post !== undefined) names.push(postOf(post, host));
  return names;
}

/** Whether it names an actor, or something below its address. */
export function isOfActor({ names }: AppealSubject, sender: ActorId): boolean {
  const nothing = { author: undefined, activityId: undefined, objectId: undefined };
  const theirs = appealNamesOf({ sender, ...nothing });
  return names.some((name) => theirs.includes(name) || name.startsWith(`${sender}/`));
}

function lastPart(url: string): string | undefined {
  return URL.parse(url)
    ?.pathname.split("/")
    .findLast((one) => one !== "");
}
