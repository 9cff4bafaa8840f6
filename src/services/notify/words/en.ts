// What moderators are told, in English.

import type { NotifyWords, Shown } from "./words.ts";

const some = (count: number, one: string, many: string, { number }: Shown): string =>
  `${number(count)} ${count === 1 ? one : many}`;

const posts = (count: number, shown: Shown) => some(count, "delivery", "deliveries", shown);

export const en: NotifyWords = {
  occasions: {
    wave: ({ campaign, held, domains, recipients, until }, shown) => ({
      title: `Wave ${campaign}: ${shown.number(held)} held`,
      line:
        `${campaign} is a wave: ${posts(held, shown)} held, from ` +
        `${some(domains, "domain", "domains", shown)}, meant for ` +
        `${some(recipients, "person", "people", shown)} here.` +
        (until === undefined
          ? ""
          : ` The home server takes the first of them until ${shown.time(until)}.`),
    }),
    "wave grew": ({ campaign, held, before, domains }, shown) => ({
      title: `Wave ${campaign} grew to ${shown.number(held)}`,
      line:
        `Wave ${campaign} grew from ${shown.number(before)} to ${posts(held, shown)}, from ` +
        `${some(domains, "domain", "domains", shown)}. Nobody has ruled on it yet.`,
    }),
    "wave undecided": ({ campaign, held, until }, shown) => ({
      title: `Wave ${campaign} is undecided`,
      line:
        `Nobody has ruled on wave ${campaign}. From ${shown.time(until)} on the home server ` +
        `takes fewer of its ${posts(held, shown)}: released later, they may notify nobody.`,
    }),
    "wave expires": ({ campaign, held, until }, shown) => ({
      title: `Wave ${campaign} is deleted soon`,
      line:
        `Nobody has ruled on wave ${campaign}. Its ${posts(held, shown)} are deleted unruled ` +
        `from ${shown.day(until)} on.`,
    }),
    appeal: ({ sender, about }, { name }) => ({
      title: "An appeal",
      line: `${name(sender)} asks you to look at ${name(about)} again.`,
    }),
    host: ({ domain, rung, spammers, days }, shown) => {
      const host = shown.name(domain);
      const on = some(days, "day", "days", shown);
      const seen = `${some(spammers, "spammer", "spammers", shown)} on ${on}`;
      const does = {
        waits: "its strangers wait longer",
        holds: "its strangers are held",
        suggested: "its strangers are held, and it may be time to refuse it",
      }[rung];
      return {
        title: `Host: ${host}`,
        line: `Nobody seems to look after ${host} (${seen}): ${does}.`,
      };
    },
    "tuning alarm": () => ({
      title: "Tuning is out of force",
      line:
        "First contacts score higher than those that was tuned on. What was tuned is out of " +
        "force, and the configuration counts.",
    }),
    "ledger failed": ({ times }, shown) => ({
      title: "The ledger fails",
      line:
        `The ledger failed ${some(times, "time", "times", shown)} within an hour. Mail passes ` +
        "unjudged meanwhile, unless on_failure says otherwise. Look at the log and at the disk.",
    }),
    "disk nearly full": ({ freeBytes, reserveBytes }, { size }) => ({
      title: "The disk is nearly full",
      line:
        `${size(freeBytes)} are free. Below ${size(reserveBytes)} nothing more is kept: what is ` +
        "doubtful is asked to come again later.",
    }),
    "nearly all kept": ({ kept, most }, { number }) => ({
      title: "Little more can be kept",
      line:
        `${number(kept)} of at most ${number(most)} deliveries are kept. Beyond that the ` +
        "doubtful are asked to come again later, and of what would be held no text is kept.",
    }),
    "home server down": ({ since }, { time }) => ({
      title: "The home server is down",
      line: `The home server has not answered since ${time(since)}. Senders try again later.`,
    }),
  },
  topics: { wave: "waves", appeal: "appeals", host: "hosts", alarm: "alarms" },
  several: (count, { number }) => `${number(count)} notices`,
  andMore: (count, { number }) => `and ${number(count)} more`,
  test: {
    title: "A test",
    line: (topics) => `This is a test. It works: here you will hear of ${topics}.`,
  },
  digest: {
    title: (day) => `Digest, ${day}`,
    contacts: ({ since, contacts }, shown) =>
      `Since ${shown.time(since)}: ${some(contacts, "contact", "contacts", shown)}.`,
    kept: ({ settled, held }, { number }) => `${number(settled)} settled, ${number(held)} held.`,
    waiting: ({ waiting, waves, singles }, shown) =>
      `Waiting for a ruling: ${shown.number(waiting)}, of them ${shown.number(singles)} by ` +
      `themselves, the rest in ${some(waves, "case", "cases", shown)}.`,
    watching: ({ settled, held }, { number }) =>
      `Watching only: ${number(settled)} would have settled, ${number(held)} would have been held.`,
    nothingWaits: "Nothing waits for a ruling.",
    wave: (campaign, held, until, shown) =>
      `${campaign}: ${shown.number(held)} held` +
      (until === undefined ? "" : `, the first can be let in until ${shown.time(until)}`),
    expiring: ({ expiring, expiringFrom }, shown) =>
      `${shown.number(expiring)} of them are deleted unruled within three days` +
      (expiringFrom === undefined ? "." : `, the first on ${shown.day(expiringFrom)}.`),
    flagged: ({ flagged }, shown) =>
      `Let in at their deadline and flagged, as nobody had ruled: ${shown.number(flagged)}.`,
    expired: ({ expired }, { number }) => `Deleted unruled: ${number(expired)}.`,
    meanwhile: "Meanwhile:",
  },
};
