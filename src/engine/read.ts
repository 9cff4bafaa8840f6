// From an activity to what a person would see of it: derived once, by pure code.

import { htmlLengthMax, readingListMax, textLengthMax } from "../base/limits.ts";
import type { Activity, ActivityObject, ActorProfile, Post, PostBody } from "../model/activity.ts";
import type { Arrival } from "../model/arrival.ts";
import { hostOf, type ObjectId } from "../model/ids.ts";
import type { Link, Reading, ReplyContext } from "../model/reading.ts";
import { domainOf } from "./text/domain.ts";
import { lettersOf, linkKeys, mediaKeys, saysEnough, textKeys } from "./text/keys.ts";
import { linkTo } from "./text/links.ts";
import { type Normalized, normalize } from "./text/normalize.ts";
import { formatOf, type Named, type Piece, readPiece } from "./text/piece.ts";
import { visibilityOf } from "./visibility.ts";

/**
 * Reads what an arrival carries: its post, the post inside an activity that it wraps, a
 * profile. What only points at something (a boost, a follow, a like) is `about` it. Pure and
 * total; bounded by `htmlLengthMax` in work and by `textLengthMax` and `readingListMax` in size.
 */
export function read(arrival: Arrival): Reading {
  const activity = innermost(arrival.activity);
  const posts = postsOf(activity);
  const pieces = readSources(sourcesOf(activity, posts), namedIn(posts, activity));
  const links = linksOf(posts, pieces, arrival.sender.domain);
  const attachments = posts.flatMap((post) => post.attachments.filter(isMedia));
  const blurhashes = attachments.map((one) => one.blurhash).filter((hash) => hash !== undefined);
  const ours = localHosts(arrival);
  return {
    text: shownText(pieces),
    comparable: joined(pieces.map((piece) => piece.normalized.text)),
    links,
    mentions: few(posts.flatMap((post) => post.mentions.map((one) => one.name ?? one.href ?? ""))),
    hashtags: few(posts.flatMap((post) => post.hashtags)),
    attachments: attachments.length,
    blurhashes: few(blurhashes),
    visibility: visibilityOf(activity, posts),
    replyTo: replyContext(posts, ours),
    about: aboutOf(activity, posts),
    language: languageOf(posts),
    disguise: disguiseOf(pieces),
    keys: [...textKeysOf(pieces), ...linkKeys(links, ours), ...mediaKeys(blurhashes)],
  };
}

/**
 * A community's Announce and an Undo are about what they wrap; parsing bounds the nesting.
 * A post beside a wrapped activity is read: it is what people would see.
 */
function innermost(activity: Activity): Activity {
  if (activity.objects.some((object) => object.kind === "post")) return activity;
  for (const object of activity.objects) {
    if (object.kind === "activity") return innermost(object.activity);
  }
  return activity;
}

/** Servers send one post at a time; who sends more has a few of them read, not one chosen. */
const postsMax = 8;

function postsOf(activity: Activity): readonly Post[] {
  const posts: Post[] = [];
  for (const object of carried(activity)) {
    if (object.kind === "post" && posts.length < postsMax) posts.push(object.post);
  }
  return posts;
}

function carried(activity: Activity): readonly ActivityObject[] {
  const { objects, instrument } = activity;
  return instrument === undefined ? objects : [...objects, instrument];
}

/** A text to read, and whether it is a body: what a post is mainly known by. */
interface Source extends Pick<PostBody, "format" | "text"> {
  readonly isBody: boolean;
}

function sourcesOf(activity: Activity, posts: readonly Post[]): readonly Source[] {
  const sources = posts.flatMap(postSources);
  for (const object of activity.objects) {
    if (object.kind === "actor") sources.push(...profileSources(object.profile));
  }
  return activity.content === undefined ? sources : [...sources, aside(activity.content)];
}

