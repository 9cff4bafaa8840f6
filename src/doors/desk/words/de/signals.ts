import type { Translated } from "../../words.ts";

/** What speaks, with what weight, and how often it is right here. */
export const signals: Translated<"signals"> = {
  lead:
    "Das Gewicht jedes Signals in Deziban (+10: zehnmal wahrscheinlicher Spam) und wie oft es " +
    "hier recht hatte: {judged, plural, one {# beurteilte Zustellung} other {# beurteilte " +
    "Zustellungen}} der letzten {days} Tage, davon {spam} als Spam bekannt, {ham} als „Kein " +
    "Spam“.",
  symbol: "Signal",
  weight: "Gewicht",
  spoke: "Sprach in",
  right: "Sprach in Spam",
  rightOf: "{share} des Spams",
  wrong: "Sprach in erwünschter Post",
  wrongOf: "{share} der erwünschten Post",
  interval: "95 von 100: {low} bis {high}",
  off: "aus",
  configured: "konfiguriert; ausgeliefert: {shipped}",
  speaksFor: "spricht für den Absender",
  unknownToo: "und in {n, plural, one {#, von der} other {#, von denen}} es niemand weiß",
  fitted: "95 von 100 Anpassungen liegen zwischen {low} und {high}, über {campaigns} Kampagnen",
  byHand: "von Hand gesetzt",
  summary: "Was es sieht",
  misfires: "Wem es Unrecht tut",
  because: "Warum es so viel wiegt",
  group: "Gruppe",
  groupCap: "{group}, alle zusammen höchstens {max} Deziban",
  settings: "Einstellungen dazu",
  noSettings: "Es hat keine.",
  last: "Wo es zuletzt sprach",
  never: "In den letzten Tagen hat es hier nicht gesprochen.",
  inEnglish: "Die Beschreibungen der Signale sind auf Englisch.",
};
