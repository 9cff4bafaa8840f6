/** The budget in words, promise and reality, what a change would do. */
export const tuning = {
  budget: "Of legitimate first contacts at most 1 in {n, number} may be held.",
  budgetHint:
    "That is the budget of the configuration. Below is how far the threshold in force keeps to it.",
  inForce: "In force",
  threshold: "Hold threshold",
  decibans: "{n} decibans",
  whose: {
    none: "as configured",
    "in force": "tuned by {by}, {when}",
    "out of force": "as configured; what {by} tuned ({when}) is out of force",
  },
  promised: "Promised",
  promisedText:
    "at most 1 in {n, number} held, by " +
    "{contacts, plural, one {# first contact} other {# first contacts}} of wanted mail " +
    "since {since}, {ruled} of them ruled on",
  promisedNothing: "nothing: no first contact is fourteen days old yet",
  least: "No less",
  leastText: "so many allow no promise below 1 in {n, number}",
  seen: "Seen",
  seenText:
    "of {contacts, plural, one {# first contact} other {# first contacts}} of the last 14 days " +
    "{held, plural, =0 {none that is known to be wanted was held} " +
    "one {# that is known to be wanted was held} other {# that are known to be wanted were held}}",
  seenNothing: "no first contact came in the last 14 days",
  proposed: "Proposed",
  proposedNothing: "Nothing better is known.",
  why: "Why",
  name: "What",
  now: "Now",
  next: "Then",
  promisedThen: "It may promise at most 1 in {n, number} held.",
  promisedNoThen: "It may promise nothing.",
  whatIf: "What if",
  whatIfHint:
    "Look at another threshold and at what it would have done. " +
    "Nothing changes before you apply it.",
  holdAt: "Hold threshold in decibans",
  holdAtHint: "From {low} to {high}: not further from what is configured.",
  days: "Try it on the last days",
  look: "Look",
  back: "Back to what the budget says",
  effect: "What it would have done",
  effectText:
    "On the last {days, plural, one {day} other {# days}}, with " +
    "{weighed, plural, one {# weighed contact} other {# weighed contacts}}:",
  effectNothing: "Nothing would have been different.",
  effectGroup: "{n} {after} instead of {before}: {ham} known as wanted, {spam} as spam.",
  outcomes: { passed: "let in", settled: "settled", held: "held" },
  fates: {
    ended: "closed",
    "ruled spam": "ruled spam",
    "complained of": "complained of",
    ham: "wanted",
    unknown: "nobody knows",
  },
  sender: "Sender",
  score: "Score",
  wouldBe: "Would be",
  insteadOf: "{after}, not {before}",
  since: "Since then",
  more: "and {n} more",
  apply: "Apply it",
  applyHint: "The gate follows within a second or two. It can be taken back.",
  applied: "It is in force.",
  rollback: "Take back what was applied last",
  rolledBack: "Taken back.",
  nothingToRollBack: "Nothing that was applied is left.",
  moved: "What would be applied is not what you looked at. Look again.",
  off: "Nothing tuned is in force while the configuration says “tune: off”.",
  history: "What was changed",
  noHistory: "Nothing was ever tuned here.",
  when: "When",
  who: "By",
  did: "Did",
  because: "Because",
  acts: { applied: "applied", "rolled back": "took back", alarm: "alarm: mail has changed" },
  pictures: "Whether it is right",
};
