import type { Translated } from "../../words.ts";

/** The budget in words, promise and reality, what a change would do. */
export const tuning: Translated<"tuning"> = {
  budget: "Von berechtigten Erstkontakten darf höchstens 1 von {n, number} zurückgehalten werden.",
  budgetHint:
    "Das ist das Budget der Konfiguration. Unten steht, wie weit die geltende Schwelle es einhält.",
  inForce: "In Kraft",
  threshold: "Schwelle zum Zurückhalten",
  decibans: "{n} Deziban",
  whose: {
    none: "wie konfiguriert",
    "in force": "abgestimmt von {by}, {when}",
    "out of force": "wie konfiguriert; was {by} abgestimmt hat ({when}), gilt nicht mehr",
  },
  promised: "Versprochen",
  promisedText:
    "höchstens 1 von {n, number} zurückgehalten, nach {contacts, plural, one {# Erstkontakt} " +
    "other {# Erstkontakten}} erwünschter Post seit {since}, davon {ruled} entschieden",
  promisedNothing: "nichts: Noch kein Erstkontakt ist vierzehn Tage alt",
  least: "Nicht weniger",
  leastText: "so viele erlauben kein Versprechen unter 1 von {n, number}",
  seen: "Gesehen",
  seenText:
    "von {contacts, plural, one {# Erstkontakt} other {# Erstkontakten}} der letzten 14 Tage " +
    "{held, plural, =0 {wurde keiner zurückgehalten, der bekanntlich erwünscht ist} one {wurde " +
    "# zurückgehalten, der bekanntlich erwünscht ist} other {wurden # zurückgehalten, die " +
    "bekanntlich erwünscht sind}}",
  seenNothing: "in den letzten 14 Tagen kam kein Erstkontakt",
  proposed: "Vorgeschlagen",
  proposedNothing: "Nichts Besseres ist bekannt.",
  why: "Warum",
  name: "Was",
  now: "Jetzt",
  next: "Dann",
  promisedThen: "Versprechen lässt sich dann: höchstens 1 von {n, number} zurückgehalten.",
  promisedNoThen: "Versprechen lässt sich dann nichts.",
  whatIf: "Was wäre, wenn",
  whatIfHint:
    "Sehen Sie sich eine andere Schwelle an und was sie getan hätte. Nichts ändert sich, bevor " +
    "Sie sie anwenden.",
  holdAt: "Schwelle zum Zurückhalten in Deziban",
  holdAtHint: "Von {low} bis {high}: nicht weiter von der Konfiguration entfernt.",
  days: "Test an den letzten Tagen",
  look: "Ansehen",
  back: "Zurück zu dem, was das Budget ergibt",
  effect: "Was sie getan hätte",
  effectText:
    "{days, plural, one {Am letzten Tag} other {In den letzten # Tagen}}, mit {weighed, plural, " +
    "one {# abgewogenen Kontakt} other {# abgewogenen Kontakten}}:",
  effectNothing: "Nichts wäre anders gewesen.",
  effectGroup: "{n} {after} statt {before}: {ham} bekanntlich erwünscht, {spam} Spam.",
  outcomes: {
    passed: "durchgelassen",
    settled: "wartend",
    held: "zurückgehalten",
  },
  fates: {
    ended: "geschlossen",
    "ruled spam": "als Spam eingestuft",
    "complained of": "Beschwerde",
    ham: "erwünscht",
    unknown: "niemand weiß es",
  },
  sender: "Absender",
  score: "Score",
  wouldBe: "Wäre",
  insteadOf: "{after}, nicht {before}",
  since: "Seitdem",
  more: "und {n} weitere",
  apply: "Anwenden",
  applyHint: "Das Gate folgt in ein, zwei Sekunden. Es lässt sich zurücknehmen.",
  applied: "Es ist in Kraft.",
  rollback: "Zuletzt Angewandtes zurücknehmen",
  rolledBack: "Zurückgenommen.",
  nothingToRollBack: "Nichts Angewandtes ist übrig.",
  moved: "Was angewandt würde, ist nicht, was Sie angesehen haben. Sehen Sie es erneut an.",
  off: "Nichts Abgestimmtes gilt, solange in der Konfiguration „tune: off“ steht.",
  history: "Was geändert wurde",
  noHistory: "Hier wurde noch nie etwas abgestimmt.",
  when: "Wann",
  who: "Von",
  did: "Tat",
  because: "Weil",
  acts: {
    applied: "wandte an",
    "rolled back": "nahm zurück",
    alarm: "Alarm: die Post hat sich verändert",
  },
  pictures: "Ob es stimmt",
};
