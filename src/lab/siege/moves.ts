// Everything an attacker here can change about how it works, and what it cannot play in a
// traffic log. CM numbers are those of the countermoves in our catalogue of threats.

import { firstMethod, type Method, priceOf, type Standing } from "./method.ts";

export interface Move {
  readonly id: string;
  /** The countermove of the catalogue that it plays. */
  readonly plays: string;
  readonly because: string;
  /** What the operator needs to get it going, in hours. */
  readonly hours: number;
  change(method: Method): Method;
}

function move(
  id: string,
  plays: string,
  hours: number,
  because: string,
  dials: Partial<Method>,
): Move {
  return { id, plays, hours, because, change: (method) => ({ ...method, ...dials }) };
}

function standing(
  id: string,
  plays: string,
  hours: number,
  because: string,
  account: Partial<Standing>,
  dials: Partial<Method> = {},
): Move {
  const change = (method: Method): Method => ({
    ...method,
    ...dials,
    account: { ...method.account, ...account },
  });
  return { id, plays, hours, because, change };
}

/** Other words and another landing page: what every operator does first. */
const another: Move = {
  id: "another-edition",
  plays: "T03",
  hours: 0.05,
  because: "The same offer in another template, at another address.",
  change: (method) => ({ ...method, edition: method.edition + 1 }),
};

