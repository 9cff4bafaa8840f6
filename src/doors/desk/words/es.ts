// What the desk says, in Spanish. The keys and gaps are those of en.ts.

import type { Translation } from "../words.ts";
import { access } from "./es/access.ts";
import { appeal } from "./es/appeal.ts";
import { audit } from "./es/audit.ts";
import { caseWords } from "./es/case.ts";
import { cases } from "./es/cases.ts";
import { delivery } from "./es/delivery.ts";
import { mine } from "./es/mine.ts";
import { notices } from "./es/notices.ts";
import { now } from "./es/now.ts";
import { parties } from "./es/parties.ts";
import { plot } from "./es/plot.ts";
import { rules } from "./es/rules.ts";
import { sessions } from "./es/sessions.ts";
import { settings } from "./es/settings.ts";
import { shell } from "./es/shell.ts";
import { signIn } from "./es/sign-in.ts";
import { signals } from "./es/signals.ts";
import { tuning } from "./es/tuning.ts";

// Each on a line of its own, in the order of the alphabet.
export const es: Translation = {
  access,
  appeal,
  audit,
  caseWords,
  cases,
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
  signIn,
  signals,
  tuning,
};
