// Who takes part in `npm run bench -- words`.

import type { NewContender } from "./contender.ts";
import { newOwn } from "./own.ts";

export const lineup: readonly NewContender[] = [newOwn];
