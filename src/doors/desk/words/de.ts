// What the desk says, in German. The keys and gaps are those of en.ts.

import type { Translation } from "../words.ts";
import { access } from "./de/access.ts";
import { appeal } from "./de/appeal.ts";
import { audit } from "./de/audit.ts";
import { caseWords } from "./de/case.ts";
import { cases } from "./de/cases.ts";
import { delivery } from "./de/delivery.ts";
import { mine } from "./de/mine.ts";
import { notices } from "./de/notices.ts";
import { now } from "./de/now.ts";
import { parties } from "./de/parties.ts";
import { plot } from "./de/plot.ts";
import { rules } from "./de/rules.ts";
import { sessions } from "./de/sessions.ts";
import { settings } from "./de/settings.ts";
import { shell } from "./de/shell.ts";
import { signIn } from "./de/sign-in.ts";
import { signals } from "./de/signals.ts";
import { tuning } from "./de/tuning.ts";

// Each on a line of its own, in the order of the alphabet.
export const de: Translation = {
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
