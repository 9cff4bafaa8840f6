import type { Translated } from "../../words.ts";

/** What a held sender reads and fills in, without an account. */
export const appeal: Translated<"appeal"> = {
  title: "Demander un examen à la modération",
  intro:
    "Vous avez écrit à quelqu’un sur {home} et pensez que rien n’est arrivé ? Demandez ici. La " +
    "modération examine ce que vous indiquez. Personne n’apprend si quelque chose est mis de " +
    "côté.",
  about: "Votre identifiant, ou l’adresse du message",
  aboutHint: "Par exemple @anna@harbor.example ou https://harbor.example/@anna/1234",
  text: "Que faut-il savoir ? (facultatif)",
  textHint: "Au plus {most} caractères. La modération le lit tel quel ; il n’est pas publié.",
  send: "Demander",
  working:
    "Votre navigateur fait un petit calcul, pour que des machines ne demandent pas en masse…",
  ready: "Prêt à être envoyé.",
  failed:
    "Votre navigateur n’a pas pu faire le calcul. Rechargez la page, ou écrivez à " +
    "l’administration.",
  withoutScript:
    "Ce formulaire a besoin de JavaScript, pour un petit calcul qui empêche des machines de " +
    "demander en masse. Sans lui, écrivez à ceux qui gèrent {home} : sa page « À propos » dit " +
    "comment.",
  sent: "Merci",
  sentText:
    "C’est noté. La modération regarde s’il y a quelque chose à voir ; vous ne recevrez pas de " +
    "réponse ici.",
  noSubject:
    "Ce n’est ni un identifiant comme @anna@harbor.example, ni l’adresse d’un message ou d’un " +
    "profil.",
  unproven: "Le calcul manque, a déjà servi ou est trop ancien. Rechargez la page.",
  list: "Recours",
  lead:
    "Des inconnus demandent un examen. Demander ne leur coûte rien et ne plaide donc pas pour " +
    "eux : regardez le dossier. Une décision à son sujet répond à tous.",
  none: "Personne n’attend de réponse.",
  subject: "Au sujet de",
  asked: "Demandé",
  times: "{n, plural, one {# fois} other {# fois}}",
  says: "Une personne inconnue écrit :",
  saysNothing: "Sans un mot.",
  case: "Dossier",
  accounts: "{n, plural, one {# compte} other {# comptes}}",
  delivery: "Livraison",
  notFound:
    "{n, plural, one {# autre porte} other {# autres portent}} sur quelque chose dont rien " +
    "n’est conservé ici.",
  close: "Rien à faire",
  closeLabel: "Rien à faire pour {who}",
  closedHow: "rien à faire",
  onThis: "Recours à ce sujet",
};