function postSources(post: Post): readonly Source[] {
  const { title, warning, bodies, options, attachments } = post;
  const sources: Source[] = [];
  if (title !== undefined) sources.push(aside(title));
  if (warning !== undefined) sources.push(aside(warning));
  for (const { format, text } of bodies) sources.push({ format, text, isBody: true });
  for (const option of options) sources.push(aside(option));
  for (const { alt } of attachments) if (alt !== undefined) sources.push(aside(alt));
  return sources;
}

function profileSources(profile: ActorProfile): readonly Source[] {
  const { name, summary, fields } = profile;
  const texts = [name, summary, ...fields.flatMap((field) => [field.name, field.value])];
  return texts.filter((text) => text !== undefined && text !== "").map((text) => aside(text ?? ""));
}

function aside(text: string): Source {
  return { format: formatOf(text), text, isBody: false };
}

interface ReadPiece extends Piece {
  readonly isBody: boolean;
  readonly normalized: Normalized;
  readonly letters: string;
}

/**
 * Reads until the budget of one activity is spent, `htmlLengthMax` characters of markup, and
 * leaves out what only repeats another piece.
 */
function readSources(sources: readonly Source[], named: Named): readonly ReadPiece[] {
  const pieces: ReadPiece[] = [];
  let budget = htmlLengthMax;
  for (const { format, text, isBody } of sources.slice(0, readingListMax)) {
    if (budget <= 0) break;
    const piece = readPiece({ format, text: text.slice(0, budget) }, named);
    budget -= text.length;
    const normalized = normalize(piece.words);
    pieces.push({ ...piece, isBody, normalized, letters: lettersOf(normalized.text) });
  }
  return pieces.length === 1 ? pieces : withoutRepeats(pieces);
}

/**
 * Sources and language maps say again what the content says, in another format; excerpts
 * in a summary say how it begins. What they link to stays, in case they do not agree.
 */
function withoutRepeats(pieces: readonly ReadPiece[]): readonly ReadPiece[] {
  const bodies: ReadPiece[] = [];
  const asides = new Set<string>();
  const all = pieces.filter((piece) => piece.isBody);
  return pieces.map((piece) => {
    const repeated = piece.isBody
      ? bodies.some((body) => beginsWith(body, piece.letters))
      : asides.has(piece.text) || isExcerpt(piece, all);
    if (piece.isBody) bodies.push(piece);
    else asides.add(piece.text);
    return repeated ? { ...piece, text: "", normalized: unsaid, letters: "" } : piece;
  });
}

/** A poll's option may begin like the question by chance; an excerpt is longer than that. */
function isExcerpt({ letters }: ReadPiece, bodies: readonly ReadPiece[]): boolean {
  return saysEnough(letters) && bodies.some((body) => beginsWith(body, letters));
}

const unsaid: Normalized = { text: "", invisible: 0, lookalikes: 0 };

/** Misskey adds `RE: …` to the content of a quote, so a body's beginning is enough. */
function beginsWith(body: ReadPiece, letters: string): boolean {
  return letters !== "" && body.letters.startsWith(letters);
}

function shownText(pieces: readonly ReadPiece[]): string {
  const shown = pieces.filter((piece) => piece.text !== "");
  const text = shown.map((piece) => piece.text).join("\n");
  if (text !== "") return text.slice(0, textLengthMax).toWellFormed();
  const hidden = pieces.map((piece) => piece.hidden.trim()).filter((one) => one !== "");
  return hidden.join("\n").slice(0, textLengthMax).toWellFormed();
}

function joined(texts: readonly string[]): string {
  const text = texts.filter((one) => one !== "").join(" ");
  return text.slice(0, textLengthMax).trim();
}

/** Each body by itself, what it hides by itself, and where no body says enough, the whole. */
function textKeysOf(pieces: readonly ReadPiece[]): Reading["keys"] {
  const bodies = pieces.filter((piece) => piece.isBody);
  const hidden = pieces.filter((piece) => piece.hidden !== "").map((piece) => piece.hidden);
  const texts = bodies.map((piece) => piece.letters);
  const whole = texts.some(saysEnough) ? [] : [pieces.map((piece) => piece.letters).join("")];
  const concealed = hidden.map((text) => lettersOf(normalize(text).text));
  return textKeys([...texts, ...whole, ...concealed]);
}

