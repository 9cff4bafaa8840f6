import type { Translated } from "../../words.ts";

/** What stands on every page. */
export const shell: Translated<"shell"> = {
  skip: "Zum Inhalt springen",
  navigation: "Seiten",
  now: "Jetzt",
  cases: "Fälle",
  appeals: "Einsprüche",
  senders: "Absender",
  hosts: "Server",
  signals: "Signale",
  tuning: "Feinabstimmung",
  rules: "Regeln",
  audit: "Protokoll",
  settings: "Einstellungen",
  signOut: "Abmelden",
  signedInAs: "{who}, {role}",
  admin: "Admin",
  moderator: "Moderation",
  recipient: "Empfänger",
  notFound: "Hier ist nichts",
  notFoundText: "Die Seite wurde entfernt, oder die Adresse ist falsch.",
  notAllowed: "Das dürfen Sie nicht",
  notAllowedText: "Ihre Rolle hier ist {role}. Dies ist für andere.",
  failed: "Etwas ging schief",
  failedText: "Nichts wurde geändert. Was schiefging, steht im Log von Breakwater.",
  down: "Das Register ist nicht erreichbar",
  downText: "Nichts wurde geändert. Versuchen Sie es gleich noch einmal.",
  tooLarge: "Das war zu groß",
  tooOften: "Zu viele Versuche aus Ihrem Netz",
  tooOftenText:
    "Nichts wurde geändert. Versuchen Sie es in {minutes, plural, one {einer Minute} other {# " +
    "Minuten}} noch einmal.",
  wrongForm: "Dieses Formular ist zu alt",
  wrongFormText:
    "Nichts wurde geändert. Gehen Sie zurück, laden Sie die Seite neu und wiederholen Sie den " +
    "Schritt.",
  wrongInput: "An den gesendeten Angaben kann etwas nicht stimmen",
  tooManyStreams: "Zu viele laufend aktualisierte Seiten sind offen. Schließen Sie einige.",
  utc: "Alle Zeiten sind UTC.",
};
