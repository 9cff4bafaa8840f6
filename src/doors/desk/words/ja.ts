// What the desk says, in Japanese. The keys and gaps are those of en.ts.

import type { Translation } from "../words.ts";
import { shell } from "./ja/shell.ts";

// Each on a line of its own, in the order of the alphabet.
export const ja: Translation = {
  shell,
};
