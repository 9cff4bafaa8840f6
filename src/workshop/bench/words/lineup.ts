// Who takes part in `npm run bench -- words`, ours first; rspamd last, since it stays running.

import { bogofilter } from "./bogofilter.ts";
import type { Entry } from "./contender.ts";
import { crm114Osb, crm114Osbf } from "./crm114.ts";
import { fasttext } from "./fasttext.ts";
import { own, ownUnbounded } from "./own.ts";
import { rspamd } from "./rspamd.ts";
import { spamassassin } from "./spamassassin.ts";

export const lineup: readonly Entry[] = [
  own,
  ownUnbounded,
  fasttext,
  crm114Osb,
  crm114Osbf,
  bogofilter,
  spamassassin,
  rspamd,
];
