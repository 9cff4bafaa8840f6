// Writes docs/operators/privacy.md from the constants that keep its promises:
// bin/node src/workshop/privacy-page.ts

import { writeFileSync } from "node:fs";
import { longestWindowMs } from "../adapters/process/windows.ts";
import { storeLimits } from "../adapters/sqlite/store.ts";
import { formatDuration } from "../base/quantity.ts";
import { halfLifeDays } from "../engine/fading.ts";
import { lessonsMax } from "../model/lesson.ts";
import { endedKeptMs } from "../services/admin-rules.ts";
import { appealsKeptMs } from "../services/appeals.ts";
import { auditKeptMs } from "../services/audit.ts";
import { notesKeptMs } from "../services/cases/notes.ts";
import { longestMs } from "../services/cases/orders.ts";
import { chronicleKeptMs } from "../services/chronicler.ts";
import { configMap } from "../services/config-leaves.ts";
import { firstContactsKeptMs, firstContactsMax } from "../services/first-contacts.ts";
import { lessonsKeptMs } from "../services/learn.ts";
import { noticesKeptMs } from "../services/notify/notices.ts";
import { sessionLastsMs } from "../services/sessions.ts";

interface Kept {
  readonly what: string;
  readonly where: string;
  readonly howLong: string;
  readonly why: string;
}

const expireAfter = String(configMap.leaves.find(({ name }) => name === "expire_after")?.default);
const chronicleKept = formatDuration(chronicleKeptMs).replace(/d$/, " days");
const window = formatDuration(longestWindowMs).replace(/d$/, " days");
const heldDays = expireAfter.replace(/d$/, " days");
const heldFor = `${heldDays} (\`expire_after\`)`;
const lessonsKept = formatDuration(lessonsKeptMs).replace(/d$/, " days");
const countedFor = formatDuration(firstContactsKeptMs).replace(/d$/, " days");
const scrubbed = formatDuration(storeLimits.scrubAfterMs).replace(/s$/, " seconds");

