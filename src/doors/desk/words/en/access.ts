/** Who may enter. */
export const access = {
  title: "Who may enter",
  withHome:
    "Moderators and admins of {host} sign in with their accounts there. Their role is asked for " +
    "each time, and lasts a day.",
  onlyTokens:
    "Only tokens and links let in here. With desk.url and home.origin set, people sign in with " +
    "their accounts at the home server.",
  tokens: "Tokens",
  none: "There are no tokens.",
  newToken: "A new token",
  name: "Name",
  nameHint: "What this person does is written down under this name.",
  role: "Role",
  days: "Days that it lasts",
  daysHint: "Left empty, it lasts until it is dropped.",
  make: "Make a token",
  made: "The token of {who}:",
  once: "It is shown this once. Give it to nobody else, and not by a post.",
  madeAt: "Made",
  until: "Until",
  dropped: "dropped",
  oneTime: "for one sign-in",
  drop: "Drop",
  inside: "Signed in now",
  putOut: "End all sessions",
  labelled: "{label}: {who}",
  way: "Action",
  noName: "A name is up to 60 letters, digits, spaces and . _ @ -, a letter or digit first.",
};
