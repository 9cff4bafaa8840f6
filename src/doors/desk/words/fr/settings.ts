import type { Translated } from "../../words.ts";

/** One's own settings, and those of the house. */
export const settings: Translated<"settings"> = {
  tabs: {
    yours: "Les vôtres",
    notices: "Avis",
    sessions: "Connexions",
    access: "Qui a accès",
    house: "Cette maison",
  },
  saved: "Enregistré.",
  save: "Enregistrer",
  language: "Langue",
  asBrowser: "Comme le navigateur",
  theme: "Apparence",
  themes: {
    system: "Comme l’appareil",
    light: "Claire",
    dark: "Sombre",
  },
  zone: "Fuseau horaire",
  zoneHint: "Selon le navigateur : {zone}.",
  mode: "Mode",
  modeHint: "{mode}, selon {whose}{when}.",
  configuration: "la configuration",
  modes: {
    watch: "watch : tout est évalué, rien n’est arrêté",
    guard: "guard : les verdicts sont appliqués",
    off: "off : simple proxy, rien n’est évalué",
  },
  asConfigured: "selon la configuration ({value})",
  contact: "Premiers contacts",
  contacts: {
    open: "open : selon leur évaluation",
    wave: "wave : tant qu’une campagne est reconnue, les inconnus attendent une demi-heure et plus",
    consent: "consent : les inconnus attendent une décision",
  },
  change: "Modifier",
  followsSoon: "La passerelle suit en une ou deux secondes.",
  noneOpen: "Vous pouvez voir ceci, pas le modifier.",
  recipients: "Personnes dont le courrier est traité autrement",
  noRecipients: "Le courrier de tous est traité de la même façon.",
  recipient: "Personne",
  recipientHint: "Un acteur de ce serveur : son URL, ou son nom.",
  treated: "Traitement",
  recipientModes: {
    normal: "comme pour tous",
    off: "non évalué",
    consent: "les inconnus attendent une décision",
  },
  since: "Depuis",
  by: "Par",
  why: "Pourquoi",
  whyHint: "Pour qui le lira plus tard.",
  values: "Ce qui est configuré",
  valuesHint:
    "Ce qui diffère des valeurs par défaut. Cela se modifie dans le fichier de configuration, " +
    "qui est ensuite relu.",
  allDefault: "Tout est comme livré.",
  setting: "Paramètre",
  value: "Valeur",
};
