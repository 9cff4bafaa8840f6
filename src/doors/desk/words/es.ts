// What the desk says, in Spanish. The keys and gaps are those of en.ts.

import type { Translation } from "../words.ts";
import { shell } from "./es/shell.ts";

// Each on a line of its own, in the order of the alphabet.
export const es: Translation = {
  shell,
};
