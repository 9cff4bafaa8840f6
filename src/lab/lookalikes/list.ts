// All classes of wanted mail that look like an attack, in the order of their codes.

import { circles } from "./circles.ts";
import { crowds } from "./crowds.ts";
import { formulaic } from "./formulaic.ts";
import type { LookAlike } from "./lookalike.ts";
import { machines } from "./machines.ts";
import { newcomers } from "./newcomers.ts";
import { platforms } from "./platforms.ts";

export const lookAlikes: readonly LookAlike[] = [
  ...newcomers,
  ...circles,
  ...formulaic,
  ...crowds,
  ...machines,
  ...platforms,
].sort((one, other) => (one.code < other.code ? -1 : 1));
