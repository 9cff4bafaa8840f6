// One who owns a domain and a wildcard in its DNS: every post comes from a new account on a new
// host, with words put together anew, so that no host, no account and no text is seen twice.
// Written without a look at what the gate counts by.

import { after, minute } from "../../base/units.ts";
import { create } from "../activities.ts";
import { homeActor, homePeople } from "../people.ts";
import type { Contact } from "../plan.ts";
import type { Stage } from "../scenario.ts";

const openings = ["Look here", "Good evening", "A word with you", "Psst", "For you alone"];
const matters = ["the club", "a small fortune", "your parcel", "the raffle", "an old friend"];
const endings = ["before midnight", "while it lasts", "and tell nobody", "it is free", "at once"];

export function fromAnotherHost({ clock, dice, world }: Stage, domain: string): Contact {
  const at = clock.now();
  const name = `${dice.letters("abcdefghijklmnopqrstuvwxyz0123456789", 12)}.${domain}`;
  const shape = { software: "mastodon", openRegistrations: true, people: dice.int(3, 90) } as const;
  const host = world.addHost({ name, ...shape });
  const username = dice.letters("abcdefghijklmnopqrstuvwxyz", 9);
  const joined = after(at, -dice.int(5, 60) * minute);
  const profile = { name: username, summary: "", avatar: false, joined, bot: false };
  const from = world.addActor(host, username, profile);
  const people = dice.sample(homePeople, 3);
  const noise = dice.letters("abcdefghijklmnop", 24);
  const link = `http://${noise}.${domain}/${dice.letters("abcdef", 6)}`;
  const said = [dice.pick(openings), dice.pick(matters), dice.pick(endings), noise].join(", ");
  const words = {
    text: `${said}: ${link}`,
    mentions: people.map(homeActor),
    replyTo: undefined,
    visibility: "public",
    language: "en",
    hashtags: [],
  } as const;
  const id = world.newId(from, "statuses", at);
  const activity = create(from, id, at, words);
  return {
    kind: "contact",
    at,
    truth: "spam",
    what: "wildcard",
    from,
    activity,
    reaches: people,
    says: said,
  };
}
