// Of which classes of wanted mail too much is held, and what would tell them from spam.

/** By class: named on the page where more than one first contact in twenty is held. */
export const tellsApart: Readonly<Record<string, string>> = {
  H01:
    "whoever introduces themselves by a form writes to one or two people who invited them; a " +
    "wave that copies the form writes to many. An invitation is seen where the home server " +
    "tells of it (who followed them within the hour)",
  H09:
    "the same warning comes first from accounts that people here follow or boost, or stands on " +
    "their home page: a text that our own people pass on is news, and no wave's",
  H11:
    "one person's link stays the same for months and their thread has answers by people here; " +
    "a scam's link comes from many accounts. A list of links that people here boosted",
  H13: "a chain post comes from old accounts of many hosts that some here have met before",
  H14: "whom they name: friends who follow back. Only a home server that tells ties shows it",
  H15: "whom they name: friends who follow back. Only a home server that tells ties shows it",
  H16:
    "they stand in a thread that people here take part in, and its members were named in it " +
    "before they wrote",
  H20: "those who are asked answer, and the asker has a long record on one host",
  H30: "what stands around the quoted text, and to whom it goes: moderators, as a report",
  H31: "it goes to admins and moderators only, and from an actor of the host itself",
  H33: "all of it is old by its own date and stands at its own address unchanged",
  H39: "a class joins one host in one hour, and each of them writes to the same few people",
};
