// What the desk says, in French. The keys and gaps are those of en.ts.

import type { Translation } from "../words.ts";
import { access } from "./fr/access.ts";
import { appeal } from "./fr/appeal.ts";
import { audit } from "./fr/audit.ts";
import { caseWords } from "./fr/case.ts";
import { cases } from "./fr/cases.ts";
import { delivery } from "./fr/delivery.ts";
import { mine } from "./fr/mine.ts";
import { notices } from "./fr/notices.ts";
import { now } from "./fr/now.ts";
import { parties } from "./fr/parties.ts";
import { plot } from "./fr/plot.ts";
import { rules } from "./fr/rules.ts";
import { sessions } from "./fr/sessions.ts";
import { settings } from "./fr/settings.ts";
import { shell } from "./fr/shell.ts";
import { signIn } from "./fr/sign-in.ts";
import { signals } from "./fr/signals.ts";
import { tuning } from "./fr/tuning.ts";

// Each on a line of its own, in the order of the alphabet.
export const fr: Translation = {
  access,
  appeal,
  audit,
  cases,
  caseWords,
  delivery,
  mine,
  notices,
  now,
  parties,
  plot,
  rules,
  sessions,
  settings,
  shell,
  signals,
  signIn,
  tuning,
};
