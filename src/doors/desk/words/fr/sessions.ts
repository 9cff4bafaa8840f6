import type { Translated } from "../../words.ts";

/** Where somebody is signed in. */
export const sessions: Translated<"sessions"> = {
  title: "Où vous êtes connecté",
  intro:
    "Une session prend fin après 12 heures sans usage, et après une semaine ; après un jour là " +
    "où vous vous êtes connecté avec votre compte.",
  device: "Navigateur",
  since: "Depuis",
  seen: "Dernier usage",
  way: "Action",
  here: "Celle-ci",
  unknown: "Inconnu",
  end: "La fermer",
  endAll: "Se déconnecter partout",
};
