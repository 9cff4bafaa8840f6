// What moderators are told, in German.

import type { NotifyWords, Shown } from "./words.ts";

const some = (count: number, one: string, many: string, { number }: Shown): string =>
  `${number(count)} ${count === 1 ? one : many}`;

const posts = (count: number, shown: Shown) => some(count, "Zustellung", "Zustellungen", shown);

export const de: NotifyWords = {
  occasions: {
    wave: ({ campaign, held, domains, recipients, until }, shown) => ({
      title: `Welle ${campaign}: ${shown.number(held)} zurückgehalten`,
      line:
        `${campaign} ist eine Welle: ${posts(held, shown)} zurückgehalten, von ` +
        `${some(domains, "Domain", "Domains", shown)}, gerichtet an ` +
        `${some(recipients, "Person", "Personen", shown)} hier.` +
        (until === undefined
          ? ""
          : ` Der eigene Server nimmt die erste davon bis ${shown.time(until)} an.`),
    }),
    "wave grew": ({ campaign, held, before, domains }, shown) => ({
      title: `Welle ${campaign} wuchs auf ${shown.number(held)}`,
      line:
        `Welle ${campaign} wuchs von ${shown.number(before)} auf ${posts(held, shown)}, von ` +
        `${some(domains, "Domain", "Domains", shown)}. Noch hat niemand entschieden.`,
    }),
    "wave undecided": ({ campaign, held, until }, shown) => ({
      title: `Welle ${campaign} ist unentschieden`,
      line:
        `Über Welle ${campaign} hat niemand entschieden. Ab ${shown.time(until)} nimmt der ` +
        `eigene Server weniger von ${posts(held, shown)} an: Was später freigegeben wird, ` +
        "meldet sich vielleicht bei niemandem mehr.",
    }),
    "wave expires": ({ campaign, held, until }, shown) => ({
      title: `Welle ${campaign} wird bald gelöscht`,
      line:
        `Über Welle ${campaign} hat niemand entschieden. Ihre ${posts(held, shown)} werden ab ` +
        `${shown.day(until)} ohne Entscheidung gelöscht.`,
    }),
    appeal: ({ sender, about }, { name }) => ({
      title: "Ein Einspruch",
      line: `${name(sender)} bittet, ${name(about)} noch einmal anzusehen.`,
    }),
    host: ({ domain, rung, spammers, days }, shown) => {
      const host = shown.name(domain);
      const seen = `${shown.number(spammers)} Spammer an ${some(days, "Tag", "Tagen", shown)}`;
      const does = {
        waits: "Fremde von dort warten länger",
        holds: "Fremde von dort werden zurückgehalten",
        suggested: "Fremde von dort werden zurückgehalten; vielleicht ist es Zeit, ihn abzulehnen",
      }[rung];
      return {
        title: `Host: ${host}`,
        line: `Um ${host} kümmert sich anscheinend niemand (${seen}): ${does}.`,
      };
    },
    "tuning alarm": () => ({
      title: "Die Abstimmung gilt nicht mehr",
      line:
        "Erste Kontakte werden höher bewertet als die, nach denen abgestimmt wurde. Die " +
        "Abstimmung gilt nicht mehr, es zählt die Konfiguration.",
    }),
    "ledger failed": ({ times }, shown) => ({
      title: "Die Ablage fällt aus",
      line:
        `Die Ablage fiel in einer Stunde ${shown.number(times)}-mal aus. Post geht dabei ` +
        "ungeprüft durch, wenn on_failure nichts anderes sagt. Bitte Protokoll und Platte ansehen.",
    }),
    "disk nearly full": ({ freeBytes, reserveBytes }, { size }) => ({
      title: "Die Platte ist fast voll",
      line:
        `${size(freeBytes)} sind frei. Unter ${size(reserveBytes)} wird nichts mehr aufbewahrt: ` +
        "Zweifelhaftes wird gebeten, später wiederzukommen.",
    }),
    "nearly all kept": ({ kept, most }, { number }) => ({
      title: "Es kann kaum noch etwas aufbewahrt werden",
      line:
        `${number(kept)} von höchstens ${number(most)} Zustellungen sind aufbewahrt. Danach wird ` +
        "Zweifelhaftes gebeten, später wiederzukommen; was zurückzuhalten wäre, bleibt ohne Text.",
    }),
    "home server down": ({ since }, { time }) => ({
      title: "Der eigene Server antwortet nicht",
      line: `Der eigene Server antwortet seit ${time(since)} nicht. Absender versuchen es wieder.`,
    }),
  },
  topics: { wave: "Wellen", appeal: "Einsprüche", host: "Hosts", alarm: "Alarme" },
  several: (count, { number }) => `${number(count)} Mitteilungen`,
  andMore: (count, { number }) => `und ${number(count)} weitere`,
  test: {
    title: "Ein Test",
    line: (topics) => `Das ist ein Test. Es geht: Hier erfährst du von: ${topics}.`,
  },
  digest: {
    title: (day) => `Überblick, ${day}`,
    contacts: ({ since, contacts }, shown) =>
      `Seit ${shown.time(since)}: ${some(contacts, "Kontakt", "Kontakte", shown)}.`,
    kept: ({ settled, held }, { number }) =>
      `${number(settled)} warteten, ${number(held)} wurden zurückgehalten.`,
    waiting: ({ waiting, waves, singles }, shown) =>
      `Auf eine Entscheidung warten: ${shown.number(waiting)}, davon ${shown.number(singles)} ` +
      `einzeln, der Rest in ${some(waves, "Fall", "Fällen", shown)}.`,
    watching: ({ settled, held }, { number }) =>
      `Es wird nur zugesehen: ${number(settled)} hätten gewartet, ${number(held)} wären ` +
      "zurückgehalten worden.",
    nothingWaits: "Nichts wartet auf eine Entscheidung.",
    wave: (campaign, held, until, shown) =>
      `${campaign}: ${shown.number(held)} zurückgehalten` +
      (until === undefined ? "" : `, die erste kann bis ${shown.time(until)} hinein`),
    expiring: ({ expiring, expiringFrom }, shown) =>
      `${shown.number(expiring)} davon werden in drei Tagen ohne Entscheidung gelöscht` +
      (expiringFrom === undefined ? "." : `, die erste am ${shown.day(expiringFrom)}.`),
    flagged: ({ flagged }, { number }) =>
      `Am Ende ihrer Frist ohne Entscheidung eingelassen und markiert: ${number(flagged)}.`,
    expired: ({ expired }, { number }) => `Ohne Entscheidung gelöscht: ${number(expired)}.`,
    meanwhile: "Inzwischen:",
  },
};
