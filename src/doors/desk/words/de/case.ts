// What the page of a case says, and the half minute in which a ruling can be undone.

import type { Translated } from "../../words.ts";

const people = "{people, plural, one {eine Person} other {# Personen}}";
const deliveries = "{deliveries, plural, one {eine Zustellung} other {# Zustellungen}}";
const senders = "{senders, plural, one {einem Absender} other {# Absendern}}";
const domains = "{domains, plural, one {einer Domain} other {# Domains}}";

/** One case: what it is, and what may be done about it. */
export const caseWords: Translated<"caseWords"> = {
  proposesRules: "Regeln, die dieser Fall vorschlägt",
  title: "Fall {id}",
  lead:
    `{contacts, plural, one {Ein Kontakt} other {# Kontakte}} von ${senders} aus ${domains} an ` +
    `${people} hier. Der erste kam {first}, der letzte {last}.`,
  silent: "Wen davon Menschen hier kennen, lässt sich gerade nicht sagen.",
  kept: "Aufbewahrt",
  reached: "Angekommen",
  scores: "Score",
  scoresHint: "{least} bis {most} Deziban, in der Mitte {middle}",
  recallHint: "{listed} beim eigenen Server zurückzuziehen; {withdrawn} zurückgezogen",
  until: "Durchlassen bis",
  untilHint: "danach nimmt der eigene Server das Erste davon nicht mehr an",
  beyond:
    "Für {count} ist es zu spät: Der eigene Server nimmt sie nicht mehr an, und niemand wurde " +
    "benachrichtigt.",
  noneWaits: "Nichts davon wartet.",
  more:
    "Der Fall ist größer, als auf einmal gelesen wird: Was folgt, betrifft die ältesten " +
    "20.000.",
  waitsRelease: `In {seconds} s wirksam: ${deliveries} durchlassen.`,
  waitsRefuse: `In {seconds} s wirksam: ${deliveries} ablehnen.`,
  givenBy: "Von {by}.",
  undo: "Rückgängig",
  undone: "Zurückgenommen, als wäre nie entschieden worden.",
  tooLate: "Es war schon wirksam.",
  unknown: "Diese Entscheidung wartet nicht mehr.",
  tookEffect: "Es ist wirksam. Laden Sie die Seite neu.",
  ruledSpam: "Von {by} als Spam eingestuft, {when}.",
  ruledHam: "Von {by} als „Kein Spam“ eingestuft, {when}.",
  wayBack:
    "Eine Ablehnung lässt sich zurücknehmen: {count, plural, one {Eine Zustellung ist} other {# " +
    "Zustellungen sind}} noch da und unten doch noch durchzulassen.",
  noWayBack: "Was durchgelassen wurde, ist nicht zurückzuholen.",
  notGiven: {
    "nothing is meant":
      "Nichts entschieden: Nichts davon wartet, oder eine andere Entscheidung dazu steht bevor.",
    "too many at once": "Nichts entschieden: Zu viele Entscheidungen warten auf ihre halbe Minute.",
    "too many names": "Nichts entschieden: Zu viele auf einmal genannt.",
    "nobody tells":
      "Nichts entschieden: Wen davon Menschen hier kennen, lässt sich gerade nicht sagen.",
  },
  order: {
    refuse:
      "Kopien davon werden sofort abgelehnt, auf Anordnung von {by}: bisher {taken}. Die " +
      "Anordnung endet {when}, sofern keine weiteren kommen.",
    allow:
      "Kopien davon werden durchgelassen, auf Anordnung von {by}: bisher {taken}. Die Anordnung " +
      "endet {when}, sofern keine weiteren kommen.",
    end: "Anordnung beenden",
  },
  actions: "Was zu tun ist",
  actionsHint: "Alles wartet eine halbe Minute und lässt sich so lange rückgängig machen.",
  refuse: "Alle ablehnen",
  keepRefusing: "Ablehnen, auch künftig",
  release: "Alle freigeben",
  releaseAfterAll: "Doch noch durchlassen",
  neverAgain: "„Kein Spam“, auch künftig",
  late: "Auch, was der eigene Server vielleicht nicht mehr annimmt: Er kann es ablehnen",
  refuseTicked: "Markierte ablehnen",
  releaseTicked: "Markierte freigeben",
  tickedHint: "Nur die in dieser Liste markierten; über den Rest wird nichts gelernt.",
  split: "Markierte zu einem eigenen Fall machen",
  splitHint: "Sie verlassen diesen Fall für immer; entschieden wird dadurch nichts.",
  notSplit: {
    "none of it": "Nichts Markiertes liegt in diesem Fall: Bitte in der Liste etwas markieren.",
    "all of it": "Das ist der ganze Fall: Da gibt es nichts zu teilen.",
    forgotten: "An nichts davon gibt es noch eine Erinnerung: Bitte einzeln entscheiden.",
  },
  does: {
    refuse: `Beendet ${deliveries} von ${senders} aus ${domains}; ${people} erhalten nichts davon.`,
    release: `Lässt ${deliveries} von ${senders} aus ${domains} durch, an ${people}.`,
    nothing: "Es wartet nichts, was davon betroffen wäre; gelernt wird für das, was noch kommt.",
    told: "Die Absender erfuhren, dass es angenommen wurde, und erfahren nichts weiter.",
    replay: "{count} wie gesendet: Die Menschen werden benachrichtigt.",
    ownProof:
      "{count} vom Autor signiert, vom Gate zugestellt: Die Menschen werden benachrichtigt.",
    none: "{count}, obwohl der eigene Server sie ablehnen kann.",
    takenBack: "{count} davon waren abgelehnt.",
    laterSpam: "Was später davon kommt, gilt dreißig Tage lang als Spam und wird zurückgehalten.",
    laterHam: "Was später davon kommt, gilt dreißig Tage lang als „Kein Spam“.",
    keep:
      "Wie „Alle ablehnen“; spätere Kopien werden zudem sofort abgelehnt, außer Menschen hier " +
      "kennen den Absender. Endet dreißig Tage nach der letzten.",
    never:
      "Wie „Alle freigeben“; spätere Kopien werden zudem durchgelassen. Endet dreißig Tage nach " +
      "der letzten.",
    unsent: "Was durchgelassen ist, ist nicht zurückzuholen.",
  },
  left: {
    "known here":
      "Ausgenommen: {count, plural, one {eine, deren Absender} other {#, deren Absender}} " +
      "Menschen hier kennen.",
    "spoken for":
      "Ausgenommen: {count}, für deren Absender etwas spricht, das für wenige andere spricht.",
    milder: "Ausgenommen: {count}, für sich genommen weit milder als der Rest.",
    "too late": "Ausgenommen: {count}, die der eigene Server nicht mehr annimmt.",
    ended: "Ausgenommen: {count}, die nicht mehr warten.",
    pending: "Ausgenommen: {count}, zu denen eine andere Entscheidung bevorsteht.",
  },
  leftHint: "Zum Einbeziehen in der Liste markieren.",
  common: "Was darin steht",
  commonHint: "Der neueste von {read} verglichenen Beiträgen.",
  same: "Was die meisten gemeinsam haben",
  varies: "was ihm eigen ist",
  moreSamples: "Weitere davon",
  tooFew: "Weniger als zwei der Beiträge sind lesbar: nichts zu vergleichen.",
  hidden:
    "{count, plural, one {Ein Beitrag ist} other {# Beiträge sind}} nicht für alle bestimmt und " +
    "{count, plural, one {blieb} other {blieben}} ungelesen.",
  readHidden: "Auch diese lesen",
  readHiddenHint: "Das wird protokolliert.",
  links: "Links zu",
  pictures: "Bilder",
  handles: "Namen",
  profile: "Profile",
  ofRead: "{count} von {read}",
  growth: "Wie er wuchs",
  who: "Wer und an wen",
  senders: "Absender",
  domains: "Domains der Server",
  recipients: "Empfänger",
  andMore: "und {count} weitere",
  why: "Warum aufbewahrt",
  whyHint:
    "Was die Signale über die Mitglieder sagen, summiert und durch deren Zahl geteilt. Zehn " +
    "Deziban machen Spam zehnmal wahrscheinlicher.",
  symbol: "Signal",
  because: "Weil",
  members: "Mitglieder",
  decibans: "Deziban",
  prior: "Was von jedem Kontakt vorab gehalten wird",
  total: "Zusammen: ihr Score im Mittel",
  alike: "Früher entschieden und ähnlich",
  alikeLine: "von {by} als {ruling} eingestuft, {when}; gemeinsam: {what}",
  shares: {
    text: "Text",
    link: "Links",
    media: "Bilder",
    other: "anderes",
  },
  ruling: {
    spam: "Spam",
    ham: "„Kein Spam“",
  },
  list: "Mitglieder",
  listHint: "Wer vor einer Entscheidung einen Blick braucht, steht zuerst.",
  tick: "{sender} einbeziehen",
  sender: "Absender",
  arrived: "Eingegangen",
  state: "Jetzt",
  score: "Score",
  note: "Notiz",
  notes: {
    "known here": "Menschen hier kennen ihn",
    "spoken for": "etwas spricht für ihn",
    milder: "weit milder als der Rest",
    "ruled ham by itself": "einzeln als „Kein Spam“ eingestuft",
    "ruled spam by itself": "einzeln als Spam eingestuft",
    pending: "eine Entscheidung wird gleich wirksam",
  },
  states: {
    settling: "wartet",
    held: "zurückgehalten",
    releasing: "unterwegs",
    delivered: "durchgelassen",
    refused: "vom eigenen Server abgelehnt",
    rejected: "abgelehnt",
    withdrawn: "vom Autor zurückgezogen",
    expired: "nie entschieden",
    passed: "weitergeleitet",
  },
  page: "Seite {page} von {pages}",
  before: "Zurück",
  after: "Weiter",
  acts: "Was getan wurde",
};
