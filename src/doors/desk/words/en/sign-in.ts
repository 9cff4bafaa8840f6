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
  signedOut: "You have signed out.",
};
