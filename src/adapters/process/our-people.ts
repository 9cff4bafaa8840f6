// What our own people did and what was ruled, taken into a memory: who welcomes, who complains.

import type { EpochMs } from "../../base/units.ts";
import {
  complainsUntil,
  hinted,
  indifferent,
  type Regard,
  regardAfter,
  welcomesUntil,
} from "../../engine/regard.ts";
import { domainOf } from "../../engine/text/domain.ts";
import { type ActorId, type Host, hostOf } from "../../model/ids.ts";
import type { LocalAct } from "../../model/local-act.ts";
import {
  isWelcomed,
  type KnownActor,
  type KnownDomain,
  newActor,
  newDomain,
  rank,
} from "./acquaintances.ts";
import type { Changes } from "./changes.ts";
import type { Contents } from "./contents.ts";
import { complaining, judgeCritics } from "./critics.ts";
import { noteWelcome } from "./habits.ts";
import { condemn, countMet, end, isUnmet, pardon } from "./host-records.ts";
import { acted } from "./memory-bounds.ts";
import { pairOf } from "./pair.ts";
import { counting } from "./people.ts";

export class OurPeople {
  readonly #contents: Contents;
  readonly #changes: Changes;

  constructor(contents: Contents, changes: Changes) {
    this.#contents = contents;
    this.#changes = changes;
  }

  regard(person: ActorId, actor: ActorId): Regard | undefined {
    return this.#contents.regards.get(pairOf(person, actor));
  }

  notice(act: LocalAct): void {
    const pair = pairOf(act.by, act.actor);
    const regard = regardAfter(this.#contents.regards.get(pair) ?? indifferent, act);
    // Above what mail suggests: no number of forged hints displaces what somebody here did.
    this.#contents.regards.set(pair, regard, acted);
    this.#changes.regard(pair);
    this.#contents.outspoken.set(act.by, true);
    const actor = this.#actorNamed(act.actor);
    const domain = this.domainNamed(actor.domain);
    const welcomedBefore = isWelcomed(actor);
    const unmet = isUnmet(actor);
    actor.friends = counting(actor.friends, act.by, welcomesUntil(regard));
    actor.critics = complaining(actor, act.by, act.at, complainsUntil(regard));
    domain.welcomed += Number(isWelcomed(actor)) - Number(welcomedBefore);
    if (isWelcomed(actor)) noteWelcome(domain, actor, act.by, act.at);
    if (unmet && isWelcomed(actor)) countMet(domain, this.#contents.everywhere, 1, act.at);
    this.#keep(actor, domain);
  }

  hint(recipient: ActorId, actor: ActorId): void {
    const pair = pairOf(recipient, actor);
    this.#contents.regards.set(pair, hinted(this.#contents.regards.get(pair) ?? indifferent));
    this.#changes.regard(pair);
  }

  ruled(id: ActorId, ruling: "spam" | "ham", at: EpochMs): void {
    const actor = this.#actorNamed(id);
    const domain = this.domainNamed(actor.domain);
    const { everywhere } = this.#contents;
    if (ruling === "spam") condemn(actor, domain, everywhere, at);
    else pardon(actor, domain, everywhere);
    for (const person of judgeCritics(actor, ruling, at, this.#contents.reporters))
      this.#changes.reporter(person);
    this.#keep(actor, domain);
  }

  /** Of who contacted nobody here nothing is noted: servers tell everybody of every end. */
  ended(id: ActorId, at: EpochMs): void {
    const { actors, domains, campaigns } = this.#contents;
    const actor = actors.get(id);
    const domain = actor && domains.get(actor.domain);
    if (actor === undefined || domain === undefined) return;
    const contacted = !isUnmet(actor) || campaigns.countOf(id) > 0;
    if (!contacted && actor.condemnedAt.length === 0) return;
    if (!end(actor, domain, at)) return;
    this.#changes.actor(id, true);
    this.#changes.domain(actor.domain, true);
  }

  domainNamed(name: string): KnownDomain {
    return this.#contents.domains.get(name) ?? newDomain();
  }

  #actorNamed(id: ActorId): KnownActor {
    return this.#contents.actors.get(id) ?? newActor(id, domainOf(hostOf(id) ?? ("" as Host)));
  }

  #keep(actor: KnownActor, domain: KnownDomain): void {
    this.#contents.actors.set(actor.id, actor, rank.known);
    this.#contents.domains.set(actor.domain, domain, rank.known);
    this.#changes.actor(actor.id, true);
    this.#changes.domain(actor.domain, true);
  }
}
