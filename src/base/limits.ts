// Everything that a stranger controls has a bound, and all bounds stand here.
// A number without another source was chosen by us: several times what the
// largest legitimate documents seen in the wild need.

import { minute, second } from "./units.ts";

/** Bytes of a judged body. Mastodon answers 413 above 1 MB since 4.5.5. */
export const bodyBytesMax = 1024 * 1024;

/** Nesting of a JSON document; deeper is refused. ActivityPub needs about 8. */
export const jsonDepthMax = 64;

/** Activities inside activities that are read: Lemmy's Announce{Undo{Like}} is three. */
export const activityNestingMax = 3;

/** Characters of any single id or URL; longer ones are ignored. */
export const urlLengthMax = 2048;

/** Entries read from any list: to, cc, tag, attachment, object … The rest is counted, not read. */
export const listLengthMax = 1000;

/** Characters of HTML that are read of one post; the rest is not compared. */
export const htmlLengthMax = 256 * 1024;

/** Characters of visible text kept in a reading. Mastodon's default is 500, articles reach 60 k. */
export const textLengthMax = 64 * 1024;

/** Links, mentions, hashtags and attachments kept in a reading, each. */
export const readingListMax = 256;

/** Fields and bytes of a signature header before we stop looking. */
export const signatureHeaderBytesMax = 8 * 1024;

/** Local recipients that are asked about one by one; beyond, the count alone speaks. */
export const recipientsMax = 256;

/** Our own work on one delivery, without waiting for strangers. */
export const checkTimeMs = 250;

/** How long a delivery's connection waits for an unknown key. Senders wait 9 s or longer. */
export const keyWaitMs = 4 * second;

/** One guarded fetch: bytes, time, redirects, in flight per host. */
export const fetchBytesMax = 256 * 1024;
export const fetchTimeMs = 3 * second;
export const fetchRedirectsMax = 3;
export const fetchesPerHostMax = 4;

/** A key that failed to verify is fetched again at most this often. */
export const keyRefetchMs = 5 * minute;

/** Bytes of an answer of the home server that we keep to show. */
export const answerBytesMax = 64 * 1024;
