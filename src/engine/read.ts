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
  const posts = postsIn(arrival.activity);
  const pieces = readSources(sourcesOf(activity, posts), namedIn(posts, activity));
  const links = linksOf(posts, pieces, arrival.sender.domain);
  const { mentions, hashtags, attachments, blurhashes } = listedIn(posts);
  const ours = localHosts(arrival);
  return {
    text: shownText(pieces),
    comparable: joined(pieces, " ", (piece) => piece.normalized.text).trim(),
    links,
    mentions: few(mentions),
    hashtags: few(hashtags),
    attachments,
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
 * What carries a post comes first: it is what people would see.
 */
function innermost(activity: Activity): Activity {
  if (activity.objects.some((object) => object.kind === "post")) return activity;
  const wrapped: Activity[] = [];
  for (const object of activity.objects) {
    if (object.kind === "activity") wrapped.push(innermost(object.activity));
  }
  return wrapped.find(carriesPost) ?? wrapped[0] ?? activity;
}

function carriesPost(activity: Activity): boolean {
  return carried(activity).some((object) => object.kind === "post");
}

/** Servers send one post at a time; who sends more has a few of them read, not one chosen. */
const postsMax = 8;

/** Its own, and those of the activities that it wraps. */
function postsIn(activity: Activity, posts: Post[] = []): readonly Post[] {
  for (const object of carried(activity)) {
    if (posts.length >= postsMax) break;
    if (object.kind === "post") posts.push(object.post);
    else if (object.kind === "activity") postsIn(object.activity, posts);
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
  const sources: Source[] = [];
  for (const post of posts) addSources(sources, post);
  for (const object of activity.objects) {
    if (object.kind === "actor") sources.push(...profileSources(object.profile));
  }
  if (activity.content !== undefined) sources.push(aside(activity.content));
  return sources;
}

function addSources(sources: Source[], post: Post): void {
  const { title, warning, bodies, options, notes, attachments } = post;
  if (title !== undefined) sources.push(aside(title));
  if (warning !== undefined) sources.push(aside(warning));
  for (const { format, text } of bodies) sources.push({ format, text, isBody: true });
  for (const option of options) sources.push(aside(option));
  for (const note of notes) sources.push(aside(note));
  const tags = unsaidTags(post);
  if (tags !== "") sources.push(aside(tags));
  for (const { alt } of attachments) if (alt !== undefined) sources.push(aside(alt));
}

/** Fewer tags spell nothing; Lemmy and Mbin add one to every post. */
const spelledMin = 3;

/** Tags that stand in no body: servers show them below the post, and a sentence can be made so. */
function unsaidTags({ hashtags, bodies }: Post): string {
  if (hashtags.length < spelledMin) return "";
  const said = bodies.map(({ text }) => text.toLowerCase()).join(" ");
  const unsaid = hashtags.filter((tag) => !said.includes(tag.toLowerCase()));
  return unsaid.map((tag) => `#${tag}`).join(" ");
}

function profileSources(profile: ActorProfile): readonly Source[] {
  const { name, summary, fields } = profile;
  const texts = [name, summary, ...fields.flatMap((field) => [field.name, field.value])];
  return texts.filter((text) => text !== undefined && text !== "").map((text) => aside(text ?? ""));
}

function aside(text: string): Source {
  return { format: formatOf(text), text, isBody: false };
}

interface ReadPiece extends Omit<Piece, "words"> {
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
    const normalized = normalize(piece.words);
    // One ligature may become eighteen letters.
    budget -= Math.max(text.length, normalized.text.length);
    const letters = lettersOf(normalized.text);
    const { text: shown, links, hidden, cuts } = piece;
    pieces.push({ text: shown, links, hidden, cuts, isBody, normalized, letters });
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
  const shown = joined(pieces, "\n", (piece) => piece.text);
  const text = shown === "" ? joined(pieces, "\n", (piece) => piece.hidden.trim()) : shown;
  return text.toWellFormed();
}

/** Those that are not empty; cut at `textLengthMax`. */
function joined(
  pieces: readonly ReadPiece[],
  between: string,
  textOf: (piece: ReadPiece) => string,
): string {
  let all = "";
  for (const piece of pieces) {
    const text = textOf(piece);
    if (text !== "") all += all === "" ? text : between + text;
  }
  return all.slice(0, textLengthMax);
}

/** Each body by itself, what it hides by itself, and where no body says enough, the whole. */
function textKeysOf(pieces: readonly ReadPiece[]): Reading["keys"] {
  const texts: string[] = [];
  for (const { isBody, letters } of pieces) if (isBody) texts.push(letters);
  if (!texts.some(saysEnough)) texts.push(pieces.map((piece) => piece.letters).join(""));
  for (const { hidden } of pieces) {
    if (hidden !== "") texts.push(lettersOf(normalize(hidden).text));
  }
  return textKeys(texts);
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
  const authorHost = hashtags.size === 0 ? undefined : hostOf(activity.actor);
  return { users, hosts, hashtags, authorHost };
}

/** Addresses that are looked at to find `readingListMax` different links. */
const addressesMax = 4 * readingListMax;

/** In the text first, then what the post says it links to; its own page is no link. */
function linksOf(
  posts: readonly Post[],
  pieces: readonly Pick<Piece, "links">[],
  senderDomain: string,
): readonly Link[] {
  const links = new Map<string, Link>();
  const seen = new Set<string>();
  const add = (href: string, home?: string): void => {
    if (seen.has(href) || seen.size >= addressesMax) return;
    seen.add(href);
    if (home !== undefined && isAt(home, href)) return;
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

/** Tells of a post's own page, the only address of most posts, without making a link of it. */
function isAt(domain: string, href: string): boolean {
  const host = hostOf(href);
  return host !== undefined && domainOf(host) === domain;
}

/** What posts list beside their texts. */
interface Listed {
  readonly mentions: string[];
  readonly hashtags: string[];
  attachments: number;
  readonly blurhashes: string[];
}

function listedIn(posts: readonly Post[]): Listed {
  const listed: Listed = { mentions: [], hashtags: [], attachments: 0, blurhashes: [] };
  for (const post of posts) {
    for (const { name, href } of post.mentions) listed.mentions.push(name ?? href ?? "");
    listed.hashtags.push(...post.hashtags);
    for (const { kind, blurhash } of post.attachments) {
      if (kind === "link") continue;
      listed.attachments++;
      if (blurhash !== undefined) listed.blurhashes.push(blurhash);
    }
  }
  return listed;
}

function few(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => text !== "").slice(0, readingListMax);
}

/** Whom it reaches here tells which hosts are ours: who is answered or quoted is reached. */
function localHosts(arrival: Arrival): ReadonlySet<string> {
  const hosts = new Set<string>();
  for (const { actor } of arrival.audience.notified) {
    const host = hostOf(actor);
    if (host !== undefined) hosts.add(host);
  }
  return hosts;
}

function replyContext(posts: readonly Post[], ours: ReadonlySet<string>): ReplyContext {
  const post = posts.find((one) => one.inReplyTo.length > 0)?.inReplyTo[0];
  if (post === undefined) return { kind: "none" };
  return { kind: ours.has(hostOf(post) ?? "") ? "local" : "remote", post };
}

/** What names nothing and carries nothing could still be fetched by its own id. */
function aboutOf(activity: Activity, posts: readonly Post[]): readonly ObjectId[] {
  const about = new Set<ObjectId>();
  for (const post of posts) for (const quoted of post.quotes) about.add(quoted);
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
  for (const post of posts) {
    for (const { language } of post.bodies) if (language !== undefined) return language;
  }
  return undefined;
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
