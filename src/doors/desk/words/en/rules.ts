import type {
  PatternKind,
  RuledAct,
  RuleEffect,
  RuleReach,
  RuleState,
  TriedFate,
} from "../../../../model/admin-rule.ts";

const kinds = {
  words: "Words",
  fuzzy: "Near spelling",
  expression: "Expression (RE2)",
  link: "Link to a host",
  host: "Sender’s host",
  actor: "Sender",
  name: "Name",
} satisfies Record<PatternKind, string>;

const does = {
  flag: "flag it",
  settle: "have it settle",
  hold: "hold it",
  reject: "reject it",
  allow: "let it in",
} satisfies Record<RuleEffect, string>;

const reach = {
  first: "first contacts only",
  unasked: "all that somebody here did not ask for",
  all: "everything, also what was asked for",
} satisfies Record<RuleReach, string>;

const acts = {
  post: "posts",
  boost: "boosts",
  like: "likes and reactions",
  follow: "follows",
  profile: "profiles",
  other: "anything else",
} satisfies Record<RuledAct, string>;

const states = {
  shadow: "in the shadow",
  "in force": "in force",
  ended: "ended",
} satisfies Record<RuleState, string>;

const fates = {
  ham: "Ruled not spam",
  passed: "Let in, nobody minded",
  kept: "Kept, not ruled on",
  spam: "Ruled spam",
} satisfies Record<TriedFate, string>;

/** An admin's own rules. */
export const rules = {
  kinds,
  does,
  reach,
  acts,
  states,
  fates,
  lead:
    "What a wave has in common, written down: the next copy is held. A rule is tried on kept and " +
    "recorded mail first, and ends by itself.",
  write: "Write a rule",
  propose: "Rules from a case",
  none: "There are no rules.",
  noneHint: "A rule pays when a wave has a word, a link or a way of making names in common.",
  showEnded: "Also those that ended",
  hideEnded: "Only those that stand",
  rule: "Rule",
  meets: "What it meets",
  effect: "What is done",
  state: "State",
  met: "Met",
  until: "Until",
  by: "By",
  note: "Note",
  forGood: "for good",
  metInShadow: "{count, plural, one {# in the shadow} other {# in the shadow}}",
  senders: "Senders always let in or refused",
  sendersHint: "On the command line, breakwater allow and breakwater refuse make these.",
  decisions: { allow: "let in", refuse: "refuse" },
  newTitle: "A new rule",
  kind: "What it looks at",
  text: "Pattern",
  textHint:
    "Words stand whole and side by side, in any disguise; casino* is whatever begins so. In " +
    "names * is anything and # a number. A domain is meant with every host below it.",
  whose: "Whose mail",
  whoseHint:
    "First contacts come from people of whom nothing was ever taken here. A word meets the " +
    "innocent too: whoever is known here is spared by that.",
  which: "Only on (none ticked: on all)",
  recipient: "Only what reaches this one of our people (may be empty)",
  days: "Days that it lasts",
  forever: "It does not end by itself",
  noteHint: "For those who read the rule later.",
  itself: "In force by itself after its day in the shadow, if nothing that it met was let in",
  tryIt: "Try it",
  tried: "Whom it would have met",
  triedLead:
    "Tried on {texts, plural, one {# text} other {# texts}} that are kept or recorded here, " +
    "whoever knows whom: a rule on first contacts meets at most so many.",
  texts: "Texts",
  wanted:
    "Of {of, plural, one {# text} other {# texts}} of wanted mail it met {part}: " +
    "{low} to {high}.",
  noWanted: "There is no wanted mail to try it on.",
  spam: "Of {of} that it met and that are known, {part} are spam: {low} to {high}.",
  certainty: "With 95 % certainty.",
  few:
    "That is fewer than {min} texts of wanted mail, so it stays in the shadow for a day first: " +
    "what it meets is counted, and nothing is done by it.",
  examples: "Some of them, wanted mail first",
  receipt: "Delivery",
  known: "Known as",
  sender: "Sender",
  save: "Write it into the shadow",
  change: "Change it",
  shadowNow: "It is in the shadow: what it meets is counted, and nothing is done by it.",
  readyIn: "It can be put in force {when}.",
  byItself: "It comes in force by itself then, if nothing that it met is let in.",
  confirm: "Put it in force",
  code: "The four letters {code}, to say that you have seen whom it met",
  end: "End it",
  why: "Why (may be empty)",
  again: "Try it again",
  pattern: "Pattern",
  written: "Written",
  shadowMet:
    "In the shadow it met {met, plural, one {# delivery} other {# deliveries}}; {letIn} of those " +
    "were let in.",
  forceMet: "In force it met {met, plural, one {# delivery} other {# deliveries}}.",
  lately: "The last that it met",
  history: "What was done about it",
  trial: "Its dry run",
  back: "All rules",
  proposeTitle: "Rules from a case",
  proposeLead:
    "What the posts of a case have in common that wanted mail has not. The case must have been " +
    "refused as a whole.",
  caseId: "Case",
  look: "Look",
  nothing: "It has nothing in common that a rule could say and wanted mail has not.",
  inCase: "In the case",
  inWanted: "In wanted mail",
  share: "Spam of what it meets",
  takeOver: "Take over",
  of: "{part} of {of}",
  range: "{low} to {high}",
};
