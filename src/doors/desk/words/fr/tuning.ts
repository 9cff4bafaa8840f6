import type { Translated } from "../../words.ts";

/** The budget in words, promise and reality, what a change would do. */
export const tuning: Translated<"tuning"> = {
  budget: "Parmi les premiers contacts légitimes, au plus 1 sur {n, number} peut être retenu.",
  budgetHint:
    "C’est le budget de la configuration. Ci-dessous, dans quelle mesure le seuil en vigueur le " +
    "respecte.",
  inForce: "En vigueur",
  threshold: "Seuil de retenue",
  decibans: "{n} décibans",
  whose: {
    none: "selon la configuration",
    "in force": "réglé par {by}, {when}",
    "out of force": "selon la configuration ; ce que {by} a réglé ({when}) n’est plus en vigueur",
  },
  promised: "Promis",
  promisedText:
    "au plus 1 sur {n, number} retenu, d’après {contacts, plural, one {# premier contact} other " +
    "{# premiers contacts}} de courrier souhaité depuis {since}, dont {ruled} avec décision",
  promisedNothing: "rien : aucun premier contact n’a encore quatorze jours",
  least: "Pas moins",
  leastText: "un tel nombre ne permet aucune promesse sous 1 sur {n, number}",
  seen: "Constaté",
  seenText:
    "sur {contacts, plural, one {# premier contact} other {# premiers contacts}} des 14 " +
    "derniers jours, {held, plural, =0 {aucun connu comme souhaité n’a été retenu} one {# connu " +
    "comme souhaité a été retenu} other {# connus comme souhaités ont été retenus}}",
  seenNothing: "aucun premier contact ces 14 derniers jours",
  proposed: "Proposé",
  proposedNothing: "Rien de mieux n’est connu.",
  why: "Pourquoi",
  name: "Quoi",
  now: "Maintenant",
  next: "Ensuite",
  promisedThen: "Il peut promettre au plus 1 sur {n, number} retenu.",
  promisedNoThen: "Il ne peut rien promettre.",
  whatIf: "Et si",
  whatIfHint:
    "Regardez un autre seuil et ce qu’il aurait fait. Rien ne change avant que vous l’appliquiez.",
  holdAt: "Seuil de retenue en décibans",
  holdAtHint: "De {low} à {high} : pas plus loin de ce qui est configuré.",
  days: "Tester sur les derniers jours",
  look: "Regarder",
  back: "Revenir à ce que dit le budget",
  effect: "Ce qu’il aurait fait",
  effectText:
    "Sur {days, plural, one {le dernier jour} other {les # derniers jours}}, avec {weighed, " +
    "plural, one {# contact pesé} other {# contacts pesés}} :",
  effectNothing: "Rien n’aurait été différent.",
  effectGroup: "{n} {after} au lieu de {before} : {ham} connus comme souhaités, {spam} comme spam.",
  outcomes: {
    passed: "passé",
    settled: "en attente",
    held: "retenu",
  },
  fates: {
    ended: "fermé",
    "ruled spam": "déclaré spam",
    "complained of": "objet d’une plainte",
    ham: "souhaité",
    unknown: "personne ne sait",
  },
  sender: "Expéditeur",
  score: "Score",
  wouldBe: "Serait",
  insteadOf: "{after}, et non {before}",
  since: "Depuis",
  more: "et {n} de plus",
  apply: "L’appliquer",
  applyHint: "La passerelle suit en une ou deux secondes. Cela peut être annulé.",
  applied: "C’est en vigueur.",
  rollback: "Annuler ce qui a été appliqué en dernier",
  rolledBack: "Annulé.",
  nothingToRollBack: "Il ne reste rien de ce qui a été appliqué.",
  moved: "Ce qui serait appliqué n’est pas ce que vous avez regardé. Regardez de nouveau.",
  off: "Aucun réglage n’est en vigueur tant que la configuration dit « tune: off ».",
  history: "Ce qui a été changé",
  noHistory: "Rien n’a encore été réglé ici.",
  when: "Quand",
  who: "Par",
  did: "Acte",
  because: "Parce que",
  acts: {
    applied: "a appliqué",
    "rolled back": "a annulé",
    alarm: "alarme : le courrier a changé",
  },
  pictures: "Est-ce juste",
};
