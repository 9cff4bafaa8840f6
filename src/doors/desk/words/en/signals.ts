/** What speaks, with what weight, and how often it is right here. */
export const signals = {
  lead:
    "Each signal’s weight in decibans (+10: ten times likelier to be spam), and how often it was " +
    "right here: {judged, plural, one {# judged delivery} other {# judged deliveries}} of the " +
    "last {days} days, {spam} of them known as spam, {ham} as not.",
  symbol: "Signal",
  weight: "Weight",
  spoke: "Spoke in",
  right: "Spoke in spam",
  rightOf: "{share} of spam",
  wrong: "Spoke in wanted mail",
  wrongOf: "{share} of wanted mail",
  interval: "95 of 100: {low} to {high}",
  off: "off",
  configured: "configured; shipped: {shipped}",
  speaksFor: "speaks for the sender",
  unknownToo: "and in {n, plural, one {# of which} other {# of which}} nobody knows",
  fitted: "95 of 100 fits lie from {low} to {high}, over {campaigns} campaigns",
  byHand: "set by hand",
  summary: "What it sees",
  misfires: "Whom it wrongs",
  because: "Why it weighs that much",
  group: "Group",
  groupCap: "{group}, of which all together add at most {max} decibans",
  settings: "Its settings",
  noSettings: "It has none.",
  last: "Where it spoke last",
  never: "It has not spoken here in the last days.",
  inEnglish: "Descriptions of signals are in English.",
};
