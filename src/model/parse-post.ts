// Posts in all spellings: where servers put their text, whom they name, what
// they answer, quote and attach.

import { htmlLengthMax, listLengthMax, urlLengthMax } from "../base/limits.ts";
import type { Addressing, Attachment, Mention, Post, PostBody } from "./activity.ts";
import type { ActorId, ObjectId } from "./ids.ts";
import {
  countOf,
  firstIdOf,
  flagOf,
  idOf,
  idsOf,
  isWire,
  languagesOf,
  listOf,
  mappedTextOf,
  mediaTypeOf,
  momentOf,
  presentOf,
  sizeOf,
  textOf,
  typesOf,
  type Wire,
} from "./parse-fields.ts";
import { isUnsure } from "./parse-names.ts";

/** `around`: the `tag` of the activity it came in, where Lemmy puts a comment's mentions. */
export function postOf(wire: Wire, around?: unknown): Post {
  const tags = [...listOf(wire.tag), ...listOf(around)].filter(isWire);
  const attachments = presentOf(filesOf(wire), attachmentOf);
  return {
    type: typesOf(wire)[0] ?? "Object",
    id: idOf(wire) as ObjectId | undefined,
    attributedTo: idsOf<ActorId>(wire.attributedTo),
    inReplyTo: idsOf<ObjectId>(wire.inReplyTo),
    quotes: quotesOf(wire, tags),
    replies: repliesOf(wire),
    addressed: addressingOf(wire),
    directMessage: flagOf(wire.directMessage),
    published: momentOf(wire.published),
    updated: momentOf(wire.updated),
    sensitive: flagOf(wire.sensitive) ?? false,
    title: mappedTextOf(wire.name, wire.nameMap),
    warning: mappedTextOf(wire.summary, wire.summaryMap),
    bodies: bodiesOf(wire),
    options: optionsOf(wire),
    notes: notesOf(wire),
    ...taggedOf(tags),
    attachments,
    links: linksOf(wire, tags, attachments),
    tagsTotal: Math.max(countOf(wire.tag), countOf(around)),
  };
}

function filesOf(wire: Wire): readonly unknown[] {
  const pictures = listOf(wire.image).map((url) => (isWire(url) ? url : { type: "Image", url }));
  const own = listOf(wire.url).find(isMedia);
  const files = [...listOf(wire.attachment), ...pictures];
  if (own !== undefined) files.push(own);
  return files.slice(0, listLengthMax);
}

/**
 * To, cc and audience, each a string, a list, or objects with an id. An entry longer than
 * any URL is cut and kept: what a server makes of its beginning may still be somebody here.
 */
export function addressingOf(wire: Wire): Addressing {
  const to = addressesOf(wire.to);
  const cc = addressesOf(wire.cc);
  const audience = addressesOf(wire.audience);
  const hidden = isUnsure(wire) ? 1 : 0;
  const unread = unreadOf(wire.to) + unreadOf(wire.cc) + unreadOf(wire.audience) + hidden;
  return { to, cc, audience, total: to.length + cc.length + audience.length + unread };
}

function unreadOf(value: unknown): number {
  return Math.max(0, countOf(value) - listLengthMax);
}

function addressesOf(value: unknown): readonly string[] {
  const addresses: string[] = [];
  for (const entry of listOf(value)) {
    const address = textOf(isWire(entry) ? (entry.id ?? entry["@id"]) : entry, urlLengthMax);
    if (address !== undefined) addresses.push(address.trim());
  }
  return addresses;
}

/**
 * Every body that some server would show: Misskey prefers the source to the content. Maps
 * come last, so that no number of translations pushes another body beyond what is read.
 */
function bodiesOf(wire: Wire): readonly PostBody[] {
  const bodies = new Map<string, PostBody>();
  const add = (text: string | undefined, mediaType = "text/html", language?: string): void => {
    if (text === undefined || text === "") return;
    const known = bodies.get(text);
    const format = known?.format ?? formatOf(mediaType);
    bodies.set(text, { format, text, language: known?.language ?? language });
  };
  const said = mediaTypeOf(wire);
  add(textOf(wire.content, htmlLengthMax), said, spokenLanguage(wire.language));
  const source: Wire = isWire(wire.source) ? wire.source : { content: wire.source };
  add(textOf(source.content, htmlLengthMax), mediaTypeOf(source) ?? "text/plain");
  add(textOf(wire._misskey_content, htmlLengthMax), "text/plain");
  // What servers without a page for articles show instead (FEP-b2b8).
  const preview: Wire = isWire(wire.preview) ? wire.preview : {};
  add(mappedTextOf(preview.content, preview.contentMap, htmlLengthMax), mediaTypeOf(preview));
  for (const one of languagesOf(wire.contentMap, htmlLengthMax)) {
    add(one.text, said, one.language);
  }
  return [...bodies.values()];
}

/** Content is HTML unless it says otherwise (ActivityStreams 2.0 vocabulary, `content`). */
function formatOf(mediaType: string): PostBody["format"] {
  return mediaType.includes("html") ? "html" : "text";
}

/** Lemmy's `language: { identifier }`; its `und` says nothing. */
function spokenLanguage(value: unknown): string | undefined {
  const said = textOf(isWire(value) ? value.identifier : value, 35);
  return said === "und" ? undefined : said;
}

