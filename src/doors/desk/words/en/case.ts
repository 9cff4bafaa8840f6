// What the page of a case says, and the half minute in which a ruling can be undone.

const people = "{people, plural, one {one person} other {# people}}";
const deliveries = "{deliveries, plural, one {one delivery} other {# deliveries}}";
const senders = "{senders, plural, one {one sender} other {# senders}}";
const domains = "{domains, plural, one {one domain} other {# domains}}";

/** One case: what it is, and what may be done about it. */
export const caseWords = {
  proposesRules: "Rules that this case proposes",
  title: "Case {id}",
  lead:
    `{contacts, plural, one {One contact} other {# contacts}} by ${senders} from ${domains}, ` +
    `to ${people} here. The first came {first}, the last {last}.`,
  silent: "Whom of them people here know can’t be told right now.",
  kept: "Kept",
  reached: "Reached people",
  scores: "Score",
  scoresHint: "{least} to {most} decibans, {middle} in the middle",
  recallHint: "{listed} to withdraw at home; {withdrawn} withdrawn",
  until: "Let in until",
  untilHint: "then the home server takes the first of them no more",
  beyond:
    "For {count} it is too late: the home server takes them no more, and nobody was notified.",
  noneWaits: "Nothing of it waits.",
  more: "It is larger than what is read at once: what follows is about the oldest 20,000.",

  waitsRelease: `Letting in ${deliveries} takes effect in {seconds} s.`,
  waitsRefuse: `Refusing ${deliveries} takes effect in {seconds} s.`,
  givenBy: "By {by}.",
  undo: "Undo",
  undone: "Taken back, as if it had never been given.",
  tooLate: "It had taken effect already.",
  unknown: "That ruling waits no more.",
  tookEffect: "It has taken effect. Load the page again.",
  ruledSpam: "Ruled spam by {by}, {when}.",
  ruledHam: "Ruled not spam by {by}, {when}.",
  wayBack:
    "A refusal can be taken back: {count, plural, one {one delivery is} " +
    "other {# deliveries are}} still here and can be let in after all, below.",
  noWayBack: "What was let in can’t be unsent.",
  notGiven: {
    "nothing is meant":
      "Nothing was ruled: nothing of it waits, or another ruling is about to fall on it.",
    "too many at once": "Nothing was ruled: too many rulings wait for their half minute.",
    "too many names": "Nothing was ruled: too many were named at once.",
    "nobody tells": "Nothing was ruled: whom of them people here know can’t be told right now.",
  },

  order: {
    refuse:
      "Copies of it are refused at once, by order of {by}: {taken} so far. The order ends {when} " +
      "unless more come.",
    allow:
      "Copies of it are let in, by order of {by}: {taken} so far. The order ends {when} unless " +
      "more come.",
    end: "End the order",
  },

  actions: "What to do",
  actionsHint: "Each waits half a minute, in which it can be undone.",
  refuse: "Refuse all",
  keepRefusing: "Refuse and keep refusing",
  release: "Release all",
  releaseAfterAll: "Let in after all",
  neverAgain: "Not spam and never again",
  late: "Also what the home server may no longer take: it may refuse it",
  refuseTicked: "Refuse those ticked",
  releaseTicked: "Release those ticked",
  tickedHint: "Only those ticked in this list, and no lesson about the rest.",
  split: "Make those ticked a case of their own",
  splitHint: "They leave this case for good, and nothing is ruled by it.",
  notSplit: {
    "none of it": "None of those ticked is kept in this case: tick some of its list.",
    "all of it": "That is all of the case: there is nothing to split.",
    forgotten: "None of these is remembered any more: rule on them one by one.",
  },
  does: {
    refuse: `Ends ${deliveries} of ${senders} from ${domains}; ${people} will not get them.`,
    release: `Lets in ${deliveries} of ${senders} from ${domains}, to ${people}.`,
    nothing: "Nothing waits that this would move; it is a lesson about what comes.",
    told: "The senders heard that it was accepted, and hear nothing more.",
    replay: "{count} as they were sent: the people are notified.",
    ownProof: "{count} signed by their author, delivered by the gate: the people are notified.",
    none: "{count} although the home server may refuse them.",
    takenBack: "{count} of them had been refused.",
    laterSpam: "What comes of it later is known as spam for thirty days, and held.",
    laterHam: "What comes of it later counts as not spam for thirty days.",
    keep:
      "As “Refuse all”, and what is a copy of it later is refused at once, unless people here " +
      "know who sent it. It ends thirty days after the last.",
    never:
      "As “Release all”, and what is a copy of it later passes. It ends thirty days after " +
      "the last.",
    unsent: "What is let in can’t be unsent.",
  },
  left: {
    "known here":
      "Left out: {count, plural, one {one whose sender} other {# whose senders}} people here know.",
    "spoken for": "Left out: {count} for whose sender something speaks that speaks for few others.",
    milder: "Left out: {count} by itself far milder than the rest.",
    "too late": "Left out: {count} that the home server takes no more.",
    ended: "Left out: {count} that wait no more.",
    pending: "Left out: {count} that another ruling is about to fall on.",
  },
  leftHint: "Tick them in the list to include them.",

  common: "What it says",
  commonHint: "The newest of {read} posts that were compared.",
  same: "What most of them have",
  varies: "what is its own",
  moreSamples: "More of them",
  tooFew: "Fewer than two of its posts can be read: nothing to compare.",
  hidden:
    "{count, plural, one {One post is} other {# posts are}} not for everybody and stayed unread.",
  readHidden: "Read them as well",
  readHiddenHint: "This is written down.",
  links: "Links to",
  pictures: "Pictures",
  handles: "Names",
  profile: "Profiles",
  ofRead: "{count} of {read}",
  growth: "How it grew",
  who: "Who and whom",
  senders: "Senders",
  domains: "Hosts’ domains",
  recipients: "Recipients",
  andMore: "and {count} more",

  why: "Why it is kept",
  whyHint:
    "What the signals say of its members, summed and divided by their number. Ten decibans make " +
    "spam ten times likelier.",
  symbol: "Signal",
  because: "Because",
  members: "Members",
  decibans: "Decibans",
  prior: "What is thought of any contact before",
  total: "Together: their score in the mean",

  alike: "Ruled before and alike",
  alikeLine: "ruled {ruling} by {by}, {when}; shares {what}",
  shares: { text: "text", link: "links", media: "pictures", other: "other things" },
  ruling: { spam: "spam", ham: "not spam" },

  list: "Members",
  listHint: "Those on whom a word needs a look stand first.",
  tick: "Include {sender}",
  sender: "Sender",
  arrived: "Arrived",
  state: "Now",
  score: "Score",
  note: "Note",
  notes: {
    "known here": "people here know them",
    "spoken for": "something speaks for them",
    milder: "far milder than the rest",
    "ruled ham by itself": "ruled not spam by itself",
    "ruled spam by itself": "ruled spam by itself",
    pending: "a ruling is about to take effect",
  },
  states: {
    settling: "settling",
    held: "held",
    releasing: "on its way",
    delivered: "let in",
    refused: "refused by the home server",
    rejected: "refused",
    withdrawn: "withdrawn by its author",
    expired: "never ruled on",
    passed: "passed",
  },
  page: "Page {page} of {pages}",
  before: "Before",
  after: "After",
  acts: "What was done",
};
