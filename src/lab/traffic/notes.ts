// Posts as five kinds of server write them, wrapped in their Create.

import { type EpochMs, isoTime } from "../../base/units.ts";
import { everybody, type Json, type Named, type Outgoing } from "../activities.ts";
import type { Dice } from "../dice.ts";
import type { RemoteActor, Software } from "./places.ts";

export type Visibility = "public" | "unlisted" | "followers" | "direct";

export interface Picture {
  readonly url: string;
  readonly blurhash: string;
  /** Alternative text. */
  readonly says?: string;
  readonly mediaType?: string;
}

export interface Say {
  /** Plain: links in it become links, a line break a break. */
  readonly text: string;
  readonly language: string;
  /** Whose handles stand before the text, and who is addressed. */
  readonly mentions?: readonly Named[];
  readonly replyTo?: string;
  /** Public where absent. */
  readonly visibility?: Visibility;
  readonly hashtags?: readonly string[];
  readonly pictures?: readonly Picture[];
  /** The words that a reader sees first and clicks away. */
  readonly warning?: string;
  /** The choices of a poll. */
  readonly poll?: readonly string[];
}

export const context = "https://www.w3.org/ns/activitystreams";

/** An id for something new, in the fashion of the author's server. */
export function newId(from: RemoteActor, what: string, at: EpochMs, dice: Dice): string {
  const origin = `https://${from.host.name}`;
  const uuid = (): string => [8, 4, 4, 4, 12].map((n) => dice.letters(hex, n)).join("-");
  switch (from.host.software) {
    case "mastodon":
      return `${from.id}/${what}/${(BigInt(at) << 16n) + BigInt(dice.int(0, 65_535))}`;
    case "misskey":
      return `${origin}/${what === "statuses" ? "notes" : what}/${misskeyId(at, dice)}`;
    case "pleroma":
      return `${origin}/${what === "statuses" ? "objects" : "activities"}/${uuid()}`;
    case "gotosocial":
      return `${from.id}/${what}/01${dice.letters("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 24)}`;
    case "lemmy":
      return what === "statuses"
        ? `${origin}/comment/${dice.int(10_000, 9_999_999)}`
        : `${origin}/activities/${what}/${uuid()}`;
  }
}

const hex = "0123456789abcdef";

function misskeyId(at: EpochMs, dice: Dice): string {
  const since2000 = at - Date.UTC(2000, 0, 1);
  return since2000.toString(36).padStart(8, "0") + dice.letters(`${hex}ghijkl`, 8);
}

/** A new post. `id` is the post's own, from `newId`. */
export function create(author: RemoteActor, id: string, at: EpochMs, say: Say): Outgoing {
  const object = note(author, id, at, say);
  const { to, cc } = object as unknown as { to: readonly string[]; cc: readonly string[] };
  const published = isoTime(at);
  const wrapped = { id: activityOf(author, id), type: "Create", actor: author.id, published };
  return { "@context": context, ...wrapped, to, cc, object };
}

function activityOf({ host }: RemoteActor, id: string): string {
  switch (host.software) {
    case "mastodon":
    case "misskey":
      return `${id}/activity`;
    case "gotosocial":
      return `${id}/activity#Create`;
    case "pleroma":
      return id.replace("/objects/", "/activities/");
    case "lemmy":
      return id.replace("/comment/", "/activities/create/");
  }
}

/** The post itself, as it also stands at its id. */
export function note(author: RemoteActor, id: string, at: EpochMs, say: Say): Json {
  const { software } = author.host;
  const content = html(software, say);
  return {
    id,
    type: say.poll === undefined ? "Note" : "Question",
    attributedTo: author.id,
    inReplyTo: say.replyTo ?? null,
    published: isoTime(at),
    ...addressing(author, say),
    sensitive: say.warning !== undefined,
    summary: say.warning ?? null,
    content,
    attachment: (say.pictures ?? []).map(attached),
    tag: tags(say),
    ...pollOf(say, at),
    ...habits(author, id, say, content),
  };
}

