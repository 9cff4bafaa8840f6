// The home server of the lab's traffic logs: about a hundred people, and their posts.

import type { EpochMs } from "../../base/units.ts";
import type { Named } from "../activities.ts";
import type { Dice } from "../dice.ts";
import type { Header, LocalLine } from "./lines.ts";

export interface Home {
  readonly host: string;
  /** Names of everybody who lives here; what an attacker registers here is not among them. */
  readonly people: readonly string[];
}

const names =
  "abel ada agnes akira alba alma amir anouk arlo asha astrid axel bea benno bilal birgit " +
  "bruno carla cato chiyo cleo corin dalia dario della dimo edda edgar elin emre enzo esme " +
  "fatou finn freya gabor gita goran greta hana hedda hugo ida ilse imre ines iris ivo jana " +
  "joan jonas juno kaija kemal kiran lars leila lev linus lotte lucia luz maeve magda malik " +
  "mara mika milo nadia nell niko noa nuria olga omar orla otto paz pelle petra pia quinn rafi " +
  "rana remy rosa runa sami sanne selma sefa suri tess theo tilo uma vera viggo wanda yara zeno";

export const home: Home = { host: "home.example", people: names.split(" ") };

export function person({ host }: Home, name: string): Named {
  return { id: `https://${host}/users/${name}`, handle: `${name}@${host}` };
}

export function headerOf({ host }: Home, at: EpochMs): Header {
  const origin = `https://${host}`;
  const described = { origin, actors: `${origin}/users/`, software: "mastodon" };
  return { type: "traffic-log", version: 1, at, home: described };
}

/** The id of a post that this person wrote not long before. */
export function postBy({ host }: Home, name: string, dice: Dice): string {
  return `https://${host}/users/${name}/statuses/1${dice.letters("0123456789", 17)}`;
}

/** Something one of our people did that concerns a remote actor. */
export function localAct(
  home: Home,
  at: EpochMs,
  action: LocalLine["action"],
  by: string,
  actor: Named,
  object?: string,
): LocalLine {
  const act = { type: "local", at, action, by: person(home, by).id, actor: actor.id } as const;
  return object === undefined ? act : { ...act, object };
}