/** Every place where something about a person lies. `where` names tables as they are called. */
export const retention: readonly Kept[] = [
  {
    what: "Accepted mail: its text",
    where: "nowhere",
    howLong: "not kept",
    why: "it is passed on and forgotten",
  },
  {
    what: "Mail kept back, as it came: text, header fields, the delivering machine's address",
    where: "`kept`, `kept_bytes`",
    howLong: `until it is let in or taken back by its author; else at most ${heldFor}`,
    why: "it may still be let in, byte for byte",
  },
  {
    what:
      "What is left of it then: sender, ids, verdict (its reasons may name a link's domain), " +
      "view keys; no longer whom it was for, but by the inbox it came to",
    where: "`kept`",
    howLong: `${heldFor} more`,
    why: "the same delivery sent again shares its fate; a moderator can see what was done",
  },
  {
    what:
      "Decisions on strangers' mail, accepted or not: sender, the post's id, campaign, signals, " +
      "score, what was done",
    where: "`decisions`",
    howLong: chronicleKept,
    why: "to explain them, for `breakwater week` and recalls; no word of the post",
  },
  {
    what: "What became of those senders: deleted, suspended, gone, complained of, welcomed",
    where: "`senders`",
    howLong: `${chronicleKept} after they wrote last`,
    why: "whether it was right to keep their mail back",
  },
  {
    what:
      "What first contacts were found to show: signals, strengths, the day, what was ruled on " +
      "them, a digest of their campaign",
    where: "`settings`",
    howLong: `${countedFor}, the latest ${firstContactsMax.toLocaleString("en")}`,
    why: "the hold threshold and weights are set by them (`tune`); names nobody",
  },
  {
    what: "Numbers of deliveries that passed unread, by hour and reason",
    where: "`passed`",
    howLong: chronicleKept,
    why: "`breakwater week`; names nobody",
  },
  {
    what: "Who wrote to whom unasked, and view keys of such posts (salted digests, no text)",
    where: "memory and its journal",
    howLong: window,
    why: "waves are seen by what many strangers share",
  },
  {
    what:
      "Remote actors: first seen, days of good mail and of posts, rulings, whether the account " +
      "ended, what local people did to them",
    where: "memory and its journal",
    howLong: `fades by half in ${halfLifeDays} days; the longest unseen go first`,
    why: "who is known here is not a stranger",
  },
  {
    what:
      "Of your people who complained of somebody: how often a moderator agreed since, and how " +
      "often not",
    where: "memory and its journal",
    howLong: "as long as they complain now and then; the longest unseen go first",
    why: "who was wrong before counts for less, so that a crowd can frame nobody",
  },
  {
    what:
      "Of a host: how many newcomers wrote here each day, how many of them were welcomed, and " +
      "how many people its strangers clicked",
    where: "memory and its journal",
    howLong: window,
    why: "a surge is told from a host's usual day; names nobody",
  },
  {
    what: "Whom those boosted or answered whom your people follow, the latest few of each",
    where: "memory and its journal",
    howLong: window,
    why: "who takes part where your people read is less of a stranger",
  },
  {
    what: "Other servers' documents: public profiles and keys",
    where: "`documents`",
    howLong: `the latest ${storeLimits.documentsMax.toLocaleString("en")}`,
    why: "signatures are verified with them",
  },
  {
    what: "Whom your people follow, where your server shows it to everybody",
    where: "`documents`; as ties in memory and its journal",
    howLong: "until they follow them no more",
    why: "mail that was asked for passes",
  },
  {
    what:
      "What rulings taught of words: hashed features of the post (no text, though who has a " +
      "dictionary could guess words), label, sender and domain as salted digests; of private " +
      "posts only where they were ruled spam",
    where: "`lessons`",
    howLong: `${lessonsKept}, and at most ${lessonsMax.ruling.toLocaleString("en")}`,
    why: "the classifier of words is made of them again, without those that are taken back",
  },
  {
    what: "What you taught with `breakwater learn`, likewise hashed",
    where: "`lessons`",
    howLong: `the latest ${lessonsMax.file.toLocaleString("en")}`,
    why: "the same",
  },
  {
    what: "Hashed features of the latest thousand or so strangers' posts",
    where: "the gate's own memory, never on disk",
    howLong: "until others displace them, or it ends",
    why: "a ruling may come when the text is gone",
  },
  {
    what: "Posts that were let in and ruled spam since: sender, ids, who got them",
    where: "`recalls`",
    howLong: heldFor,
    why: "to withdraw them at home",
  },
  {
    what: "Names of campaigns that were ruled on, with who ruled",
    where: "`campaigns`",
    howLong: `${heldFor} after the last of it`,
    why: "a case keeps its ruling; names nobody outside",
  },
  {
    what: "Reports to your moderators: who was reported, how often, from which domains",
    where: "`reports`",
    howLong: heldFor,
    why: "many reports on the same people are one case; not what they say",
  },
  {
    what: "Rules on hosts and actors, with who made them and why",
    where: "`rules`",
    howLong: "until they end or are dropped",
    why: "an admin's decision",
  },
  {
    what:
      "Rules of an admin's own, with who wrote them and why; how much they met, and the receipts " +
      "of the last of it",
    where: "`own_records`",
    howLong: `${formatDuration(endedKeptMs).replace(/d$/, " days")} after they ended`,
    why: "an admin's decision, and whether it was a good one",
  },
  {
    what: "Hosts that nobody looks after: domain, numbers, since when",
    where: "`settings`",
    howLong: "a week after the last that was ruled spam",
    why: "their strangers wait, or are held; names no person",
  },
  {
    what:
      "Orders by admins, with their names; the gate's own key; questions to a running gate, and " +
      "rulings that it has to learn from",
    where: "`settings`, `errands`, `rulings`",
    howLong: "until replaced, answered or learned",
    why: "they must survive a restart",
  },
  {
    what:
      "Who is signed in at the desk: name, role, browser and system in two words, since when; " +
      "the secret itself as a digest",
    where: "`own_records`",
    howLong: `${formatDuration(sessionLastsMs).replace(/d$/, " days")}, or until they sign out`,
    why: "a session; no address is kept",
  },
  {
    what: "Tokens for the desk as digests, with their owners' names",
    where: "`own_records`",
    howLong: "until they end or are dropped",
    why: "they let in",
  },
  {
    what: "Who did what at the desk or by a command, and who was refused entry",
    where: "`own_records`",
    howLong: formatDuration(auditKeptMs).replace(/d$/, " days"),
    why: "the audit",
  },
  {
    what:
      "Standing orders on campaigns, and the posts that they go by: hashes of their words, " +
      "links and pictures, with their senders",
    where: "`own_records`",
    howLong: `until the order ends: by itself within ${formatDuration(longestMs)}, or on its day`,
    why: "what comes later is known by them; a sender who is forgotten leaves none",
  },
  {
    what: "Notes on cases, and who looks after which",
    where: "`own_records`",
    howLong: `notes ${formatDuration(notesKeptMs).replace(/d$/, " days")}; the other until changed`,
    why: "moderators work together",
  },
  {
    what: "Appeals: whom or what they name, what was written with them, who answered",
    where: "`own_records`",
    howLong: formatDuration(appealsKeptMs).replace(/d$/, " days"),
    why: "a moderator looks at what they are about; not where they came from",
  },
  {
    what:
      "Who is told of waves and troubles: moderators' names, and the addresses that they gave; " +
      "what the other side said last",
    where: "`own_records`",
    howLong: "until they drop it",
    why: "notices; a webhook's secret and a browser's keys lie with it",
  },
  {
    what: "Notices: campaigns' numbers and counts, hosts on the ladder, who appealed",
    where: "`own_records`",
    howLong: formatDuration(noticesKeptMs).replace(/d$/, " days"),
    why: "nobody is told twice",
  },
  {
    what: "Log lines: receipts, senders, verdicts, never text",
    where: "wherever you keep logs",
    howLong: "as you set it there",
    why: "to see what the gate does",
  },
  {
    what: "A traffic log, if you record one (`breakwater record`)",
    where: "the file that you name",
    howLong: "until you delete it",
    why: "to try settings on your own mail; private posts only where you ask for them",
  },
];

