// All that the desk says, in English. Other languages have the same keys with the same gaps
// (ICU message syntax).

import { plot } from "./en/plot.ts";
import { shell } from "./en/shell.ts";
import { signIn } from "./en/sign-in.ts";

export const en = { plot, shell, signIn };
