// A text without a post around it, as a reading would have it.

import type { Link } from "../../model/reading.ts";
import { linkTo } from "../text/links.ts";
import { normalize } from "../text/normalize.ts";
import { formatOf, type Named, readPiece } from "../text/piece.ts";
import type { Worded } from "./features.ts";

/** Whoever is named in it, nobody says of whom it is a mention. */
const nobody: Named = {
  users: new Set(),
  hosts: new Set(),
  hashtags: new Set(),
  authorHost: undefined,
};

const handle = /(^|\s)@[\w.-]+(?:@[\w.-]+)?/g;

export function wordedText(text: string): Worded {
  const plain = text.replace(handle, "$1@");
  const { text: shown, words, links } = readPiece({ format: formatOf(text), text: plain }, nobody);
  return {
    text: shown,
    comparable: normalize(words).text,
    links: links.map((href) => linkTo(href, "")).filter((one): one is Link => one !== undefined),
  };
}
