// What the desk says, in French. The keys and gaps are those of en.ts.

import type { Translation } from "../words.ts";
import { shell } from "./fr/shell.ts";

// Each on a line of its own, in the order of the alphabet.
export const fr: Translation = {
  shell,
};
