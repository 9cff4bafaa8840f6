// What the desk says, in Japanese. The keys and gaps are those of en.ts.

import type { Translation } from "../words.ts";
import { access } from "./ja/access.ts";
import { appeal } from "./ja/appeal.ts";
import { audit } from "./ja/audit.ts";
import { caseWords } from "./ja/case.ts";
import { cases } from "./ja/cases.ts";
import { delivery } from "./ja/delivery.ts";
import { mine } from "./ja/mine.ts";
import { sessions } from "./ja/sessions.ts";
import { shell } from "./ja/shell.ts";
import { signIn } from "./ja/sign-in.ts";

// Each on a line of its own, in the order of the alphabet.
export const ja: Translation = {
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
