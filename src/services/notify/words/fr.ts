// What moderators are told, in French.

import type { NotifyWords, Shown } from "./words.ts";

const some = (count: number, one: string, many: string, { number }: Shown): string =>
  `${number(count)} ${count < 2 ? one : many}`;

const posts = (count: number, shown: Shown) => some(count, "envoi", "envois", shown);

export const fr: NotifyWords = {
  occasions: {
    wave: ({ campaign, held, domains, recipients, until }, shown) => ({
      title: `Vague ${campaign} : ${some(held, "retenu", "retenus", shown)}`,
      line:
        `${campaign} est une vague : ${posts(held, shown)} en attente, de ` +
        `${some(domains, "domaine", "domaines", shown)}, pour ` +
        `${some(recipients, "personne", "personnes", shown)} d’ici.` +
        (until === undefined
          ? ""
          : ` Votre serveur accepte le premier jusqu’à ${shown.time(until)}.`),
    }),
    "wave grew": ({ campaign, held, before, domains }, shown) => ({
      title: `La vague ${campaign} atteint ${shown.number(held)}`,
      line:
        `La vague ${campaign} est passée de ${shown.number(before)} à ${posts(held, shown)}, de ` +
        `${some(domains, "domaine", "domaines", shown)}. Personne n’a encore tranché.`,
    }),
    "wave undecided": ({ campaign, held, until }, shown) => ({
      title: `Vague ${campaign} : aucune décision`,
      line:
        `Personne n’a tranché sur la vague ${campaign}. À partir de ${shown.time(until)}, votre ` +
        `serveur acceptera moins de ses ${posts(held, shown)} : libérés plus tard, ils ` +
        "pourraient ne notifier personne.",
    }),
    "wave expires": ({ campaign, held, until }, shown) => ({
      title: `Vague ${campaign} : bientôt supprimée`,
      line:
        `Personne n’a tranché sur la vague ${campaign}. Ses ${posts(held, shown)} seront ` +
        `supprimés sans décision à partir du ${shown.day(until)}.`,
    }),
    appeal: ({ sender, about }, { name }) => ({
      title: "Un recours",
      line: `${name(sender)} vous demande de revoir ${name(about)}.`,
    }),
    host: ({ domain, rung, spammers, days }, shown) => {
      const host = shown.name(domain);
      const en = some(days, "jour", "jours", shown);
      const seen = `${some(spammers, "spammeur", "spammeurs", shown)} en ${en}`;
      const does = {
        waits: "ses inconnus attendent plus longtemps",
        holds: "ses inconnus sont retenus",
        suggested: "ses inconnus sont retenus, et il est peut-être temps de le refuser",
      }[rung];
      return {
        title: `Hôte : ${host}`,
        line: `Personne ne semble s’occuper de ${host} (${seen}) : ${does}.`,
      };
    },
    "tuning alarm": () => ({
      title: "Le réglage n’est plus appliqué",
      line:
        "Les premiers contacts obtiennent des scores plus élevés que ceux du réglage. Il n’est " +
        "plus appliqué, et c’est la configuration qui compte.",
    }),
    "ledger failed": ({ times }, shown) => ({
      title: "Le registre est en panne",
      line:
        `Le registre a échoué ${shown.number(times)} fois en une heure. Le courrier passe alors ` +
        "sans jugement, sauf si on_failure en décide autrement. Voyez le journal et le disque.",
    }),
    "disk nearly full": ({ freeBytes, reserveBytes }, { size }) => ({
      title: "Le disque est presque plein",
      line:
        `Il reste ${size(freeBytes)}. Sous ${size(reserveBytes)}, plus rien n’est gardé : ce qui ` +
        "est douteux est prié de revenir plus tard.",
    }),
    "nearly all kept": ({ kept, most }, { number }) => ({
      title: "Il n’y a presque plus de place",
      line:
        `${number(kept)} envois sont gardés, sur ${number(most)} au plus. Au-delà, ce qui est ` +
        "douteux est prié de revenir plus tard, et ce qui serait retenu perd son texte.",
    }),
    "home server down": ({ since }, { time }) => ({
      title: "Votre serveur ne répond pas",
      line: `Votre serveur ne répond pas depuis ${time(since)}. Les expéditeurs réessaieront.`,
    }),
  },
  topics: { wave: "vagues", appeal: "recours", host: "hôtes", alarm: "alarmes" },
  several: (count, { number }) => `${number(count)} avis`,
  andMore: (count, { number }) => `et ${number(count)} de plus`,
  test: {
    title: "Un essai",
    line: (topics) => `Ceci est un essai. Cela marche : vous apprendrez ici : ${topics}.`,
  },
  digest: {
    title: (day) => `Résumé, ${day}`,
    contacts: ({ since, contacts }, shown) =>
      `Depuis ${shown.time(since)} : ${some(contacts, "contact", "contacts", shown)}.`,
    kept: ({ settled, held }, shown) =>
      `${shown.number(settled)} mis en attente, ${some(held, "retenu", "retenus", shown)}.`,
    waiting: ({ waiting, waves, singles }, shown) =>
      `En attente d’une décision : ${shown.number(waiting)}, dont ` +
      `${shown.number(singles)} à part, le reste dans ` +
      `${some(waves, "dossier", "dossiers", shown)}.`,
    watching: ({ settled, held }, { number }) =>
      `Simple observation : ${number(settled)} auraient attendu, ` +
      `${number(held)} auraient été retenus.`,
    nothingWaits: "Rien n’attend de décision.",
    wave: (campaign, held, until, shown) =>
      `${campaign} : ${some(held, "retenu", "retenus", shown)}` +
      (until === undefined ? "" : `, le premier peut entrer jusqu’à ${shown.time(until)}`),
    expiring: ({ expiring, expiringFrom }, shown) =>
      `${shown.number(expiring)} d’entre eux seront supprimés sans décision d’ici trois jours` +
      (expiringFrom === undefined ? "." : `, le premier le ${shown.day(expiringFrom)}.`),
    flagged: ({ flagged }, { number }) =>
      `Admis et signalés à leur échéance, faute de décision : ${number(flagged)}.`,
    expired: ({ expired }, { number }) => `Supprimés sans décision : ${number(expired)}.`,
    meanwhile: "Entre-temps :",
  },
};
