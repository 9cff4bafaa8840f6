// Where a post leads: the whole address, and the place it stands at.

import type { Reading } from "../../model/reading.ts";
import { linkShape } from "../text/links.ts";
import type { Sight } from "./sight.ts";

/** Chosen by us: links of one post that are compared. */
const linksMax = 4;

/** One address in a thousand comes twice by chance, one site in two hundred; both are learned. */
const usual = { address: 0.001, site: 0.005 } as const;

export function linkTraits({ links }: Reading): readonly Sight[] {
  return links
    .filter((link) => !link.own)
    .slice(0, linksMax)
    .flatMap((link) => [
      { view: "link", content: linkShape(link), usual: usual.address },
      { view: "link", content: link.domain, usual: usual.site },
    ]);
}
