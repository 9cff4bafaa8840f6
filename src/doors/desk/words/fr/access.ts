import type { Translated } from "../../words.ts";

/** Who may enter. */
export const access: Translated<"access"> = {
  title: "Qui a accès",
  withHome:
    "Les modérateurs et admins de {host} se connectent avec leur compte là-bas. Leur rôle est " +
    "demandé à chaque fois et vaut un jour.",
  onlyTokens:
    "Seuls les jetons et les liens donnent accès ici. Si desk.url et home.origin sont définis, " +
    "chacun se connecte avec son compte sur notre serveur.",
  tokens: "Jetons",
  none: "Il n’y a aucun jeton.",
  newToken: "Nouveau jeton",
  name: "Nom",
  nameHint: "Ce que fait cette personne est noté sous ce nom.",
  role: "Rôle",
  days: "Durée en jours",
  daysHint: "Vide : valable jusqu’à sa suppression.",
  make: "Créer un jeton",
  made: "Le jeton de {who} :",
  once: "Il n’est affiché que cette fois. Ne le donnez à personne d’autre, ni par un message.",
  madeAt: "Créé",
  until: "Jusqu’au",
  dropped: "supprimé",
  oneTime: "pour une connexion",
  drop: "Supprimer",
  inside: "Actuellement connectés",
  putOut: "Fermer toutes les sessions",
  labelled: "{label} : {who}",
  way: "Action",
  noName:
    "Un nom a jusqu’à 60 lettres, chiffres, espaces et . _ @ -, et commence par une lettre ou " +
    "un chiffre.",
};
