/** The way in. */
export const signIn = {
  title: "Sign in",
  intro: "This is the moderators’ desk of {home}.",
  token: "Token",
  tokenHint: "The admin makes one with: breakwater desk token add NAME",
  submit: "Sign in",
  wrongToken: "This token lets nobody in: it is mistyped, used up, expired or dropped.",
  yourServer: "your server",
  linkText: "The link you followed lets you in once, on this device.",
  withHome: "Sign in with your account at {host}",
  orToken: "Or with a token:",
  refused: "You can’t enter here",
  noRole:
    "{who} is neither a moderator nor an admin at {host}, and this desk is for them. If you " +
    "should be one, ask an admin there.",
  noActor: "{host} did not say who {who} is. Try again, or ask an admin.",
  unreachable: "{host} did not answer. Try again in a moment, or use a token.",
  unsupported: "{host} knows no such way to sign in. Use a token.",
  declined: "{host} did not let you in here: {because}.",
  foreign: "This answer can’t be used: {because}. Begin again from here.",
  odd: "{host} answered something that makes no sense. Use a token, and tell an admin.",
  nothingBegun: "nothing was begun in this browser, or too long ago",
  again: "Back to signing in",
  appeal: "You wrote to somebody here, and it did not arrive?",
  signedOut: "You have signed out.",
};
