import type { Translated } from "../../words.ts";

/** Who may enter. */
export const access: Translated<"access"> = {
  title: "Wer Zutritt hat",
  withHome:
    "Moderierende und Admins von {host} melden sich mit ihrem dortigen Konto an. Ihre Rolle " +
    "wird jedes Mal abgefragt und gilt einen Tag.",
  onlyTokens:
    "Zutritt gibt es hier nur mit Token oder Link. Sind desk.url und home.origin gesetzt, " +
    "melden sich alle mit ihrem Konto auf dem eigenen Server an.",
  tokens: "Tokens",
  none: "Es gibt keine Tokens.",
  newToken: "Neues Token",
  name: "Name",
  nameHint: "Unter diesem Namen wird protokolliert, was diese Person tut.",
  role: "Rolle",
  days: "Gültig für Tage",
  daysHint: "Leer: gültig, bis es gelöscht wird.",
  make: "Token erstellen",
  made: "Das Token von {who}:",
  once:
    "Es wird nur dieses eine Mal angezeigt. Geben Sie es niemandem sonst, und nicht per " +
    "Beitrag.",
  madeAt: "Erstellt",
  until: "Bis",
  dropped: "gelöscht",
  oneTime: "für eine Anmeldung",
  drop: "Löschen",
  inside: "Jetzt angemeldet",
  putOut: "Alle Sitzungen beenden",
  labelled: "{label}: {who}",
  way: "Aktion",
  noName:
    "Ein Name hat bis zu 60 Buchstaben, Ziffern, Leerzeichen und . _ @ - und beginnt mit einem " +
    "Buchstaben oder einer Ziffer.",
};
