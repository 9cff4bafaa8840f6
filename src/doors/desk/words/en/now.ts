/** What is happening. */
export const now = {
  news: "What is new",
  reload: "Reload",
  pause: "Pause",
  goOn: "Go on",
  live: "Kept up to date. Last at {time}.",
  paused: "Paused at {time}.",
  lost: "The connection is lost; trying again.",
  stopped: "No longer kept up to date. Reload the page.",
  ended: "You are no longer signed in. Reload the page.",
  asOf: "As of",

  off: "Switched off: nothing is judged, all mail passes.",
  watch:
    "Watch mode: nothing is stopped. What stands here as “would have been” was let in all " +
    "the same.",
  partly: "Guard mode for {share} of the sending domains; of all others nothing is stopped.",
  homeDown: "The home server does not answer. Its senders try again, and nothing new waits here.",
  ledgerDown: "The ledger does not answer. Mail passes as the setting on_failure says.",

  lastHour: "deliveries in the last hour",
  keptBack: "kept back in the last hour",
  wouldBack: "would have been kept back in the last hour",
  waiting: "wait and are judged again",
  heldNow: "held for a ruling",
  wavesNow: "waves under way",
  oldest: "the oldest came {away}",
  nextDeadline: "the first closes {away}",

  waves: "Waves under way",
  noWaves: "No wave is under way. One that begins appears here within seconds.",
  wave: "Wave",
  began: "Began",
  contacts: "Contacts",
  from: "From",
  fromHosts:
    "{senders, plural, =0 {} one {# account on } other {# accounts on }}{hosts, plural, one " +
    "{# host} other {# hosts}}",
  aimedAt: "Aimed at",
  people: "{count, plural, one {# person} other {# people}}",
  keptOf: "Kept back",
  wouldOf: "{count, number}, would have been",
  openCase: "Open the case",

  traffic: "Traffic",
  letIn: "Let in, in ten seconds each",
  back: "Kept back, in ten seconds each",
  wouldTitle: "Would have been kept back, in ten seconds each",
  day: "The last day, by the hour",
  passed: "passed unread",
  accept: "judged and let in",
  flag: "let in and flagged",
  settle: "waits, is judged again",
  hold: "held",
  reject: "rejected",
  kept: "kept back",
  watched: "would have been kept back",
  letInSummary:
    "In the last hour {passed, number} passed unread, {accept, number} were judged and let " +
    "in, {flag, number} flagged.",
  backSummary:
    "In the last hour {hold, number} were held, {settle, number} wait or waited, {reject, " +
    "number} were rejected.",
  wouldSummary:
    "In the last hour {hold, number} would have been held, {settle, number} would have " +
    "waited, {reject, number} would have been rejected.",
  daySummary: "In the last day {all, number} deliveries, {kept, number} of them kept back.",
  dayWouldSummary:
    "In the last day {all, number} deliveries, {would, number} of which would have been kept back.",
  countedSince: "It is counted since this gate was started, {away}.",
  time: "Time",

  spared: "What the last day spared people",
  sparedSum:
    "{notifications, plural, =0 {No notification was kept from anybody.} one {# " +
    "notification did not reach anybody.} other {# notifications did not reach anybody.}}",
  watchedSum:
    "{notifications, plural, =0 {No notification would have been kept from anybody.} one {# " +
    "notification would not have reached anybody at once; it did.} other {# notifications " +
    "would not have reached anybody at once; they did.}}",
  because: "What weighed most",
  notifications: "Notifications",
  otherReason: "something else",
  reasons: {
    REFUSED: "An admin’s word on its sender or host.",
    RULE: "An admin’s own rule met it.",
    CASE_REFUSED: "Copies of a campaign that a moderator keeps refusing.",
    HOST_NEGLECTED: "Most strangers of its host were ruled spam here.",
    FIRST_CONTACT: "First contacts of strangers wait for a ruling.",
    WAVE_UNDER_WAY: "First contacts wait longer while a wave is under way.",
    CRITERIA: "A number of criteria was met.",
    CONSENT: "The person it is for decides on first contacts.",
    WAITS: "It waited behind something that was kept back.",
    OVER_QUOTA: "There was no room to keep it.",
  },

  disturbed: "Whom it disturbed",
  delayed:
    "{count, plural, =0 {Nothing that waited was let in late.} one {# delivery waited and " +
    "was let in, after {longest}.} other {# deliveries waited and were let in: half of them " +
    "within {median}, the last after {longest}.}}",
  released:
    "{count, plural, =0 {Nothing was released by a moderator.} one {# was released by a " +
    "moderator.} other {# were released by a moderator.}}",
  unruled:
    "{count, plural, =0 {} one {Nobody has ruled on # yet: whether it is wanted is not " +
    "known.} other {Nobody has ruled on # yet: whether they are wanted is not known.}}",
  wanted:
    "{count, plural, =0 {Of nobody whose mail was kept back it is known that they are " +
    "wanted.} one {Of # sender whose mail was kept back it is known that they are wanted:} " +
    "other {Of # senders whose mail was kept back it is known that they are wanted:}}",
  wantedWatch:
    "{count, plural, =0 {Of nobody whose mail would have been kept back it is known that " +
    "they are wanted.} one {Of # sender whose mail would have been kept back it is known " +
    "that they are wanted:} other {Of # senders whose mail would have been kept back it is " +
    "known that they are wanted:}}",
  asFar:
    "As far as rulings, and what people here did, show it. Who was wanted and never said so " +
    "is not counted.",

  health: "Health",
  mode: "Mode",
  modeOf: "{mode}, since {away}",
  home: "Home server",
  homeUnknown: "of a kind not known yet",
  answers: "answers",
  answersNot: "does not answer",
  ledger: "Ledger",
  memory: "Memory",
  disk: "Disk",
  diskFree: "{used} of {most} used by what is kept, {free} free",
  diskUsed: "{used} of {most} used by what is kept",
  queue: "On the way",
  queueOf:
    "{count, plural, =0 {nothing is being delivered} one {# is being delivered} other {# " +
    "are being delivered}}",
  full:
    "{count, plural, =0 {} one {# sending domain or view has no room left} other {# sending " +
    "domains or views have no room left}}",
  room: "Room",
  roomLeft: "enough for everybody",
  troubles: "Troubles",
  noTroubles: "none since it was started",
  troubleTimes: "{times, plural, one {once} other {# times}}, last {away}",
  unknown: "not known",

  fresh: "Nothing has come by yet",
  freshText:
    "Here you will see mail as it arrives, waves while they grow, and what they cost " +
    "nobody. First the gate has to stand in front of your server’s inboxes:",
  stepGate: "The gate runs.",
  stepHome: "The home server behind it answers.",
  stepMail: "Deliveries come by: your web server sends what is posted to inboxes through the gate.",
  stepDoctor: "“breakwater doctor” finds nothing wrong.",
  stepGuard:
    "After some days of watching, “breakwater week” says what would have been stopped; then " +
    "“breakwater mode guard”.",
  done: "done",
  todo: "to do",

  newsWave: "A wave has begun: {count, plural, one {# contact} other {# contacts}} so far.",
  newsWaveOver: "A wave has stopped growing.",
  newsHomeDown: "The home server does not answer.",
  newsHomeUp: "The home server answers again.",
  newsLedgerDown: "The ledger does not answer.",
  newsLedgerUp: "The ledger answers again.",
  newsMode: "The mode is now {mode}.",
  modes: { watch: "watch", guard: "guard", off: "off" },
};
