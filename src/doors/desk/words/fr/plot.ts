import type { Translated } from "../../words.ts";

/** Around and in plots. */
export const plot: Translated<"plot"> = {
  plot: "graphique",
  keys: "Avec les touches fléchées, vous allez de valeur en valeur.",
  asTable: "En tableau",
  time: "Heure",
  deliveries: "livraisons",
  growth: "Son évolution",
  growthSummary:
    "{count, plural, one {# livraison} other {# livraisons}}, la première le {first}, la " +
    "dernière le {last}.",
  scores: "Scores des premiers contacts",
  scoresSummary:
    "Sur {ham, number} qui se sont révélés non-spam, {over, plural, =0 {aucun n’a} one {# a} " +
    "other {# ont}} un score de {holdAt} ou plus, où ils seraient retenus. Spam : {spam, " +
    "number} ; rien de connu encore : {unknown, number}.",
  score: "score en décibans",
  around: "de {from} à {to}",
  ham: "non-spam",
  spam: "spam",
  unknown: "rien de connu encore",
  settles: "en attente",
  holds: "retenu",
  noScores: "Rien n’a encore été évalué. Les scores apparaissent ici avec les premiers contacts.",
  reliability: "Ce qui a été dit, et ce qui a été trouvé",
  reliabilitySummary:
    "{contacts, plural, one {# premier contact} other {# premiers contacts}}. {off, plural, =0 " +
    "{Autant que prévu se sont révélés spam, pour autant qu’un si petit nombre le montre} other " +
    "{Dans # des {of} groupes, une autre part que prévu s’est révélée spam}}. Qui est passé " +
    "sans gêner personne compte comme non-spam.",
  said: "spam prévu",
  found: "était spam",
  interval: "entre, à 95 %",
  contacts: "contacts",
  noReliability: "On ne sait encore de personne ce qu’il s’est révélé être.",
};
