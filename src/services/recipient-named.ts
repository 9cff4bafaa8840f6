// One of our own people, as an admin names them.

import { localActorOf } from "../model/home.ts";
import { type ActorId, hostOf } from "../model/ids.ts";
import type { Config } from "./config.ts";

/**
 * In the one spelling that deliveries are matched by, whatever the profile page is called: from
 * an actor's URL, or from a name where it is known what URLs of actors here begin with. Undefined:
 * it names nobody here.
 */
export function recipientNamed(text: string, home: Config["home"]): ActorId | undefined {
  const wanted = text.trim();
  const host = hostOf(wanted);
  if (host !== undefined) {
    const actor = localActorOf({ hosts: [host], actors: home.actors }, wanted);
    if (actor !== undefined) return actor;
  }
  const name = /^@?([\w-]+(?:\.[\w-]+)*)(?:@[^@\s/]+)?$/.exec(wanted)?.[1];
  if (name === undefined || home.actors === undefined) return undefined;
  return (home.actors + name) as ActorId;
}