export const moves: readonly Move[] = [
  another,
  move("plain-text", "CM4", 0.05, "Nothing to look up: it says what to search for.", {
    payload: "text",
  }),
  move("short-links", "CM5", 0.1, "Every post a link that nobody has seen.", { payload: "short" }),
  move("open-redirect", "CM5", 0.2, "The link is a well-known host's, the rest is in its query.", {
    payload: "open-redirect",
  }),
  move("odd-links", "CM5", 0.2, "Punycode, a name before the @, other spellings of one host.", {
    payload: "odd-link",
  }),
  move("split-link", "CM5", 0.05, "A host that only a person puts together: name, dot, end.", {
    payload: "split-link",
  }),
  move("random-parts", "CM6", 0.1, "Random words before and behind, sentences in any order.", {
    wording: "random-parts",
  }),
  move("below-likeness", "CM7", 0.3, "Drafts until none of its own measures finds a likeness.", {
    wording: "below-likeness",
  }),
  move("rewritten", "CM8", 0.2, "A machine says the same anew in every post.", {
    wording: "rewritten",
  }),
  move("look-alikes", "CM9", 0.1, "Letters of other scripts that look the same.", {
    letters: "look-alike",
  }),
  move("invisible-letters", "CM9", 0.1, "Letters without width between the others.", {
    letters: "invisible",
  }),
  move("full-width", "CM9", 0.1, "The wide forms of Latin letters.", { letters: "full-width" }),
  move("spaced-letters", "CM9", 0.1, "Words pulled apart, digits for letters.", {
    letters: "spaced",
  }),
  move("split-html", "CM9", 0.1, "Tags between letters, and letters that are not shown.", {
    letters: "split-html",
  }),
  move("picture-only", "CM10", 0.2, "The text is in a picture, each copy with its own noise.", {
    payload: "picture",
  }),
  move("alt-text", "CM10", 0.1, "The text describes a picture.", { payload: "alt-text" }),
  move("handles-as-text", "CM12", 0.5, "Accounts whose names are the words, named in order.", {
    payload: "handles",
  }),
  move("third-names", "CM11", 0.05, "Names an innocent person and project, so that they suffer.", {
    names3rd: true,
  }),
  move("one-post-each", "CM13", 0.1, "Accounts are thrown away after a post or two.", {
    postsEach: 2,
    perHost: 2,
  }),
  move("hard-worked", "T11", 0.05, "An account posts until somebody stops it.", {
    postsEach: 120,
  }),
  move(
    "under-the-limits",
    "CM22",
    0.1,
    "One name a post, six posts an account, no faster than people.",
    {
      names: 1,
      elsewhere: 0,
      postsEach: 6,
      gap: [120, 400],
    },
  ),
  move("slow-drip", "CM17", 0.1, "A contact in half an hour, one from each account.", {
    postsEach: 1,
    gap: [900, 2_400],
  }),
  move("burst", "CM18", 0.1, "All of it in minutes, at night.", { gap: [2, 7], atNight: true }),
  move("on-topic", "CM19", 0.1, "Opens like an answer to what the victim wrote.", {
    address: "reply",
    onTopic: true,
  }),
  move("five-mentions", "T12", 0.05, "Five people a post, some of them here.", {
    address: "mention",
    names: 2,
    elsewhere: 3,
  }),
  move("direct", "T09", 0.05, "In private, one person a message.", {
    address: "direct",
    names: 1,
    elsewhere: 0,
  }),
  move("follows", "T26", 0.2, "Follows people; what it offers stands in the profile.", {
    address: "follow",
    payload: "profile",
    profile: "full",
    names: 1,
  }),
  move("likes", "T26", 0.2, "Likes their posts; what it offers stands in the profile.", {
    address: "like",
    payload: "profile",
    profile: "full",
    names: 1,
  }),
  move("through-a-group", "CM21", 0.3, "A community that is followed here passes it on.", {
    address: "through-group",
  }),
  move("full-profiles", "T19", 0.1, "A face, a name, some words about oneself.", {
    profile: "full",
  }),
  move("language-hopping", "CM28", 0.1, "Another language every few posts.", { language: "hop" }),
  move("edit-swap", "CM23", 0.1, "Comes harmless; the offer is edited in afterwards.", {
    editSwap: true,
  }),
  move("poll", "CM12", 0.1, "The words are the choices of a poll.", { container: "poll" }),
  move("article", "T36", 0.1, "An article with a name and a summary.", { container: "article" }),
  move("behind-a-warning", "T36", 0.05, "The words stand in the content warning.", {
    container: "warning",
  }),
  move("map-only", "T36", 0.1, "The words are in contentMap alone.", { container: "map-only" }),
  move("source-only", "T36", 0.1, "The words are in the source that other servers prefer.", {
    container: "source-only",
  }),
  move("chaff", "CM26", 0.1, "Two of three posts are harmless, for the moderators to look at.", {
    chaff: 0.66,
  }),
  move("false-labels", "CM15", 0.1, "Accounts it has here call what they receive ham.", {
    falseLabels: true,
  }),
  standing(
    "self-followed",
    "CM1",
    0.3,
    "Its own accounts, here and elsewhere, follow and answer.",
    {
      followed: true,
    },
  ),
  standing("aged-4-days", "CM2", 0.1, "Accounts that slept for four days.", { agedDays: 4 }),
  standing("aged-10-days", "CM2", 0.1, "Accounts that slept for ten days.", { agedDays: 10 }),
  standing("aged-35-days", "CM2", 0.1, "Accounts that slept for five weeks.", { agedDays: 35 }),
  standing("warm-up", "CM20", 0.3, "Likes and thanks first, the offer afterwards.", { warmUp: 6 }),
  standing("stolen-accounts", "CM20", 0, "Accounts of people who are followed here.", {
    from: "stolen",
  }),
  standing("own-host", "CM16", 0.5, "A fresh host of its own: accounts without end.", {
    from: "own",
  }),
  standing("forged-host", "CM16", 0.5, "Its own host says: since 2016, thousands of followers.", {
    from: "forged",
  }),
  standing("aged-hosts", "CM3", 1, "Hosts of its own that stood for a month, five accounts each.", {
    from: "aged-host",
  }),
  standing("big-host", "CM27", 0.1, "A host with thousands of people whom nobody wants to lose.", {
    from: "big-host",
  }),
  standing("moved-accounts", "CM27", 0.3, "An account with followers here moves to another.", {
    from: "moved",
    followed: true,
  }),
];

/** What the move adds to a notification's price in the long run, on the first method. */
export function surchargeOf({ change }: Move): number {
  return priceOf(change(firstMethod)) - priceOf(firstMethod);
}

/** Countermoves that cannot be played here, and why. */
export const notPlayed: readonly (readonly [plays: string, why: string])[] = [
  ["CM14", "False reports hurt others and buy no notification: they have no price in this table."],
  [
    "CM24",
    "A traffic log tells signatures and bytes as facts; games with them need real requests.",
  ],
  ["CM25", "No move but how this attacker always looks: by what its accounts here receive."],
];
