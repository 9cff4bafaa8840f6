// The commands' parts, connected to the real house. Loaded only by commands that need it.

import { buildHouse, openStore, replayHouse } from "../wire.ts";
import type { Parts } from "./parts.ts";

export const parts: Parts = { openStore, buildHouse, replayHouse };
