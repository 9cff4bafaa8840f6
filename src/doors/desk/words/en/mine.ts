/** What one of the home server's people sees of what was held for them. */
export const mine = {
  title: "Held for you",
  lead:
    "This was sent to you and is held back, because it looks like spam. The moderators decide on " +
    "it. What nobody decides on is deleted after a while.",
  none: "Nothing is held for you.",
  sender: "From",
  arrived: "When",
  look: "Look",
  single: "Held: {activity}",
  from: "From {sender}, {when}.",
  unproven: "Nobody could prove that it really is from there.",
  wave: "It is like others that came to people here, from accounts that seem to belong together.",
  care: "Don’t follow what it says unless you know who it is from.",
  read: "Show what it says",
  release: "Let it in for me",
  releaseDoes:
    "It goes to you as it was sent, and can’t be unsent. It is your word for you: nobody else " +
    "gets it, and the moderators see that you did this.",
  shared:
    "It would reach others here as well, so the moderators decide on it. You can ask them to look.",
  ask: "Ask the moderators",
  asked: "The moderators were asked to look.",
  released: "It is on its way to you.",
  asks: "Somebody here whom it was for asks for it.",
};