/** What only some software writes into a post. */
function habits({ host }: RemoteActor, id: string, say: Say, content: string): Json {
  const contentMap = { [say.language]: content };
  switch (host.software) {
    case "mastodon":
    case "gotosocial":
      return { url: id, contentMap, replies: { id: `${id}/replies`, type: "Collection" } };
    case "misskey": {
      const written = plain(say);
      const source = { content: written, mediaType: "text/x.misskeymarkdown" };
      return { _misskey_content: written, source };
    }
    case "pleroma":
      return { source: { content: plain(say), mediaType: "text/plain" }, context: `${id}/thread` };
    case "lemmy":
      return {
        mediaType: "text/html",
        source: { content: plain(say), mediaType: "text/markdown" },
        language: { identifier: say.language, name: say.language },
        distinguished: false,
      };
  }
}

function plain({ mentions = [], text, hashtags = [] }: Say): string {
  const handles = mentions.map(({ handle }) => `@${handle} `);
  return handles.join("") + text + hashtags.map((name) => ` #${name}`).join("");
}

function addressing(author: Named, { visibility = "public", mentions = [] }: Say): Json {
  const named = mentions.map(({ id }) => id);
  const followers = `${author.id}/followers`;
  switch (visibility) {
    case "public":
      return { to: [everybody], cc: [followers, ...named] };
    case "unlisted":
      return { to: [followers], cc: [everybody, ...named] };
    case "followers":
      return { to: [followers], cc: named };
    case "direct":
      return { to: named, cc: [] };
  }
}

function tags({ mentions = [], hashtags = [] }: Say): Json[] {
  return [
    ...mentions.map(({ id, handle }) => ({ type: "Mention", href: id, name: `@${handle}` })),
    ...hashtags.map((name) => ({ type: "Hashtag", name: `#${name}` })),
  ];
}

function attached({ url, blurhash, says, mediaType = "image/png" }: Picture): Json {
  const size = { width: 1080, height: 720 };
  return { type: "Document", mediaType, url, name: says ?? null, blurhash, ...size };
}

function pollOf({ poll }: Say, at: EpochMs): Json {
  if (poll === undefined) return {};
  const replies = { type: "Collection", totalItems: 0 };
  const endTime = isoTime((at + 24 * 3_600_000) as EpochMs);
  return {
    oneOf: poll.map((name) => ({ type: "Note", name, replies })),
    endTime,
    votersCount: 0,
  };
}

function html(software: Software, say: Say): string {
  const { text, mentions = [], hashtags = [] } = say;
  const handles = mentions.map((one) => `${mentionHtml(software, one)} `).join("");
  const words = escaped(text)
    .replace(/https?:\/\/[^\s<]+/g, (url) => linkHtml(software, url))
    .replaceAll("\n\n", "</p><p>")
    .replaceAll("\n", "<br>");
  const marks = hashtags.map((name) => ` <a href="#" class="mention hashtag">#${name}</a>`);
  return `<p>${handles}${words}${marks.join("")}</p>`;
}

function mentionHtml(software: Software, { id, handle }: Named): string {
  const name = handle.split("@", 1)[0];
  if (software === "misskey") return `<a href="${id}" class="u-url mention">@${handle}</a>`;
  if (software === "lemmy") return `<a href="${id}" rel="nofollow">@${handle}</a>`;
  const link = `<a href="${id}" class="u-url mention">@<span>${name}</span></a>`;
  return `<span class="h-card">${link}</span>`;
}

/** Mastodon hides the scheme and what makes a link long. */
function linkHtml(software: Software, url: string): string {
  if (software !== "mastodon") return `<a href="${url}" rel="ugc">${url}</a>`;
  const [, scheme = "", rest = ""] = /^(https?:\/\/)(.*)$/.exec(url) ?? [];
  const shown =
    rest.length <= 30
      ? `<span class="">${rest}</span><span class="invisible"></span>`
      : `<span class="ellipsis">${rest.slice(0, 30)}</span>` +
        `<span class="invisible">${rest.slice(30)}</span>`;
  const attributes = 'target="_blank" rel="nofollow noopener" translate="no"';
  return `<a href="${url}" ${attributes}><span class="invisible">${scheme}</span>${shown}</a>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
