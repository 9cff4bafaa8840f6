// Crowds that look coordinated and are not: everybody does the same, at once, for a good reason.

import { after, day, type EpochMs, hour, minute } from "../../base/units.ts";
import { announce, follow, like } from "../activities.ts";
import { type Dice, dice as diceOf } from "../dice.ts";
import { edited, move, movedFrom } from "../traffic/acts.ts";
import { someone } from "../traffic/ham.ts";
import { home, person, postBy } from "../traffic/home.ts";
import { create, newId, type Say } from "../traffic/notes.ts";
import {
  actorDocument,
  type Profile,
  page,
  type RemoteActor,
  someHost,
} from "../traffic/places.ts";
import type { Sending } from "../traffic/scribe.ts";
import { smallTalk } from "../traffic/small-talk.ts";
import type { Size } from "./attacks.ts";

const hobbies = ["tea", "maps", "chess", "linux", "cats", "birds", "bread", "trains", "climate"];

/** Half of us fill in the same sentence. */
function aboutOneself(dice: Dice): string {
  const [one, two, three] = dice.sample(hobbies, 3);
  const said = [
    ...["", "", `${one}, ${two}.`, `she/her. ${one}, ${two}`, `mostly ${one} and ${two}`],
    ...[`I like ${one}, ${two} and being wrong about ${three}`, `${smallTalk(dice).text}`],
    ...[`${one} and ${two} https://github.com/${dice.letters("abcdeiou", 7)}`],
  ];
  return dice.pick(said);
}

function ham(what: string) {
  return { truth: "ham", class: what, first: true } as const;
}

function newcomer(
  dice: Dice,
  host: RemoteActor["host"],
  at: EpochMs,
  more: Partial<Profile> = {},
): RemoteActor {
  const joined = after(at, -dice.int(5, 600) * minute);
  const avatar = dice.chance(0.6);
  return someone(dice, host, at, { joined, avatar, summary: aboutOneself(dice), ...more });
}

function follows(
  dice: Dice,
  from: RemoteActor,
  whom: string,
  at: EpochMs,
  what: string,
  shows: Sending["shows"] = [],
): Sending {
  const activity = follow(from, newId(from, "follows", at, dice), person(home, whom).id);
  return { kind: "sending", at, from, activity, reaches: [whom], nature: ham(what), shows };
}

function hostsFor(dice: Dice, count: number): readonly RemoteActor["host"][] {
  return Array.from({ length: count }, (_, i) => someHost(dice, `town${i}.example`));
}

/** H03: newcomers take the same starter pack, and follow all of it within minutes. */
export function followSpree({ seed, at, accounts }: Size): readonly Sending[] {
  const dice = diceOf(`${seed}/spree`);
  const hosts = hostsFor(dice, 12);
  const pack = dice.sample(home.people, 12);
  return Array.from({ length: accounts }, () => {
    const startsAt = after(at, dice.int(0, day));
    const from = newcomer(dice, dice.pick(hosts), startsAt);
    return pack.map((whom, i) => follows(dice, from, whom, after(startsAt, i * 9_000), "H03"));
  }).flat();
}

/** H02: overnight on one host, mostly with the picture that it gives to everybody. */
export function exodus({ seed, at, accounts }: Size): readonly Sending[] {
  const dice = diceOf(`${seed}/exodus`);
  const host = someHost(dice, "harbour.example", { software: "pleroma" });
  const arrived = ["Cheguei agora, ainda aprendendo como funciona", "vim de outra rede, oi gente"];
  return Array.from({ length: accounts }, () => {
    const startsAt = after(at, dice.int(0, 8 * hour));
    const summary = dice.chance(0.6) ? dice.pick(arrived) : aboutOneself(dice);
    const from = newcomer(dice, host, startsAt, { summary, avatar: false });
    const icon = { type: "Image", url: `https://${host.name}/images/harbour-gull-grey.png` };
    const own = { type: "Image", url: `https://${host.name}/m/${dice.letters("0123abcdef", 20)}` };
    const document = { ...actorDocument(from), icon: dice.chance(0.6) ? icon : own };
    const shows = [page(startsAt, from.id, document)];
    return dice
      .sample(home.people, 3)
      .map((whom, i) => follows(dice, from, whom, after(startsAt, i * minute), "H02", shows));
  }).flat();
}

/** H04: somebody moves here, and all who followed them follow again within a day. */
export function moveBurst({ seed, at, accounts }: Size): readonly Sending[] {
  const dice = diceOf(`${seed}/move`);
  const hosts = hostsFor(dice, 150);
  return Array.from({ length: accounts }, () => {
    const from = someone(dice, dice.pick(hosts), at, { summary: aboutOneself(dice) });
    return follows(dice, from, "rosa", after(at, dice.int(0, day)), "H04");
  });
}

