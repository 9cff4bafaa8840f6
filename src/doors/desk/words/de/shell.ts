import type { Translated } from "../../words.ts";

/** What stands on every page. */
export const shell: Translated<"shell"> = {
  now: "Jetzt",
  cases: "Fälle",
  senders: "Absender",
  hosts: "Server",
  signals: "Signale",
  tuning: "Abstimmung",
  rules: "Regeln",
  audit: "Protokoll",
  settings: "Einstellungen",
  signOut: "Abmelden",
};
