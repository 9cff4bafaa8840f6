import type { Translated } from "../../words.ts";

/** What speaks, with what weight, and how often it is right here. */
export const signals: Translated<"signals"> = {
  lead:
    "Le poids de chaque signal en décibans (+10 : spam dix fois plus probable), et combien de " +
    "fois il a eu raison ici : {judged, plural, one {# livraison évaluée} other {# livraisons " +
    "évaluées}} des {days} derniers jours, dont {spam} connues comme spam, {ham} comme non-spam.",
  symbol: "Signal",
  weight: "Poids",
  spoke: "A parlé dans",
  right: "A parlé dans du spam",
  rightOf: "{share} du spam",
  wrong: "A parlé dans du courrier souhaité",
  wrongOf: "{share} du courrier souhaité",
  interval: "95 sur 100 : de {low} à {high}",
  off: "désactivé",
  configured: "configuré ; livré : {shipped}",
  speaksFor: "plaide pour l’expéditeur",
  unknownToo: "et dans {n, plural, one {# dont} other {# dont}} personne ne sait rien",
  fitted: "95 ajustements sur 100 vont de {low} à {high}, sur {campaigns} campagnes",
  byHand: "fixé à la main",
  summary: "Ce qu’il voit",
  misfires: "À qui il fait tort",
  because: "Pourquoi il pèse autant",
  group: "Groupe",
  groupCap: "{group}, tous ensemble au plus {max} décibans",
  settings: "Ses paramètres",
  noSettings: "Il n’en a pas.",
  last: "Où il a parlé en dernier",
  never: "Il n’a pas parlé ici ces derniers jours.",
  inEnglish: "Les descriptions des signaux sont en anglais.",
};