/** H04: a server closes, and its people move to many hosts and follow again from there. */
export function closingServer({ seed, at, accounts }: Size): readonly Sending[] {
  const dice = diceOf(`${seed}/closing`);
  const closing = someHost(dice, "closing.example");
  const hosts = hostsFor(dice, 30);
  return Array.from({ length: accounts }, (): Sending[] => {
    const movedAt = after(at, dice.int(0, 6 * day));
    const before = someone(dice, closing, at, { summary: aboutOneself(dice) });
    const joined = after(movedAt, -10 * minute);
    const from = movedFrom(before, dice.pick(hosts), joined);
    const [whom = "", other = ""] = dice.sample(home.people, 2);
    const activity = move(before, newId(before, "moves", movedAt, dice), from);
    const shared = { kind: "sending", at: movedAt, nature: ham("H04 closing") } as const;
    return [
      { ...shared, from: before, activity, reaches: [], inboxOf: other },
      follows(dice, from, whom, after(movedAt, minute), "H04 closing"),
    ];
  }).flat();
}

/** H25: a bridge writes the same line below everybody's words, and that may be all of them. */
export function bridged({ seed, at, accounts }: Size): readonly Sending[] {
  const dice = diceOf(`${seed}/bridged`);
  const host = someHost(dice, "bridge.example");
  return Array.from({ length: accounts }, () => {
    const followedAt = after(at, dice.int(0, 2 * day));
    const note =
      "[bridged from another network by the bridge, see https://bridge.example/docs and " +
      `https://elsewhere.test/profile/${dice.letters("abcdefghi", 9)} for more]`;
    const own = dice.chance(0.4) ? "" : `${aboutOneself(dice)} `;
    const from = someone(dice, host, at, { summary: own + note });
    return follows(dice, from, dice.pick(home.people), followedAt, "H25");
  });
}

/** H35: a post of somebody here goes round, and strangers everywhere like and boost it. */
export function viral({ seed, at, accounts }: Size): readonly Sending[] {
  const dice = diceOf(`${seed}/viral`);
  const hosts = hostsFor(dice, 150);
  const post = postBy(home, "rosa", dice);
  const owner = person(home, "rosa").id;
  return Array.from({ length: accounts }, (): Sending => {
    const now = after(at, dice.int(0, 5 * hour));
    const from = someone(dice, dice.pick(hosts), at, { summary: aboutOneself(dice) });
    const id = newId(from, "likes", now, dice);
    const likes = dice.chance(0.7);
    const activity = likes ? like(from, id, post) : announce(from, id, now, post, owner);
    return { kind: "sending", at: now, from, activity, reaches: ["rosa"], nature: ham("H35") };
  });
}

/** H39: one class, one day, one host, one sentence of the teacher's and one link in all bios. */
export function classroom({ seed, at, accounts }: Size): readonly Sending[] {
  const dice = diceOf(`${seed}/class`);
  const host = someHost(dice, "school.example", { software: "mastodon" });
  const summary = "Media studies, year two, we try out this network. https://campus.test/media";
  return Array.from({ length: accounts }, () => {
    const startsAt = after(at, dice.int(0, 20 * minute));
    const from = newcomer(dice, host, startsAt, { summary, avatar: false });
    const whom = dice.sample(home.people, 2);
    return whom.map((one, i) => follows(dice, from, one, after(startsAt, i * minute), "H39"));
  }).flat();
}

/** People who look at what they wrote again: a letter, a source, another mood, all of it. */
export function secondThoughts({ seed, at, accounts }: Size): readonly Sending[] {
  const dice = diceOf(`${seed}/second-thoughts`);
  const hosts = hostsFor(dice, 40);
  return Array.from({ length: accounts }, (): Sending[] => {
    const now = after(at, dice.int(0, day));
    const from = someone(dice, dice.pick(hosts), at);
    const [whom = ""] = dice.sample(home.people, 1);
    const mentions = [person(home, whom)];
    const say: Say = { ...smallTalk(dice, "en"), mentions };
    const created = create(from, newId(from, "statuses", now, dice), now, say);
    const thoughtAt = after(now, dice.int(20, 7_200) * 1000);
    const text = rethought(dice, say.text);
    const again = edited(from, created, thoughtAt, { ...say, text });
    const nature = ham("edits");
    return [
      { kind: "sending", at: now, from, activity: created, reaches: [whom], nature },
      { kind: "sending", at: thoughtAt, from, activity: again, reaches: [whom], nature },
    ];
  }).flat();
}

function rethought(dice: Dice, text: string): string {
  const whole = dice.int(0, 9);
  if (whole === 0) return smallTalk(dice, "en").text;
  if (whole < 4)
    return `${text} Edit: it says so here https://${dice.letters("aeioulmnrst", 9)}.test/news`;
  if (whole < 6) return `Edit: ${smallTalk(dice, "en").text} ${text}`;
  return text.replace(/[aeiou]/, "e");
}
