import type { Translated } from "../../words.ts";

/** What a held sender reads and fills in, without an account. */
export const appeal: Translated<"appeal"> = {
  title: "Die Moderation um Prüfung bitten",
  intro:
    "Sie haben jemandem auf {home} geschrieben und glauben, dass es nicht ankam? Fragen Sie " +
    "hier. Jemand aus der Moderation sieht sich an, was Sie nennen. Ob etwas aufgehalten wird, " +
    "erfährt niemand.",
  about: "Ihr Handle oder die Adresse des Beitrags",
  aboutHint: "Etwa @anna@harbor.example oder https://harbor.example/@anna/1234",
  text: "Was sollte die Moderation wissen? (freiwillig)",
  textHint:
    "Höchstens {most} Zeichen. Die Moderation liest es unverändert; veröffentlicht wird es nicht.",
  send: "Anfragen",
  working: "Ihr Browser rechnet kurz, damit Maschinen nicht massenhaft anfragen …",
  ready: "Bereit zum Absenden.",
  failed:
    "Ihr Browser konnte nicht rechnen. Laden Sie die Seite neu oder schreiben Sie an die " +
    "Administration.",
  withoutScript:
    "Dieses Formular braucht JavaScript für eine kurze Rechnung, die Maschinen von massenhaften " +
    "Anfragen abhält. Ohne JavaScript: Schreiben Sie den Menschen, die {home} betreiben; wie, " +
    "steht dort auf der Seite „Über“.",
  sent: "Vielen Dank",
  sentText:
    "Ihre Anfrage ist notiert. Die Moderation sieht nach, falls es etwas zu sehen gibt; eine " +
    "Antwort erhalten Sie hier nicht.",
  noSubject:
    "Das ist weder ein Handle wie @anna@harbor.example noch die Adresse eines Beitrags oder " +
    "Profils.",
  unproven: "Die Rechnung fehlt, wurde schon verwendet oder ist zu alt. Laden Sie die Seite neu.",
  list: "Einsprüche",
  lead:
    "Fremde bitten, sich etwas anzusehen. Bitten kostet nichts und spricht darum nicht für sie: " +
    "Sehen Sie sich den Fall an. Eine Entscheidung über ihn beantwortet alle Einsprüche.",
  none: "Niemand wartet auf Antwort.",
  subject: "Betrifft",
  asked: "Gefragt",
  times: "{n, plural, one {einmal} other {#-mal}}",
  says: "Eine fremde Person schreibt:",
  saysNothing: "Keine Worte.",
  case: "Fall",
  accounts: "{n, plural, one {# Konto} other {# Konten}}",
  delivery: "Zustellung",
  notFound:
    "{n, plural, one {# weiterer betrifft} other {# weitere betreffen}} etwas, wovon hier " +
    "nichts aufbewahrt ist.",
  close: "Nichts zu tun",
  closeLabel: "Nichts zu tun bei {who}",
  closedHow: "nichts zu tun",
  onThis: "Einsprüche dazu",
};
