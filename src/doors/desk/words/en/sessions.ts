/** Where somebody is signed in. */
export const sessions = {
  title: "Where you are signed in",
  intro:
    "A session ends when it was not used for 12 hours, and after a week; after a day where you " +
    "signed in with your account.",
  device: "Browser",
  since: "Since",
  seen: "Last used",
  way: "Action",
  here: "This one",
  unknown: "Unknown",
  end: "End it",
  endAll: "Sign out everywhere",
};
