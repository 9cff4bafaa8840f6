// Activities as servers write them on the wire, in Mastodon's shape.

import { type EpochMs, isoTime } from "../base/units.ts";

export type Json = Record<string, unknown>;

/** What goes out: an activity has an id of its own. */
export type Outgoing = Json & { readonly id: string };

/** Somebody as others name them. */
export interface Named {
  readonly id: string;
  /** `name@host`, without the leading `@`. */
  readonly handle: string;
}

export interface Words {
  readonly text: string;
  readonly mentions: readonly Named[];
  readonly replyTo: string | undefined;
  readonly visibility: "public" | "unlisted" | "followers" | "direct";
  readonly language: string;
  readonly hashtags: readonly string[];
}

export const everybody = "https://www.w3.org/ns/activitystreams#Public";
const context = "https://www.w3.org/ns/activitystreams";

/** A new post, wrapped in its Create. `id` is the post's. */
export function create(author: Named, id: string, at: EpochMs, words: Words): Outgoing {
  const addressed = addressing(author, words);
  const published = isoTime(at);
  const object = {
    id,
    type: "Note",
    attributedTo: author.id,
    inReplyTo: words.replyTo ?? null,
    published,
    url: id,
    ...addressed,
    sensitive: false,
    summary: null,
    content: html(words),
    contentMap: { [words.language]: html(words) },
    attachment: [],
    tag: tags(words),
  };
  const activity = { id: `${id}/activity`, type: "Create", actor: author.id, published };
  return { "@context": context, ...activity, ...addressed, object };
}

/** The same post with other words. */
export function update(author: Named, created: Outgoing, at: EpochMs, words: Words): Outgoing {
  const { to, cc, object: before } = created;
  const object = { ...(before as Outgoing), content: html(words), updated: isoTime(at) };
  const id = `${object.id}#updates/${at}`;
  return { "@context": context, id, type: "Update", actor: author.id, to, cc, object };
}

/** Of a post, by the id of its object; of the account itself, by its own. */
export function erase(author: Named, id: string, object: string): Outgoing {
  const to = [everybody];
  return { "@context": context, id: `${id}#delete`, type: "Delete", actor: author.id, to, object };
}

export function follow(author: Named, id: string, whom: string): Outgoing {
  return { "@context": context, id, type: "Follow", actor: author.id, object: whom };
}

export function like(author: Named, id: string, post: string): Outgoing {
  return { "@context": context, id, type: "Like", actor: author.id, object: post };
}

export function announce(
  author: Named,
  id: string,
  at: EpochMs,
  post: string,
  owner: string,
): Outgoing {
  const to = [everybody];
  const cc = [`${author.id}/followers`, owner];
  const published = isoTime(at);
  const activity = { id, type: "Announce", actor: author.id, published };
  return { "@context": context, ...activity, to, cc, object: post };
}

function addressing(author: Named, words: Words): { to: string[]; cc: string[] } {
  const named = words.mentions.map((one) => one.id);
  const followers = `${author.id}/followers`;
  switch (words.visibility) {
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

function tags(words: Words): Json[] {
  const mentions = words.mentions.map((one) => ({
    type: "Mention",
    href: one.id,
    name: `@${one.handle}`,
  }));
  const hashtags = words.hashtags.map((name) => ({ type: "Hashtag", name: `#${name}` }));
  return [...mentions, ...hashtags];
}

function html({ text, mentions, hashtags }: Words): string {
  const handles = mentions.map(
    ({ id, handle }) =>
      `<span class="h-card"><a href="${id}" class="u-url mention">@<span>${
        handle.split("@", 1)[0]
      }</span></a></span> `,
  );
  const links = escaped(text).replace(
    /https?:\/\/[^\s<]+/g,
    (url) => `<a href="${url}" rel="nofollow noopener" target="_blank">${url}</a>`,
  );
  const marks = hashtags.map((name) => ` <a href="#" class="mention hashtag">#${name}</a>`);
  return `<p>${handles.join("")}${links}${marks.join("")}</p>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