function optionsOf(wire: Wire): readonly string[] {
  const options = [...listOf(wire.oneOf), ...listOf(wire.anyOf)].slice(0, listLengthMax);
  return presentOf(options, (option) =>
    isWire(option) ? mappedTextOf(option.name, option.nameMap) : undefined,
  );
}

/** Mobilizon, Gancio and Friendica tell where an event is; PeerTube how to support a channel. */
function notesOf(wire: Wire): readonly string[] {
  const places = presentOf(listOf(wire.location), (place) =>
    isWire(place) ? mappedTextOf(place.name, place.nameMap) : textOf(place),
  );
  return [...places, ...presentOf([wire.support], (text) => textOf(text))];
}

/** Listed in the post itself or on the first page: what needs another look-up is left alone. */
function repliesOf({ replies }: Wire): readonly ObjectId[] {
  if (!isWire(replies)) return [];
  const page: Wire = isWire(replies.first) ? replies.first : {};
  return idsOf(replies.items, replies.orderedItems, page.items, page.orderedItems);
}

function taggedOf(tags: readonly Wire[]): Pick<Post, "mentions" | "hashtags" | "emoji"> {
  const mentions = new Map<string, Mention>();
  const hashtags = new Set<string>();
  const emoji = new Set<string>();
  for (const tag of tags) {
    const types = typesOf(tag);
    const name = textOf(tag.name, urlLengthMax);
    const href = firstIdOf(tag.href);
    if (types.includes("Mention")) mentions.set(`${href} ${name}`, { href, name });
    else if (name === undefined) continue;
    else if (types.includes("Hashtag")) hashtags.add(name.replace(/^#/, ""));
    else if (types.includes("Emoji")) emoji.add(`:${name.replace(/^:|:$/g, "")}:`);
  }
  return { mentions: [...mentions.values()], hashtags: [...hashtags], emoji: [...emoji] };
}

const quoteRelation = "https://misskey-hub.net/ns#_misskey_quote";

/** All spellings of a quote: FEP-044f, Misskey's, Fedibird's, and FEP-e232's link tags. */
function quotesOf(wire: Wire, tags: readonly Wire[]): readonly ObjectId[] {
  const linked = tags.filter(isQuoteTag).map((tag) => tag.href);
  return idsOf(wire.quote, wire._misskey_quote, wire.quoteUrl, wire.quoteUri, ...linked);
}

function isQuoteTag(tag: Wire): boolean {
  if (!typesOf(tag).includes("Link")) return false;
  if (listOf(tag.rel).includes(quoteRelation)) return true;
  return /^application\/(?:activity\+json|ld\+json)/.test(mediaTypeOf(tag) ?? "");
}

function linksOf(
  wire: Wire,
  tags: readonly Wire[],
  attachments: readonly Attachment[],
): readonly string[] {
  const links = new Set<string | undefined>();
  for (const page of listOf(wire.url)) if (isPage(page)) links.add(longIdOf(page));
  for (const { kind, url } of attachments) if (kind === "link") links.add(url);
  for (const tag of tags) {
    if (typesOf(tag).includes("Link") && !isQuoteTag(tag)) links.add(longIdOf(tag.href));
  }
  links.delete(undefined);
  return [...links] as string[];
}

/** PeerTube lists a video's files and streams beside its page. */
function isPage(value: unknown): boolean {
  if (!isWire(value)) return true;
  return formatOf(mediaTypeOf(value) ?? "text/html") === "html";
}

/** A video or photo that is the post itself: its files stand in `url`, of which one is enough. */
function isMedia(value: unknown): boolean {
  if (!isWire(value)) return false;
  return /^(?:image|video|audio)\//.test(mediaTypeOf(value) ?? "");
}

/** A link is worth its host even where it is too long to be an id, so it is cut, not dropped. */
function longIdOf(value: unknown): string | undefined {
  const link = isWire(value) ? (value.href ?? value.url ?? value.id) : value;
  return textOf(link, urlLengthMax)?.trim();
}

function attachmentOf(value: unknown): Attachment | undefined {
  const wire: Wire = isWire(value) ? value : { type: "Link", href: value };
  const url = longIdOf(wire.href ?? listOf(wire.url)[0]);
  const alt = mappedTextOf(wire.name, wire.nameMap) ?? textOf(wire.summary);
  const mediaType = mediaTypeOf(wire);
  const kind = attachmentKind(wire, mediaType);
  if (url === undefined && alt === undefined) return undefined;
  const { blurhash, width, height } = wire;
  return {
    kind,
    url,
    mediaType,
    alt,
    blurhash: textOf(blurhash, 200),
    width: sizeOf(width),
    height: sizeOf(height),
  };
}

function attachmentKind(wire: Wire, mediaType: string | undefined): Attachment["kind"] {
  const types = typesOf(wire);
  const media = mediaType?.split("/", 1)[0];
  for (const kind of ["image", "video", "audio"] as const) {
    if (media === kind || types.some((type) => type.toLowerCase() === kind)) return kind;
  }
  const isLink = types.includes("Link") || types.includes("Page") || wire.href !== undefined;
  return isLink ? "link" : "other";
}
