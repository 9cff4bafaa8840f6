import type { Translated } from "../../words.ts";

/** An admin's own rules. */
export const rules: Translated<"rules"> = {
  kinds: {
    words: "Mots",
    fuzzy: "Graphie proche",
    expression: "Expression (RE2)",
    link: "Lien vers un serveur",
    host: "Serveur de l’expéditeur",
    actor: "Expéditeur",
    name: "Nom",
  },
  does: {
    flag: "marquer",
    settle: "mettre en attente",
    hold: "retenir",
    reject: "rejeter",
    allow: "laisser passer",
  },
  reach: {
    first: "premiers contacts seulement",
    unasked: "tout ce que quelqu’un ici n’a pas demandé",
    all: "tout, même ce qui était demandé",
  },
  acts: {
    post: "messages",
    boost: "partages",
    like: "favoris et réactions",
    follow: "abonnements",
    profile: "profils",
    other: "tout le reste",
  },
  states: {
    shadow: "à l’essai",
    "in force": "en vigueur",
    ended: "terminée",
  },
  fates: {
    ham: "Déclaré non-spam",
    passed: "Passé, n’a gêné personne",
    kept: "Conservé, sans décision",
    spam: "Déclaré spam",
  },
  lead:
    "Ce qu’une vague a en commun, mis par écrit : la prochaine copie est retenue. Une règle est " +
    "d’abord testée sur du courrier conservé et enregistré, et prend fin d’elle-même.",
  write: "Écrire une règle",
  propose: "Règles tirées d’un dossier",
  none: "Il n’y a aucune règle.",
  noneHint:
    "Une règle est utile quand une vague a en commun un mot, un lien ou une façon de former les " +
    "noms.",
  showEnded: "Aussi celles terminées",
  hideEnded: "Seulement celles qui tiennent",
  rule: "Règle",
  meets: "Ce qu’elle touche",
  effect: "Ce qui est fait",
  state: "État",
  met: "Touchés",
  until: "Jusqu’à",
  by: "Par",
  note: "Note",
  forGood: "pour toujours",
  metInShadow: "{count, plural, one {# à l’essai} other {# à l’essai}}",
  senders: "Expéditeurs toujours admis ou refusés",
  sendersHint: "En ligne de commande, breakwater allow et breakwater refuse les créent.",
  decisions: {
    allow: "laisser passer",
    refuse: "refuser",
  },
  newTitle: "Nouvelle règle",
  kind: "Ce qu’elle regarde",
  text: "Motif",
  textHint:
    "Les mots valent entiers et côte à côte, sous tout déguisement ; casino* est tout ce qui " +
    "commence ainsi. Dans les noms, * est n’importe quoi et # un nombre. Un domaine vaut avec " +
    "tous les serveurs sous lui.",
  whose: "Le courrier de qui",
  whoseHint:
    "Les premiers contacts viennent de gens dont rien n’a jamais été accepté ici. Un mot touche " +
    "aussi des innocents : qui est connu ici est ainsi épargné.",
  which: "Seulement sur (rien de coché : sur tout)",
  recipient: "Seulement ce qui arrive à cette personne de chez nous (peut rester vide)",
  days: "Durée en jours",
  forever: "Elle ne prend pas fin d’elle-même",
  noteHint: "Pour qui lira la règle plus tard.",
  itself:
    "En vigueur d’elle-même après son jour d’essai, si rien de ce qu’elle touchait n’est passé",
  tryIt: "Tester",
  tried: "Qui elle aurait touché",
  triedLead:
    "Testée sur {texts, plural, one {# texte} other {# textes}} conservés ou enregistrés ici, " +
    "peu importe qui connaît qui : une règle sur les premiers contacts en touche au plus autant.",
  texts: "Textes",
  wanted:
    "Sur {of, plural, one {# texte} other {# textes}} de courrier souhaité, elle en a touché " +
    "{part} : de {low} à {high}.",
  noWanted: "Il n’y a pas de courrier souhaité pour la tester.",
  spam: "Sur {of} touchés dont on sait quelque chose, {part} sont du spam : de {low} à {high}.",
  certainty: "Avec 95 % de certitude.",
  few:
    "C’est moins de {min} textes de courrier souhaité ; elle reste donc d’abord un jour à " +
    "l’essai : ce qu’elle touche est compté, et elle ne fait rien.",
  examples: "Quelques-uns, courrier souhaité d’abord",
  receipt: "Livraison",
  known: "Connu comme",
  sender: "Expéditeur",
  save: "L’enregistrer à l’essai",
  change: "La modifier",
  shadowNow: "Elle est à l’essai : ce qu’elle touche est compté, et elle ne fait rien.",
  readyIn: "Elle peut être mise en vigueur {when}.",
  byItself: "Elle entre alors en vigueur d’elle-même, si rien de ce qu’elle touche ne passe.",
  confirm: "La mettre en vigueur",
  code: "Les quatre lettres {code}, pour dire que vous avez vu qui elle touchait",
  end: "Y mettre fin",
  why: "Pourquoi (peut rester vide)",
  again: "Tester de nouveau",
  pattern: "Motif",
  written: "Écrite",
  shadowMet:
    "À l’essai, elle a touché {met, plural, one {# livraison} other {# livraisons}} ; {letIn} " +
    "sont passées.",
  forceMet: "En vigueur, elle a touché {met, plural, one {# livraison} other {# livraisons}}.",
  lately: "Ce qu’elle a touché en dernier",
  history: "Ce qui en a été fait",
  trial: "Son test",
  back: "Toutes les règles",
  proposeTitle: "Règles tirées d’un dossier",
  proposeLead:
    "Ce que les messages d’un dossier ont en commun et que le courrier souhaité n’a pas. Le " +
    "dossier doit avoir été refusé en entier.",
  caseId: "Dossier",
  look: "Regarder",
  nothing:
    "Il n’a rien en commun qu’une règle pourrait dire et que le courrier souhaité n’aurait pas.",
  inCase: "Dans le dossier",
  inWanted: "Dans le courrier souhaité",
  share: "Part de spam dans ce qu’elle touche",
  takeOver: "Reprendre",
  of: "{part} sur {of}",
  range: "de {low} à {high}",
};
