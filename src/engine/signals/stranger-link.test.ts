import { actor, like, link, note, reply, stories, unknown } from "./stories.ts";
import { strangerLink } from "./stranger-link.ts";

const shop = link("https://shop.example/win");
const home = link("https://remote.example/about", true);
const stranger = { actorHistory: actor() };

stories(strangerLink, [
  ["a link to somebody else's site", note({ links: [shop] }), stranger, 1],
  ["the same in an answer", reply({ links: [home, shop] }), stranger, 1],
  ["a newcomer's own site", note({ links: [home] }), stranger, 0.25],
  ["no link", note(), stranger, 0],
  ["a regular's link", note({ links: [shop] }), { actorHistory: actor({ goodDays: 3 }) }, 0],
  ["a friend's link", note({ links: [shop] }), { actorHistory: actor({ welcomedBy: 1 }) }, 0],
  ["a like", like(), stranger, 0],
  ["history not known in time", note({ links: [shop] }), { actorHistory: unknown }, 0],
]);
