/** Around and in plots. */
export const plot = {
  plot: "plot",
  keys: "With the arrow keys you go from value to value.",
  asTable: "As a table",
  time: "Time",
  deliveries: "deliveries",
  growth: "How it grew",
  growthSummary:
    "{count, plural, one {# delivery} other {# deliveries}}, the first on {first}, " +
    "the last on {last}.",
  scores: "Scores of first contacts",
  scoresSummary:
    "Of {ham, number} who turned out not to be spam, {over, plural, =0 {none scores} " +
    "one {# scores} other {# score}} {holdAt} or more, where it would be held. " +
    "Spam: {spam, number}; nothing known yet: {unknown, number}.",
  score: "score in decibans",
  around: "{from} to {to}",
  ham: "not spam",
  spam: "spam",
  unknown: "nothing known yet",
  settles: "settles",
  holds: "held",
  noScores: "Nothing has been judged yet. Scores appear here with the first contacts.",
  reliability: "What was said, and what was found",
  reliabilitySummary:
    "{contacts, plural, one {# first contact} other {# first contacts}}. {off, plural, " +
    "=0 {As many turned out to be spam as was said, as far as so few can tell} " +
    "other {In # of {of} groups another share turned out to be spam than was said}}. " +
    "Who was let in and gave no offence counts as not spam.",
  said: "said to be spam",
  found: "was spam",
  interval: "between, with 95 %",
  contacts: "contacts",
  noReliability: "It is not known of anybody yet what they turned out to be.",
};
