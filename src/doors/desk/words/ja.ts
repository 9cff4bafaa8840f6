// What the desk says, in Japanese. The keys and gaps are those of en.ts.

import type { Translation } from "../words.ts";
import { access } from "./ja/access.ts";
import { appeal } from "./ja/appeal.ts";
import { audit } from "./ja/audit.ts";
import { caseWords } from "./ja/case.ts";
import { cases } from "./ja/cases.ts";
import { delivery } from "./ja/delivery.ts";
import { mine } from "./ja/mine.ts";
import { notices } from "./ja/notices.ts";
import { now } from "./ja/now.ts";
import { parties } from "./ja/parties.ts";
import { plot } from "./ja/plot.ts";
import { rules } from "./ja/rules.ts";
import { sessions } from "./ja/sessions.ts";
import { settings } from "./ja/settings.ts";
import { shell } from "./ja/shell.ts";
import { signIn } from "./ja/sign-in.ts";
import { signals } from "./ja/signals.ts";
import { tuning } from "./ja/tuning.ts";

// Each on a line of its own, in the order of the alphabet.
export const ja: Translation = {
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
