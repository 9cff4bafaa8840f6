import type { Translated } from "../../words.ts";

/** An admin's own rules. */
export const rules: Translated<"rules"> = {
  kinds: {
    words: "Wörter",
    fuzzy: "Ähnliche Schreibung",
    expression: "Ausdruck (RE2)",
    link: "Link zu einem Server",
    host: "Server des Absenders",
    actor: "Absender",
    name: "Name",
  },
  does: {
    flag: "markieren",
    settle: "warten lassen",
    hold: "zurückhalten",
    reject: "abweisen",
    allow: "durchlassen",
  },
  reach: {
    first: "nur Erstkontakte",
    unasked: "alles, worum jemand hier nicht gebeten hat",
    all: "alles, auch Erbetenes",
  },
  acts: {
    post: "Beiträge",
    boost: "geteilte Beiträge",
    like: "Favoriten und Reaktionen",
    follow: "Folgeanfragen",
    profile: "Profile",
    other: "alles andere",
  },
  states: {
    shadow: "auf Probe",
    "in force": "in Kraft",
    ended: "beendet",
  },
  fates: {
    ham: "Als „Kein Spam“ eingestuft",
    passed: "Durchgelassen, störte niemanden",
    kept: "Aufbewahrt, nicht entschieden",
    spam: "Als Spam eingestuft",
  },
  lead:
    "Was eine Welle gemeinsam hat, aufgeschrieben: Die nächste Kopie wird zurückgehalten. Eine " +
    "Regel wird erst an aufbewahrter und aufgezeichneter Post getestet und endet von selbst.",
  write: "Regel schreiben",
  propose: "Regeln aus einem Fall",
  none: "Es gibt keine Regeln.",
  noneHint:
    "Eine Regel lohnt sich, wenn eine Welle ein Wort, einen Link oder ein Namensmuster " +
    "gemeinsam hat.",
  showEnded: "Auch beendete",
  hideEnded: "Nur geltende",
  rule: "Regel",
  meets: "Was sie trifft",
  effect: "Was geschieht",
  state: "Zustand",
  met: "Getroffen",
  until: "Bis",
  by: "Von",
  note: "Notiz",
  forGood: "auf Dauer",
  metInShadow: "{count, plural, one {# auf Probe} other {# auf Probe}}",
  senders: "Absender, die immer durchgelassen oder abgelehnt werden",
  sendersHint: "Auf der Kommandozeile entstehen sie mit breakwater allow und breakwater refuse.",
  decisions: {
    allow: "durchlassen",
    refuse: "ablehnen",
  },
  newTitle: "Neue Regel",
  kind: "Worauf sie achtet",
  text: "Muster",
  textHint:
    "Wörter zählen ganz und nebeneinander, in jeder Verkleidung; casino* ist alles, was so " +
    "beginnt. In Namen ist * Beliebiges und # eine Zahl. Eine Domain gilt mit allen Servern " +
    "darunter.",
  whose: "Wessen Post",
  whoseHint:
    "Erstkontakte kommen von Menschen, von denen hier nie etwas angenommen wurde. Ein Wort " +
    "trifft auch Unschuldige: Wer hier bekannt ist, bleibt so verschont.",
  which: "Nur bei (nichts markiert: bei allem)",
  recipient: "Nur, was diese Person bei uns erreicht (darf leer sein)",
  days: "Gültig für Tage",
  forever: "Sie endet nicht von selbst",
  noteHint: "Für alle, die die Regel später lesen.",
  itself: "Nach dem Tag auf Probe von selbst in Kraft, wenn nichts Getroffenes durchgelassen wurde",
  tryIt: "Testen",
  tried: "Wen sie getroffen hätte",
  triedLead:
    "Getestet an {texts, plural, one {# Text} other {# Texten}}, die hier aufbewahrt oder " +
    "aufgezeichnet sind, gleich wer wen kennt: Eine Regel für Erstkontakte trifft höchstens so " +
    "viele.",
  texts: "Texte",
  wanted:
    "Von {of, plural, one {# Text} other {# Texten}} erwünschter Post traf sie {part}: {low} " +
    "bis {high}.",
  noWanted: "Es gibt keine erwünschte Post zum Testen.",
  spam: "Von {of} getroffenen, über die etwas bekannt ist, sind {part} Spam: {low} bis {high}.",
  certainty: "Mit 95 % Sicherheit.",
  few:
    "Das sind weniger als {min} Texte erwünschter Post; darum bleibt sie erst einen Tag auf " +
    "Probe: Was sie trifft, wird gezählt, und nichts geschieht.",
  examples: "Einige davon, erwünschte Post zuerst",
  receipt: "Zustellung",
  known: "Bekannt als",
  sender: "Absender",
  save: "Auf Probe speichern",
  change: "Ändern",
  shadowNow: "Sie läuft auf Probe: Was sie trifft, wird gezählt, und nichts geschieht.",
  readyIn: "Sie kann {when} in Kraft gesetzt werden.",
  byItself: "Dann tritt sie von selbst in Kraft, wenn nichts Getroffenes durchgelassen wird.",
  confirm: "In Kraft setzen",
  code: "Die vier Buchstaben {code}, zum Zeichen, dass Sie gesehen haben, wen sie traf",
  end: "Beenden",
  why: "Warum (darf leer sein)",
  again: "Erneut testen",
  pattern: "Muster",
  written: "Geschrieben",
  shadowMet:
    "Auf Probe traf sie {met, plural, one {# Zustellung} other {# Zustellungen}}; {letIn} davon " +
    "wurden durchgelassen.",
  forceMet: "In Kraft traf sie {met, plural, one {# Zustellung} other {# Zustellungen}}.",
  lately: "Was sie zuletzt traf",
  history: "Was damit getan wurde",
  trial: "Ihr Test",
  back: "Alle Regeln",
  proposeTitle: "Regeln aus einem Fall",
  proposeLead:
    "Was die Beiträge eines Falls gemeinsam haben und erwünschte Post nicht hat. Der Fall muss " +
    "als Ganzes abgelehnt worden sein.",
  caseId: "Fall",
  look: "Ansehen",
  nothing: "Er hat nichts gemeinsam, was eine Regel sagen könnte und erwünschte Post nicht hat.",
  inCase: "Im Fall",
  inWanted: "In erwünschter Post",
  share: "Spam-Anteil am Getroffenen",
  takeOver: "Übernehmen",
  of: "{part} von {of}",
  range: "{low} bis {high}",
};
