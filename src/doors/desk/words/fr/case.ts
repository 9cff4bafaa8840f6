// What the page of a case says, and the half minute in which a ruling can be undone.

import type { Translated } from "../../words.ts";

const people = "{people, plural, one {# personne} other {# personnes}}";
const deliveries = "{deliveries, plural, one {# livraison} other {# livraisons}}";
const senders = "{senders, plural, one {# expéditeur} other {# expéditeurs}}";
const domains = "{domains, plural, one {# domaine} other {# domaines}}";

/** One case: what it is, and what may be done about it. */
export const caseWords: Translated<"caseWords"> = {
  proposesRules: "Règles que ce dossier propose",
  title: "Dossier {id}",
  lead:
    `{contacts, plural, one {# contact} other {# contacts}} de ${senders} sur ${domains}, vers ` +
    `${people} ici. Premier : {first} ; dernier : {last}.`,
  silent: "Impossible de dire pour l’instant lesquels sont connus de gens d’ici.",
  kept: "Conservé",
  reached: "Arrivé à destination",
  scores: "Score",
  scoresHint: "de {least} à {most} décibans, {middle} au milieu",
  recallHint: "{listed} à retirer sur notre serveur ; {withdrawn} retirés",
  until: "Admissible jusqu’à",
  untilHint: "ensuite notre serveur n’en accepte plus les premiers",
  beyond:
    "Pour {count}, c’est trop tard : notre serveur ne les accepte plus, et personne n’a été " +
    "notifié.",
  noneWaits: "Rien n’en est en attente.",
  more:
    "Il est plus grand que ce qui est lu d’un coup : la suite porte sur les 20 000 plus " +
    "anciens.",
  waitsRelease: `Prend effet dans {seconds} s : laisser passer ${deliveries}.`,
  waitsRefuse: `Prend effet dans {seconds} s : refuser ${deliveries}.`,
  givenBy: "Par {by}.",
  undo: "Annuler",
  undone: "Annulée, comme si elle n’avait jamais été prise.",
  tooLate: "Elle avait déjà pris effet.",
  unknown: "Cette décision n’est plus en attente.",
  tookEffect: "Elle a pris effet. Rechargez la page.",
  ruledSpam: "Déclaré spam par {by}, {when}.",
  ruledHam: "Déclaré non-spam par {by}, {when}.",
  wayBack:
    "Un refus peut être annulé : {count, plural, one {# livraison est encore là et peut} other " +
    "{# livraisons sont encore là et peuvent}} tout de même passer, ci-dessous.",
  noWayBack: "Ce qui est passé ne peut être repris.",
  notGiven: {
    "nothing is meant":
      "Rien n’a été décidé : rien n’en est en attente, ou une autre décision va s’y appliquer.",
    "too many at once": "Rien n’a été décidé : trop de décisions attendent leur demi-minute.",
    "too many names": "Rien n’a été décidé : trop d’éléments désignés à la fois.",
    "nobody tells":
      "Rien n’a été décidé : impossible de dire pour l’instant lesquels sont connus de gens d’ici.",
  },
  order: {
    refuse:
      "Les copies sont refusées aussitôt, sur ordre de {by} : {taken} jusqu’ici. L’ordre prend " +
      "fin {when} s’il n’en vient pas d’autres.",
    allow:
      "Les copies passent, sur ordre de {by} : {taken} jusqu’ici. L’ordre prend fin {when} s’il " +
      "n’en vient pas d’autres.",
    end: "Mettre fin à l’ordre",
  },
  actions: "Que faire",
  actionsHint: "Chaque action attend une demi-minute, pendant laquelle elle peut être annulée.",
  refuse: "Tout refuser",
  keepRefusing: "Refuser et continuer à refuser",
  release: "Tout libérer",
  releaseAfterAll: "Laisser passer tout de même",
  neverAgain: "Non-spam, et pour toujours",
  late: "Aussi ce que notre serveur n’accepte peut-être plus : il peut le refuser",
  refuseTicked: "Refuser la sélection",
  releaseTicked: "Libérer la sélection",
  tickedHint: "Seulement ceux cochés dans cette liste, sans leçon pour le reste.",
  split: "En faire un dossier à part",
  splitHint: "Ils quittent ce dossier pour de bon, et rien n’est décidé pour autant.",
  notSplit: {
    "none of it": "Rien de coché n’est retenu dans ce dossier : cochez-en dans la liste.",
    "all of it": "C’est tout le dossier : il n’y a rien à diviser.",
    forgotten: "On ne se souvient plus d’aucun d’eux : décidez un par un.",
  },
  does: {
    refuse: `Met fin à ${deliveries} de ${senders} sur ${domains} ; ${people} n’en recevront rien.`,
    release: `Laisse passer ${deliveries} de ${senders} sur ${domains}, vers ${people}.`,
    nothing: "Rien n’est en attente que cela toucherait ; c’est une leçon pour la suite.",
    told: "Les expéditeurs ont appris que c’était accepté, et n’apprendront rien de plus.",
    replay: "{count} comme à l’envoi : les destinataires sont notifiés.",
    ownProof:
      "{count} avec la signature de l’auteur, remis par la passerelle : les destinataires sont " +
      "notifiés.",
    none: "{count} bien que notre serveur puisse les refuser.",
    takenBack: "{count} avaient été refusés.",
    laterSpam: "La suite est reconnue comme spam pendant trente jours, et retenue.",
    laterHam: "La suite compte comme non-spam pendant trente jours.",
    keep:
      "Comme « Tout refuser », et les copies à venir sont refusées aussitôt, sauf si des gens " +
      "d’ici connaissent l’expéditeur. Prend fin trente jours après la dernière.",
    never:
      "Comme « Tout libérer », et les copies à venir passent. Prend fin trente jours après la " +
      "dernière.",
    unsent: "Ce qui est passé ne peut être repris.",
  },
  left: {
    "known here":
      "Exclu : {count, plural, one {# dont l’expéditeur est connu} other {# dont l’expéditeur " +
      "est connu}} de gens d’ici.",
    "spoken for":
      "Exclu : {count} dont l’expéditeur a pour lui quelque chose que peu d’autres ont.",
    milder: "Exclu : {count}, en soi bien moins suspects que le reste.",
    "too late": "Exclu : {count} que notre serveur n’accepte plus.",
    ended: "Exclu : {count} qui ne sont plus en attente.",
    pending: "Exclu : {count} auxquels une autre décision va s’appliquer.",
  },
  leftHint: "Cochez-les dans la liste pour les inclure.",
  common: "Ce que cela dit",
  commonHint: "Le plus récent des {read} messages comparés.",
  same: "Ce que la plupart partagent",
  varies: "ce qui lui est propre",
  moreSamples: "En voir d’autres",
  tooFew: "Moins de deux de ses messages sont lisibles : rien à comparer.",
  hidden:
    "{count, plural, one {# message n’est pas destiné à tous et n’a pas été lu.} other {# " +
    "messages ne sont pas destinés à tous et n’ont pas été lus.}}",
  readHidden: "Les lire aussi",
  readHiddenHint: "C’est noté au journal.",
  links: "Liens vers",
  pictures: "Images",
  handles: "Noms",
  profile: "Profils",
  ofRead: "{count} sur {read}",
  growth: "Son évolution",
  who: "Qui, et vers qui",
  senders: "Expéditeurs",
  domains: "Domaines des serveurs",
  recipients: "Destinataires",
  andMore: "et {count} de plus",
  why: "Pourquoi c’est conservé",
  whyHint:
    "Ce que les signaux disent de ses membres, additionné et divisé par leur nombre. Dix " +
    "décibans rendent le spam dix fois plus probable.",
  symbol: "Signal",
  because: "Parce que",
  members: "Membres",
  decibans: "Décibans",
  prior: "Ce qu’on pense d’avance de tout contact",
  total: "Ensemble : leur score moyen",
  alike: "Déjà décidés et semblables",
  alikeLine: "déclaré {ruling} par {by}, {when} ; en commun : {what}",
  shares: {
    text: "texte",
    link: "liens",
    media: "images",
    other: "autre chose",
  },
  ruling: {
    spam: "spam",
    ham: "non-spam",
  },
  list: "Membres",
  listHint: "Ceux qu’il faut regarder avant de décider viennent en premier.",
  tick: "Inclure {sender}",
  sender: "Expéditeur",
  arrived: "Arrivé",
  state: "État actuel",
  score: "Score",
  note: "Note",
  notes: {
    "known here": "connu de gens d’ici",
    "spoken for": "quelque chose plaide pour lui",
    milder: "bien moins suspect que le reste",
    "ruled ham by itself": "déclaré non-spam à part",
    "ruled spam by itself": "déclaré spam à part",
    pending: "une décision va prendre effet",
  },
  states: {
    settling: "en attente",
    held: "retenu",
    releasing: "en route",
    delivered: "passé",
    refused: "refusé par notre serveur",
    rejected: "refusé",
    withdrawn: "retiré par son auteur",
    expired: "jamais décidé",
    passed: "transmis",
  },
  page: "Page {page} sur {pages}",
  before: "Précédente",
  after: "Suivante",
  acts: "Ce qui a été fait",
};
