/** What a held sender reads and fills in, without an account. */
export const appeal = {
  title: "Ask the moderators to look",
  intro:
    "If you wrote to somebody at {home} and think that they did not get it, ask here. A " +
    "moderator looks at what you name. Nobody is told whether anything is held back.",
  about: "Your handle, or the address of the post",
  aboutHint: "Such as @anna@harbor.example, or https://harbor.example/@anna/1234",
  text: "What should they know? (optional)",
  textHint: "At most {most} characters. Moderators read it as it stands; it is not published.",
  send: "Ask",
  working: "Your browser does a small calculation, so that machines don’t ask in masses …",
  ready: "Ready to be sent.",
  failed: "Your browser could not do the calculation. Load the page again, or write to the admin.",
  withoutScript:
    "This form needs JavaScript, for a small calculation that keeps machines from asking in " +
    "masses. Without it, write to the people who run {home}: its page “About” says how.",
  sent: "Thank you",
  sentText:
    "It was taken down. A moderator looks at it if there is something to look at; you won’t get " +
    "an answer here.",
  noSubject:
    "That is neither a handle such as @anna@harbor.example nor the address of a post or profile.",
  unproven: "The calculation is missing, was used before or is too old. Load the page again.",
  list: "Appeals",
  lead:
    "Strangers ask that something be looked at. Asking costs them nothing, so it says nothing " +
    "for them: look at the case. A ruling on it answers all of them.",
  none: "Nobody waits for an answer.",
  subject: "About",
  asked: "Asked",
  times: "{n, plural, one {once} other {# times}}",
  says: "A stranger writes:",
  saysNothing: "No words.",
  case: "Case",
  accounts: "{n, plural, one {# account} other {# accounts}}",
  delivery: "Delivery",
  notFound:
    "{n, plural, one {# more is} other {# more are}} about something of which nothing is kept " +
    "here.",
  close: "Nothing to do",
  closeLabel: "Nothing to do about {who}",
  closedHow: "nothing to do",
  onThis: "Appeals about this",
};
