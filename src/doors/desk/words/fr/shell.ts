import type { Translated } from "../../words.ts";

/** What stands on every page. */
export const shell: Translated<"shell"> = {
  now: "Maintenant",
  cases: "Dossiers",
  senders: "Expéditeurs",
  hosts: "Serveurs",
  signals: "Signaux",
  tuning: "Réglage",
  rules: "Règles",
  audit: "Journal",
  settings: "Paramètres",
  signOut: "Se déconnecter",
};
