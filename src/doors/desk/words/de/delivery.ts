// What the page of one kept delivery says.

import type { Translated } from "../../words.ts";

/** One delivery: why it is kept, and what may be done about it. */
export const delivery: Translated<"delivery"> = {
  title: "Zustellung",
  lead: "{activity} von {sender}, {when}.",
  notKept:
    "Nichts davon ist aufbewahrt: Es wurde weitergeleitet. Was davon notiert ist, steht unten.",
  receipt: "Beleg",
  case: "Fall",
  sender: "Absender",
  author: "Angeblich von",
  activityId: "Aktivität",
  objectId: "Objekt",
  inbox: "Posteingang",
  recipients: "Empfänger",
  none: "niemand ist genannt",
  visibility: "Für",
  visibilities: {
    public: "alle",
    unlisted: "alle, nicht gelistet",
    followers: "Follower",
    direct: "nur die Genannten",
    none: "niemand Bestimmtes",
  },
  arrived: "Eingegangen",
  state: "Jetzt",
  since: "seit {when}",
  ruledBy: "Entschieden von",
  waysIn: "Wege hinein",
  ways: {
    replay: "wie gesendet",
    "own-proof": "vom Autor signiert, vom Gate zugestellt",
    resolve: "vom eigenen Server abgerufen, von Hand",
  },
  until: "bis {when}",
  closed: "geschlossen {when}",
  open: "solange es aufbewahrt ist",
  answer: "Eigener Server",
  unreachable: "war nicht erreichbar: {because}",
  proof: "Signatur",
  proofs: {
    proven: "bewiesen",
    unknown: "der Schlüssel war nicht zu bekommen: Jeder kann es gesendet haben",
    refuted: "widerlegt: Jemand anderes hat es gesendet",
    none: "keine",
  },
  release: "Freigeben",
  releaseAfterAll: "Doch noch durchlassen",
  refuse: "Ablehnen",
  releaseDoes: {
    replay: "Kommt herein, wie es gesendet wurde; wem es gilt, wird benachrichtigt.",
    "own-proof":
      "Kommt vom Autor signiert herein, vom Gate zugestellt; wem es gilt, wird benachrichtigt.",
    none:
      "Der eigene Server nahm es bis {when} an und kann es jetzt ablehnen; das Gate versucht " +
      "es.",
  },
  releaseUnsent:
    "Was durchgelassen ist, ist nicht zurückzuholen. Es gilt als „Kein Spam“, auch für den " +
    "Absender.",
  refuseDoes:
    "Kommt nicht herein. Der Absender erfuhr, dass es angenommen wurde, und erfährt nichts " +
    "weiter. Es gilt als Spam, auch für den Absender und den Fall. Solange die Bytes hier sind, " +
    "lässt es sich doch noch durchlassen.",
  copies: "Derselbe Beitrag in anderen Posteingängen teilt sein Los.",
  says: "Was darin steht",
  private:
    "Es ist nicht für alle bestimmt. Den Text zu lesen ist ein Schritt, der protokolliert wird; " +
    "wen es betrifft, steht unten.",
  read: "Lesen",
  nothing: "Es enthält keine Worte.",
  gone: "Die Bytes sind gelöscht.",
  links: "Links, von hier aus nicht zu öffnen",
  media: "Medien, nicht geladen",
  kinds: {
    image: "Bild",
    video: "Video",
    audio: "Ton",
    link: "Link",
    other: "etwas anderes",
  },
  size: "{width} × {height}",
  alt: "beschrieben als „{alt}“",
  noAlt: "nicht beschrieben",
  why: "Warum",
  likely: "zu {percent} Spam",
  prior: "bevor etwas darüber bekannt ist",
  score: "Score",
  sumHint: "Ab {settle} wartet es, ab {hold} wird es zurückgehalten.",
  fast: "Es wurde entschieden, ohne etwas abzuwägen.",
  group: "Gruppe",
  strength: "Stärke",
  change: "Was es ändern würde",
  without: "Ohne {symbol} hätte es {score} Deziban und würde {band}.",
  bands: {
    accept: "sofort durchgelassen",
    settle: "warten",
    hold: "zurückgehalten",
  },
  noneAlone: "Kein Indiz entscheidet es allein.",
  together: "Ohne {symbols} zusammen würde es sofort durchgelassen.",
  toSettle: "Mit {decibans} Deziban mehr würde es warten.",
  toHold: "Mit {decibans} Deziban mehr würde es zurückgehalten.",
  changed: "Die Schwellen sind die heutigen; beim Urteil können es andere gewesen sein.",
};
