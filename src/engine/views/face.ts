// What a profile shows: its picture, its name, its words and where they lead. Of a follow, a like
// or a boost nothing else is seen, and what such an account sells stands there.

import type { ActorProfile } from "../../model/activity.ts";
import type { Sketch } from "../../model/likeness.ts";
import type { Link } from "../../model/reading.ts";
import { linkShape, linkTo } from "../text/links.ts";
import { normalize } from "../text/normalize.ts";
import { formatOf, type Named, type Piece, readPiece } from "../text/piece.ts";
import type { Sight } from "./sight.ts";
import { shinglesOf, sketchSize } from "./sketch.ts";

const usual = { bio: 0.002, picture: 0.0005, mark: 0.0001, name: 0.005 } as const;

/** People link to the few sites where everybody has a page; a page of it belongs to one. */
const usualLink = { page: 0.004, site: 0.02 } as const;

/** A shorter bio is anybody's: "hello", "she/her". */
const bioMin = 20;

/** A shorter name is a first name. */
const nameMin = 8;

/** Chosen by us: all that one profile can make us look at. */
const [textMax, linksMax, fieldsMax, marksMax] = [4096, 2, 8, 2];

export interface Face {
  /** Name, bio and fields, normalised; empty where they say too little to tell anything. */
  readonly words: string;
  readonly sights: readonly Sight[];
}

export function faceOf(profile: ActorProfile, domain: string): Face {
  const bio = pieceOf(profile.summary);
  const fields = profile.fields.slice(0, fieldsMax).map(({ value }) => pieceOf(value));
  const links = linksIn([bio, ...fields], domain);
  const said = normalize(bio.words).text;
  const name = normalize(profile.name ?? "").text;
  const words = [name, said, ...fields.map((one) => normalize(one.words).text)].join(" ").trim();
  const sights: Sight[] = [...pictureSights(profile), ...links.flatMap(linkSights)];
  if (said.length >= bioMin) sights.push({ view: "bio", content: said, usual: usual.bio });
  if (name.length >= nameMin) sights.push({ view: "face", content: name, usual: usual.name });
  return { words: words.length >= bioMin ? words : "", sights };
}

/**
 * Every second of its shingles: what people say of themselves is made of formulas ("I like … and
 * being wrong about …"), so it counts half of what the same words in a post would.
 */
export function faceSketch({ words }: Face): Sketch {
  return shinglesOf(words)
    .filter((shingle) => (shingle & 4) === 0)
    .slice(0, sketchSize);
}

const nobody: Named = {
  users: new Set(),
  hosts: new Set(),
  hashtags: new Set(),
  authorHost: undefined,
};

function pieceOf(said = ""): Piece {
  const text = said.slice(0, textMax);
  return readPiece({ format: formatOf(text), text }, nobody);
}

/** A page on its own host is its own, and so are hashtags. */
function linksIn(pieces: readonly Piece[], domain: string): readonly Link[] {
  const links = new Map<string, Link>();
  for (const href of pieces.flatMap((piece) => piece.links)) {
    const link = linkTo(href, domain);
    if (link !== undefined && !link.own) links.set(link.url, link);
    if (links.size === linksMax) break;
  }
  return [...links.values()];
}

/** Known by the same keys as links in posts: what a post leads to, a profile may lead to. */
function linkSights(link: Link): readonly Sight[] {
  const page = linkShape(link);
  const as = "link";
  const site: Sight = { view: "bio", as, content: link.domain, usual: usualLink.site };
  // With a piece that varies it may be anybody's page on a site that makes them for all.
  if (page.includes("*")) return [site];
  return [{ view: "page", as, content: page, usual: usualLink.page }, site];
}

/** Pictures that software gives to whoever has none. */
const byDefault =
  /default|missing|placeholder|anonymous|no-?avatar|mystery|unknown|blank|person-\d/i;

/** Its file by name, where its host made one up for it, and what stays alike in a copy. */
function pictureSights({ icon = "", iconMarks }: ActorProfile): readonly Sight[] {
  const file =
    icon
      .replace(/[?#].*$/, "")
      .split("/")
      .at(-1) ?? "";
  const marks = iconMarks.slice(0, marksMax).map((mark) => sightOf(mark, usual.mark));
  if (file.length < 12 || byDefault.test(icon)) return marks;
  return [...marks, sightOf(file, usual.picture)];
}

function sightOf(content: string, share: number): Sight {
  return { view: "face", content, usual: share };
}