/** The page that this checkout needs. */
export function privacyPage(): string {
  const rows = retention.map(
    (one) => `| ${[one.what, one.where, one.howLong, one.why].join(" | ")} |`,
  );
  return `${intro}
| what | where | how long | why |
| --- | --- | --- | --- |
${rows.join("\n")}

${rest}`;
}

const intro = `# Privacy

Generated from the constants in the code: change them there, then run
\`bin/node src/workshop/privacy-page.ts\`.

Breakwater reads what strangers send to the people on your server, private messages among it, and
keeps as little of it as it can. All of it lies in the state folder, which nobody but the gate's
own account can read. Names in \`code\` are tables of \`breakwater.db\`.
`;

const rest = `Deleted means gone from the disk: freed space is overwritten, and the write-ahead log
is emptied within ${scrubbed}. A scenario in \`src/lab/\` has known words kept by the gate, lets
them in, has them taken back, expired and forgotten, and looks for them in every file of the state
folder, also in base64. Backups and snapshots that you make are yours to delete.

What we ask others: public keys and profiles of those who send mail here, and, for a week after a
stranger wrote here, now and then whether its account still stands; and your own server, whom your
people follow. Nothing that is derived from a post leaves the server.

People for whom something was held see it at the desk where you allow it (\`desk.recipients\`).
A moderator sees who sent a kept message, to whom and why it was kept; its words only by asking for
them (\`breakwater cases show --body\`).

## When somebody asks

- What is known of me? \`breakwater export @user@host\`
- Delete it. \`breakwater forget @user@host\`: from every table above, from memory and its journal,
  with everything of theirs that waits. See [the command line](../cli.md).

## For your privacy notice

A paragraph to copy and adapt:

> To protect people here from spam, messages from other servers pass a filter (Breakwater) that
> runs on our own machine. It looks at who writes to whom and compares texts by fingerprints. A
> message that looks like spam is kept back, for minutes or until a moderator has looked at it,
> and at most ${heldDays}; moderators see its text only when they ask for it. Of messages that are
> let in it keeps no text. Why it decided as it did it remembers for ${chronicleKept}, who wrote
> to whom unasked for ${window}. Nothing of this is passed on to anybody. We rest this on our
> legitimate interest in keeping the service usable (Art. 6(1)(f) GDPR). Ask us if you want to know
> what is stored about you, or have it deleted.
`;

if (import.meta.main) {
  writeFileSync(new URL("../../docs/operators/privacy.md", import.meta.url), privacyPage());
}
