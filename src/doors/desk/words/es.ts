// What the desk says, in Spanish. The keys and gaps are those of en.ts.

import type { Translation } from "../words.ts";
import { access } from "./es/access.ts";
import { appeal } from "./es/appeal.ts";
import { audit } from "./es/audit.ts";
import { caseWords } from "./es/case.ts";
import { cases } from "./es/cases.ts";
import { delivery } from "./es/delivery.ts";
import { mine } from "./es/mine.ts";
import { sessions } from "./es/sessions.ts";
import { shell } from "./es/shell.ts";
import { signIn } from "./es/sign-in.ts";

// Each on a line of its own, in the order of the alphabet.
export const es: Translation = {
  access,
  appeal,
  audit,
  caseWords,
  cases,
  delivery,
  mine,
  sessions,
  shell,
  signIn,
};
