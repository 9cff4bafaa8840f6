import type { Translated } from "../../words.ts";

/** Around and in plots. */
export const plot: Translated<"plot"> = {
  plot: "Diagramm",
  keys: "Mit den Pfeiltasten geht es von Wert zu Wert.",
  asTable: "Als Tabelle",
  time: "Zeit",
  deliveries: "Zustellungen",
  growth: "Wie es wuchs",
  growthSummary:
    "{count, plural, one {# Zustellung} other {# Zustellungen}}, die erste am {first}, die " +
    "letzte am {last}.",
  scores: "Scores von Erstkontakten",
  scoresSummary:
    "Von {ham, number}, die sich als „Kein Spam“ erwiesen, {over, plural, =0 {hat keiner} one " +
    "{hat #} other {haben #}} einen Score ab {holdAt}, wo sie zurückgehalten würden. Spam: " +
    "{spam, number}; noch nichts bekannt: {unknown, number}.",
  score: "Score in Deziban",
  around: "{from} bis {to}",
  ham: "„Kein Spam“",
  spam: "Spam",
  unknown: "noch nichts bekannt",
  settles: "wartet",
  holds: "zurückgehalten",
  noScores: "Noch wurde nichts beurteilt. Scores erscheinen hier mit den ersten Kontakten.",
  reliability: "Was gesagt und was gefunden wurde",
  reliabilitySummary:
    "{contacts, plural, one {# Erstkontakt} other {# Erstkontakte}}. {off, plural, =0 {Es " +
    "erwiesen sich so viele als Spam wie gesagt, soweit so wenige das zeigen können} other {In " +
    "# von {of} Gruppen erwies sich ein anderer Anteil als Spam als gesagt}}. Wer durchgelassen " +
    "wurde und niemanden störte, gilt als „Kein Spam“.",
  said: "als Spam vorhergesagt",
  found: "war Spam",
  interval: "zwischen, mit 95 %",
  contacts: "Kontakte",
  noReliability: "Noch ist von niemandem bekannt, als was er sich erwiesen hat.",
};
