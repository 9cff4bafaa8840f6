// Every page of the desk on a phone.

import { openWalk, testLooks } from "./desk-walk.ts";

const walk = await openWalk();
for (const scheme of ["light", "dark"] as const) testLooks(walk, { width: 390, scheme });