function namedIn(posts: readonly Post[], activity: Activity): Named {
  const users = new Set<string>();
  const hosts = new Set<string>();
  const hashtags = new Set<string>();
  for (const post of posts) {
    for (const tag of post.hashtags) hashtags.add(tag.toLowerCase());
    for (const { href, name } of post.mentions) {
      const [user, at] = (name ?? "").replace(/^@/, "").toLowerCase().split("@", 2);
      if (user) users.add(user);
      if (at) hosts.add(at);
      const host = href === undefined ? undefined : hostOf(href);
      if (host !== undefined) hosts.add(host);
    }
  }
  return { users, hosts, hashtags, authorHost: hostOf(activity.actor) };
}

/** Addresses that are looked at to find `readingListMax` different links. */
const addressesMax = 4 * readingListMax;

/** In the text first, then what the post says it links to; its own page is no link. */
function linksOf(
  posts: readonly Post[],
  pieces: readonly Piece[],
  senderDomain: string,
): readonly Link[] {
  const links = new Map<string, Link>();
  const seen = new Set<string>();
  const add = (href: string, home?: string): void => {
    if (seen.has(href) || seen.size >= addressesMax) return;
    seen.add(href);
    const link = linkTo(href, senderDomain);
    if (link !== undefined && link.domain !== home) links.set(link.url, link);
  };
  for (const piece of pieces) for (const href of piece.links) add(href);
  for (const post of posts) {
    const home = domainOf(hostOf(post.id ?? "") ?? "");
    for (const href of post.links) add(href, home);
  }
  return [...links.values()].slice(0, readingListMax);
}

function isMedia(attachment: Post["attachments"][number]): boolean {
  return attachment.kind !== "link";
}

function few(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => text !== "").slice(0, readingListMax);
}

/** Whom it reaches here tells which hosts are ours: who is answered or quoted is reached. */
function localHosts(arrival: Arrival): ReadonlySet<string> {
  const hosts = arrival.audience.notified.map(({ actor }) => hostOf(actor));
  return new Set(hosts.filter((host) => host !== undefined));
}

function replyContext(posts: readonly Post[], ours: ReadonlySet<string>): ReplyContext {
  const post = posts.flatMap((one) => one.inReplyTo)[0];
  if (post === undefined) return { kind: "none" };
  return { kind: ours.has(hostOf(post) ?? "") ? "local" : "remote", post };
}

/** What names nothing and carries nothing could still be fetched by its own id. */
function aboutOf(activity: Activity, posts: readonly Post[]): readonly ObjectId[] {
  const about = new Set<ObjectId>(posts.flatMap((post) => post.quotes));
  for (const object of carried(activity)) {
    if (object.kind === "reference") about.add(object.id);
    if (object.kind === "actor") about.add(object.profile.id as string as ObjectId);
    if (object.kind === "other" && object.id !== undefined) about.add(object.id);
  }
  if (activity.target !== undefined) about.add(activity.target as ObjectId);
  if (about.size === 0 && posts.length === 0 && activity.id !== undefined) about.add(activity.id);
  return [...about].slice(0, readingListMax);
}

function languageOf(posts: readonly Post[]): string | undefined {
  return posts.flatMap((post) => post.bodies).find((body) => body.language !== undefined)?.language;
}

function disguiseOf(pieces: readonly ReadPiece[]): Reading["disguise"] {
  const disguise = { invisible: 0, lookalikes: 0, markup: 0 };
  for (const { normalized, cuts } of pieces) {
    disguise.invisible += normalized.invisible;
    disguise.lookalikes += normalized.lookalikes;
    disguise.markup += cuts;
  }
  return disguise;
}
