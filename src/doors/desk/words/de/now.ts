import type { Translated } from "../../words.ts";

/** What is happening. */
export const now: Translated<"now"> = {
  news: "Was es Neues gibt",
  reload: "Neu laden",
  pause: "Anhalten",
  goOn: "Fortsetzen",
  live: "Wird laufend aktualisiert. Zuletzt um {time}.",
  paused: "Angehalten um {time}.",
  lost: "Die Verbindung ist unterbrochen; neuer Versuch läuft.",
  stopped: "Wird nicht mehr aktualisiert. Laden Sie die Seite neu.",
  ended: "Sie sind nicht mehr angemeldet. Laden Sie die Seite neu.",
  asOf: "Stand",
  off: "Ausgeschaltet: Nichts wird beurteilt, alle Post kommt durch.",
  watch:
    "Modus „watch“: Nichts wird aufgehalten. Was hier mit „wäre“ steht, wurde trotzdem " +
    "durchgelassen.",
  partly:
    "Modus „guard“ für {share} der sendenden Domains; von allen anderen wird nichts aufgehalten.",
  homeDown:
    "Der eigene Server antwortet nicht. Die Absender versuchen es erneut, und nichts Neues " +
    "wartet hier.",
  ledgerDown:
    "Das Register antwortet nicht. Post kommt durch, wie die Einstellung on_failure es sagt.",
  lastHour: "Zustellungen in der letzten Stunde",
  keptBack: "in der letzten Stunde aufgehalten",
  wouldBack: "wären in der letzten Stunde aufgehalten worden",
  waiting: "warten und werden erneut beurteilt",
  heldNow: "zurückgehalten bis zur Entscheidung",
  wavesNow: "laufende Wellen",
  oldest: "die älteste kam {away}",
  nextDeadline: "die erste Frist endet {away}",
  waves: "Laufende Wellen",
  noWaves: "Keine Welle läuft. Beginnt eine, erscheint sie hier binnen Sekunden.",
  wave: "Welle",
  began: "Begann",
  contacts: "Kontakte",
  from: "Von",
  fromHosts:
    "{senders, plural, =0 {} one {# Konto auf } other {# Konten auf }}{hosts, plural, one {# " +
    "Server} other {# Servern}}",
  aimedAt: "Gerichtet an",
  people: "{count, plural, one {# Person} other {# Personen}}",
  keptOf: "Aufgehalten",
  wouldOf: "{count, number} wären es worden",
  openCase: "Fall öffnen",
  traffic: "Verkehr",
  letIn: "Durchgelassen, je zehn Sekunden",
  back: "Aufgehalten, je zehn Sekunden",
  wouldTitle: "Wären aufgehalten worden, je zehn Sekunden",
  day: "Der letzte Tag, nach Stunden",
  passed: "ungelesen weitergeleitet",
  accept: "beurteilt und durchgelassen",
  flag: "markiert durchgelassen",
  settle: "wartet, wird erneut beurteilt",
  hold: "zurückgehalten",
  reject: "abgewiesen",
  kept: "aufgehalten",
  watched: "wären aufgehalten worden",
  letInSummary:
    "In der letzten Stunde: {passed, number} ungelesen weitergeleitet, {accept, number} " +
    "beurteilt und durchgelassen, {flag, number} markiert.",
  backSummary:
    "In der letzten Stunde: {hold, number} zurückgehalten, {settle, number} warten oder " +
    "warteten, {reject, number} abgewiesen.",
  wouldSummary:
    "In der letzten Stunde wären {hold, number} zurückgehalten worden, {settle, number} hätten " +
    "gewartet, {reject, number} wären abgewiesen worden.",
  daySummary: "Am letzten Tag {all, number} Zustellungen, davon {kept, number} aufgehalten.",
  dayWouldSummary:
    "Am letzten Tag {all, number} Zustellungen, von denen {would, number} aufgehalten worden " +
    "wären.",
  countedSince: "Gezählt wird, seit dieses Gate gestartet wurde: {away}.",
  time: "Zeit",
  spared: "Was der letzte Tag den Menschen ersparte",
  sparedSum:
    "{notifications, plural, =0 {Niemandem blieb eine Benachrichtigung erspart.} one {# " +
    "Benachrichtigung erreichte niemanden.} other {# Benachrichtigungen erreichten niemanden.}}",
  watchedSum:
    "{notifications, plural, =0 {Niemandem wäre eine Benachrichtigung erspart geblieben.} one " +
    "{# Benachrichtigung hätte nicht sofort jemanden erreicht; so tat sie es.} other {# " +
    "Benachrichtigungen hätten nicht sofort jemanden erreicht; so taten sie es.}}",
  because: "Was am meisten wog",
  notifications: "Benachrichtigungen",
  otherReason: "etwas anderes",
  reasons: {
    REFUSED: "Ein Wort der Administration zu Absender oder Server.",
    RULE: "Eine eigene Regel der Administration traf zu.",
    CASE_REFUSED: "Kopien einer Kampagne, die die Moderation weiter ablehnt.",
    HOST_NEGLECTED: "Die meisten Fremden des Servers wurden hier als Spam eingestuft.",
    FIRST_CONTACT: "Erstkontakte von Fremden warten auf eine Entscheidung.",
    WAVE_UNDER_WAY: "Erstkontakte warten länger, solange eine Welle läuft.",
    CRITERIA: "Mehrere Kriterien waren erfüllt.",
    CONSENT: "Die angeschriebene Person entscheidet über Erstkontakte.",
    WAITS: "Es wartete hinter etwas, das aufgehalten wurde.",
    OVER_QUOTA: "Es war kein Platz, es aufzubewahren.",
  },
  disturbed: "Wen es störte",
  delayed:
    "{count, plural, =0 {Nichts, was wartete, kam verspätet durch.} one {# Zustellung wartete " +
    "und wurde nach {longest} durchgelassen.} other {# Zustellungen warteten und wurden " +
    "durchgelassen: die Hälfte binnen {median}, die letzte nach {longest}.}}",
  released:
    "{count, plural, =0 {Die Moderation hat nichts freigegeben.} one {# wurde von der " +
    "Moderation freigegeben.} other {# wurden von der Moderation freigegeben.}}",
  unruled:
    "{count, plural, =0 {} one {Über # hat noch niemand entschieden: Ob sie erwünscht ist, ist " +
    "nicht bekannt.} other {Über # hat noch niemand entschieden: Ob sie erwünscht sind, ist " +
    "nicht bekannt.}}",
  wanted:
    "{count, plural, =0 {Von keinem Absender, dessen Post aufgehalten wurde, ist bekannt, dass " +
    "er erwünscht ist.} one {Von # Absender, dessen Post aufgehalten wurde, ist bekannt, dass " +
    "er erwünscht ist:} other {Von # Absendern, deren Post aufgehalten wurde, ist bekannt, dass " +
    "sie erwünscht sind:}}",
  wantedWatch:
    "{count, plural, =0 {Von keinem Absender, dessen Post aufgehalten worden wäre, ist bekannt, " +
    "dass er erwünscht ist.} one {Von # Absender, dessen Post aufgehalten worden wäre, ist " +
    "bekannt, dass er erwünscht ist:} other {Von # Absendern, deren Post aufgehalten worden " +
    "wäre, ist bekannt, dass sie erwünscht sind:}}",
  asFar:
    "Soweit es Entscheidungen und das Verhalten der Menschen hier zeigen. Wer erwünscht war und " +
    "es nie sagte, ist nicht mitgezählt.",
  health: "Zustand",
  mode: "Modus",
  modeOf: "{mode}, gesetzt {away}",
  home: "Eigener Server",
  homeUnknown: "Art noch nicht bekannt",
  answers: "antwortet",
  answersNot: "antwortet nicht",
  ledger: "Register",
  memory: "Gedächtnis",
  disk: "Speicherplatz",
  diskFree: "{used} von {most} durch Aufbewahrtes belegt, {free} frei",
  diskUsed: "{used} von {most} durch Aufbewahrtes belegt",
  queue: "Unterwegs",
  queueOf:
    "{count, plural, =0 {nichts wird gerade zugestellt} one {# wird gerade zugestellt} other {# " +
    "werden gerade zugestellt}}",
  full:
    "{count, plural, =0 {} one {# sendende Domain oder Ansicht hat keinen Platz mehr} other {# " +
    "sendende Domains oder Ansichten haben keinen Platz mehr}}",
  room: "Platz",
  roomLeft: "genug für alle",
  troubles: "Störungen",
  noTroubles: "keine seit dem Start",
  troubleTimes: "{times, plural, one {einmal} other {#-mal}}, zuletzt {away}",
  unknown: "nicht bekannt",
  fresh: "Noch ist nichts vorbeigekommen",
  freshText:
    "Hier sehen Sie Post, wie sie eintrifft, Wellen, während sie wachsen, und was sie niemanden " +
    "gekostet haben. Zuerst muss das Gate vor den Posteingängen Ihres Servers stehen:",
  stepGate: "Das Gate läuft.",
  stepHome: "Der eigene Server dahinter antwortet.",
  stepMail:
    "Zustellungen kommen vorbei: Ihr Webserver leitet durch das Gate, was an Posteingänge geht.",
  stepDoctor: "„breakwater doctor“ findet keinen Fehler.",
  stepGuard:
    "Nach einigen Tagen Beobachtung sagt „breakwater week“, was aufgehalten worden wäre; dann " +
    "„breakwater mode guard“.",
  done: "erledigt",
  todo: "zu tun",
  newsWave: "Eine Welle hat begonnen: bisher {count, plural, one {# Kontakt} other {# Kontakte}}.",
  newsWaveOver: "Eine Welle wächst nicht mehr.",
  newsHomeDown: "Der eigene Server antwortet nicht.",
  newsHomeUp: "Der eigene Server antwortet wieder.",
  newsLedgerDown: "Das Register antwortet nicht.",
  newsLedgerUp: "Das Register antwortet wieder.",
  newsMode: "Der Modus ist jetzt {mode}.",
  modes: {
    watch: "watch",
    guard: "guard",
    off: "off",
  },
};
