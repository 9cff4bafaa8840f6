// Somebody whom the gate can neither believe nor condemn: new, on a host that nobody
// knows, without a profile, bringing a link to three people who did not ask.

import { after, type EpochMs, minute } from "../../base/units.ts";
import { homePeople, post } from "../people.ts";
import type { Contact } from "../plan.ts";
import type { Stage } from "../scenario.ts";

const offer = "Tonight only: free coins at the Lantern Club, http://lantern-club.example/join";

export function doubtful({ cast, clock, dice, world }: Stage, hostName: string): Contact {
  const at: EpochMs = clock.now();
  const software = "mastodon" as const;
  const host = world.addHost({ name: hostName, software, openRegistrations: true, people: 12 });
  const username = dice.letters("abcdefghijklmnopqrstuvwxyz0123456789", 10);
  const joined = after(at, -10 * minute);
  const profile = { name: username, summary: "", avatar: false, joined, bot: false };
  const from = world.addActor(host, username, profile);
  const people = dice.sample(homePeople, 3);
  const asked = post(cast, at, from, { text: offer, language: "en" }, people);
  return { ...asked, truth: "spam" };
}
