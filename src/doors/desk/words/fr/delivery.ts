// What the page of one kept delivery says.

import type { Translated } from "../../words.ts";

/** One delivery: why it is kept, and what may be done about it. */
export const delivery: Translated<"delivery"> = {
  title: "Livraison",
  lead: "{activity} de {sender}, {when}.",
  notKept: "Rien n’en est conservé : elle a été transmise. Ce qui en a été noté figure ci-dessous.",
  receipt: "Reçu",
  case: "Dossier",
  sender: "Expéditeur",
  author: "Attribué à",
  activityId: "Activité",
  objectId: "Objet",
  inbox: "Boîte de réception",
  recipients: "Destinataires",
  none: "personne n’est nommé",
  visibility: "Pour",
  visibilities: {
    public: "tout le monde",
    unlisted: "tout le monde, non listé",
    followers: "abonnés",
    direct: "seulement les personnes nommées",
    none: "personne en particulier",
  },
  arrived: "Arrivée",
  state: "État actuel",
  since: "depuis {when}",
  ruledBy: "Décision de",
  waysIn: "Voies d’entrée",
  ways: {
    replay: "comme à l’envoi",
    "own-proof": "avec la signature de l’auteur, remise par la passerelle",
    resolve: "récupérée par notre serveur, à la main",
  },
  until: "jusqu’à {when}",
  closed: "fermée {when}",
  open: "tant qu’elle est conservée",
  answer: "Notre serveur",
  unreachable: "n’a pas été joint : {because}",
  proof: "Signature",
  proofs: {
    proven: "prouvée",
    unknown: "clé impossible à obtenir : n’importe qui a pu l’envoyer",
    refuted: "réfutée : quelqu’un d’autre l’a envoyée",
    none: "aucune",
  },
  release: "Libérer",
  releaseAfterAll: "Laisser passer tout de même",
  refuse: "Refuser",
  releaseDoes: {
    replay: "Entre comme à l’envoi ; les destinataires sont notifiés.",
    "own-proof":
      "Entre avec la signature de l’auteur, remise par la passerelle ; les destinataires sont " +
      "notifiés.",
    none:
      "Notre serveur l’acceptait jusqu’à {when} et peut la refuser maintenant ; la passerelle " +
      "essaie.",
  },
  releaseUnsent:
    "Ce qui est passé ne peut être repris. Cela compte comme non-spam, pour l’expéditeur aussi.",
  refuseDoes:
    "N’entre pas. L’expéditeur a appris que c’était accepté, et n’apprendra rien de plus. Cela " +
    "compte comme spam, pour l’expéditeur et le dossier aussi. On peut la laisser passer tout " +
    "de même tant que ses octets sont ici.",
  copies: "Le même message dans d’autres boîtes de réception partage son sort.",
  says: "Ce que cela dit",
  private:
    "Ce n’est pas destiné à tous. Lire le texte est un geste noté au journal ; qui cela " +
    "concerne figure ci-dessous.",
  read: "Lire",
  nothing: "Aucun mot.",
  gone: "Ses octets ont été effacés.",
  links: "Liens, à ne pas suivre d’ici",
  media: "Médias, non chargés",
  kinds: {
    image: "image",
    video: "vidéo",
    audio: "son",
    link: "lien",
    other: "autre chose",
  },
  size: "{width} × {height}",
  alt: "décrit comme « {alt} »",
  noAlt: "sans description",
  why: "Pourquoi",
  likely: "spam à {percent}",
  prior: "avant d’en savoir quoi que ce soit",
  score: "Score",
  sumHint: "À partir de {settle}, mise en attente ; à partir de {hold}, retenue.",
  fast: "Décidé sans rien peser.",
  group: "Groupe",
  strength: "Force",
  change: "Ce qui changerait le résultat",
  without: "Sans {symbol}, elle aurait {score} décibans et {band}.",
  bands: {
    accept: "passerait aussitôt",
    settle: "serait mise en attente",
    hold: "serait retenue",
  },
  noneAlone: "Aucun indice ne décide à lui seul.",
  together: "Sans {symbols} ensemble, elle passerait aussitôt.",
  toSettle: "{decibans} décibans de plus la mettraient en attente.",
  toHold: "{decibans} décibans de plus la feraient retenir.",
  changed: "Les seuils sont ceux d’aujourd’hui ; ils étaient peut-être autres lors du verdict.",
};
