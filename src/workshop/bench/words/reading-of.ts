// A labelled text as the house reads a post: no handles, addresses apart, letters normalised.

import { linkTo } from "../../../engine/text/links.ts";
import { normalize } from "../../../engine/text/normalize.ts";
import { type Named, readPiece } from "../../../engine/text/piece.ts";
import type { Worded } from "../../../engine/words/features.ts";
import type { Link } from "../../../model/reading.ts";

/** Handles in the texts are masked as `@user`. */
const named: Named = {
  users: new Set(["user"]),
  hosts: new Set(),
  hashtags: new Set(),
  authorHost: undefined,
};

export function readingOf(text: string): Worded {
  const { text: shown, words, links } = readPiece({ format: "text", text }, named);
  return {
    text: shown,
    comparable: normalize(words).text,
    links: links.map((href) => linkTo(href, "")).filter((link): link is Link => link !== undefined),
  };
}
