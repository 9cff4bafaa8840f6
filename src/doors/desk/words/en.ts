// All that the desk says, in English. Other languages have the same keys with the same gaps
// (ICU message syntax).

import { access } from "./en/access.ts";
import { appeal } from "./en/appeal.ts";
import { audit } from "./en/audit.ts";
import { caseWords } from "./en/case.ts";
import { cases } from "./en/cases.ts";
import { delivery } from "./en/delivery.ts";
import { mine } from "./en/mine.ts";
import { notices } from "./en/notices.ts";
import { now } from "./en/now.ts";
import { parties } from "./en/parties.ts";
import { plot } from "./en/plot.ts";
import { rules } from "./en/rules.ts";
import { sessions } from "./en/sessions.ts";
import { settings } from "./en/settings.ts";
import { shell } from "./en/shell.ts";
import { signIn } from "./en/sign-in.ts";
import { signals } from "./en/signals.ts";
import { tuning } from "./en/tuning.ts";

export const en = {
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
