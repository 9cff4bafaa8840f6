// All signals, alphabetically by symbol; nothing registers itself on import.

import type { AnySignal } from "./signal.ts";

export const signals: readonly AnySignal[] = [];
