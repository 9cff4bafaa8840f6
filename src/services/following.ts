// Whom our own people follow, as the home server shows it to everybody: ties for a gate that no
// connector tells anything. Read a page at a time, so that nobody at home notices.

import { after, day, type EpochMs, second } from "../base/units.ts";
import { isSameUrl } from "../engine/identity/key-ids.ts";
import { type Home, isLocal } from "../model/home.ts";
import { type ActorId, hostOf } from "../model/ids.ts";
import type { LocalAct } from "../model/local-act.ts";
import { parseActor, parseCollection } from "../model/parse.ts";
import type { Clock } from "../ports/clock.ts";
import type { Shelf } from "../ports/documents.ts";
import type { FetchAnswer, Network } from "../ports/network.ts";
import { fetched } from "./fetched.ts";

/** Chosen by us: one question a second is nothing to a server that people use. */
export const followingEveryMs = second;

/** Chosen by us: a list is read anew once a day, which at a page a second is 86,000 pages. */
const anewAfterMs = day;

/** Chosen by us: people who wait for their first reading, made-up names included; all we know. */
const waitingMax = 1000;
const peopleMax = 20_000;

/** Chosen by us: of those who wait, whom one registrable domain's mail named. */
const waitingByOneMax = 50;

/** Chosen by us: Mastodon shows 12 a page, and few follow more than 2,400. */
const pagesMax = 200;

/** Chosen by us: how often one is tried while the home server does not answer. */
const triesMax = 3;

export interface FollowingParts {
  /** Of the home server's own documents. */
  readonly network: Network;
  /** Keeps what was read last, to see who is followed no more. */
  readonly shelf: Shelf;
  readonly clock: Pick<Clock, "now">;
  home(): Home;
  notice(act: LocalAct): Promise<void>;
}

/** What became of the people whose lists were read. */
export interface FollowingState {
  readonly readable: number;
  readonly hidden: number;
  /** Remote actors on readable lists, each once for everybody who follows it. */
  readonly followed: number;
}

export interface Following {
  /** Mail of this registrable domain came for these, so they seem to be people here. */
  met(people: readonly ActorId[], by: string): void;
  /** One question to the home server, where there is one to ask. Throws what the ports throw. */
  step(): Promise<void>;
  /** All of one person's list, now; also where nothing but the list is shown. */
  read(person: ActorId): Promise<void>;
  state(): FollowingState;
}

/** A list on its way. */
interface Reading {
  readonly person: ActorId;
  /** Somebody's mail named them, so they may be made up. */
  readonly isHearsay: boolean;
  /** Where the list begins; undefined until their own document has said it. */
  list: string | undefined;
  next: string;
  readonly asked: Set<string>;
  readonly found: Set<ActorId>;
}

interface Waiting {
  readonly tries: number;
  /** The registrable domain whose mail named them first. */
  readonly by: string | undefined;
}

interface Known {
  readonly dueAt: EpochMs;
  /** How many they follow; undefined where they show it to nobody. */
  readonly followed: number | undefined;
}

export function makeFollowing(parts: FollowingParts): Following {
  const { network, clock, home } = parts;
  const waiting = new Map<ActorId, Waiting>();
  const known = new Map<ActorId, Known>();
  let underWay: Reading | undefined;
  let turn = 0;

  /** By turns, so that made-up names hold nobody up whose list is known. */
  function nextPerson(): ActorId | undefined {
    const [[person, { dueAt }] = [undefined, { dueAt: 0 }]] = known;
    const isDue = person !== undefined && dueAt <= clock.now();
    const [fresh] = waiting.keys();
    turn++;
    return isDue && (turn % 2 === 0 || fresh === undefined) ? person : fresh;
  }

  function isNew(person: ActorId): boolean {
    return !known.has(person) && !waiting.has(person) && isAskable(person);
  }

  function namedBy(domain: string): number {
    let count = 0;
    for (const { by } of waiting.values()) if (by === domain) count++;
    return count;
  }

  function finish(person: ActorId, followed: number | undefined): void {
    waiting.delete(person);
    known.delete(person);
    known.set(person, { dueAt: after(clock.now(), anewAfterMs), followed });
    const [oldest] = known.keys();
    if (known.size > peopleMax && oldest !== undefined) known.delete(oldest);
  }

  /** No such person is here. */
  function drop(person: ActorId): void {
    waiting.delete(person);
    known.delete(person);
  }

  /** It was not answered at all: somebody else's turn first. */
  function putOff(person: ActorId): void {
    const { tries: before, by } = waiting.get(person) ?? { tries: 0, by: undefined };
    const tries = before + 1;
    waiting.delete(person);
    if (tries < triesMax && waiting.size < waitingMax) waiting.set(person, { tries, by });
    else finish(person, known.get(person)?.followed);
  }

  async function advance(reading: Reading): Promise<boolean> {
    const { person, next } = reading;
    reading.asked.add(next);
    const answer = await fetched(network, next);
    if (answer === undefined || answer.kind === "failed") {
      putOff(person);
      return true;
    }
    if (reading.list === undefined) {
      if (reading.isHearsay && answer.kind === "gone") {
        drop(person);
        return true;
      }
      reading.list = listOf(person, answer, home());
      reading.next = reading.list;
      return false;
    }
    const taken = take(reading, answer, home());
    if (taken === "goes on") return false;
    await conclude(reading, taken === "ends");
    return true;
  }

  /** A list that shows nobody is hidden or empty, which comes to the same. */
  async function conclude({ person, list, found }: Reading, isWhole: boolean): Promise<void> {
    if (found.size > 0) await compare(parts, person, list ?? "", found, isWhole);
    finish(person, found.size === 0 ? undefined : found.size);
  }

  async function step(): Promise<void> {
    if (underWay === undefined) {
      const person = nextPerson();
      if (person === undefined) return;
      underWay = begin(person, true);
    }
    const reading = underWay;
    try {
      if (await advance(reading)) underWay = undefined;
    } catch (error) {
      underWay = undefined;
      putOff(reading.person);
      throw error;
    }
  }

  return {
    met(people, by) {
      const fresh = people.filter(isNew);
      if (fresh.length === 0) return;
      const room = Math.min(waitingMax - waiting.size, waitingByOneMax - namedBy(by));
      for (const person of fresh.slice(0, Math.max(0, room))) waiting.set(person, { tries: 0, by });
    },
    step,
    async read(person) {
      const reading = begin(person, false);
      while (!(await advance(reading)));
    },
    state() {
      const counts = [...known.values()].map(({ followed }) => followed);
      const shown = counts.filter((count) => count !== undefined);
      const followed = shown.reduce((sum, count) => sum + count, 0);
      return { readable: shown.length, hidden: counts.length - shown.length, followed };
    },
  };
}

/** A stranger may have made the name up: nothing that leads elsewhere on the home server. */
function isAskable(person: ActorId): boolean {
  const parsed = URL.parse(person);
  return parsed?.href === person && /^https?:\/\/[^/]+\/[\w@.~/-]+$/.test(person);
}

function begin(person: ActorId, isHearsay: boolean): Reading {
  return { person, isHearsay, list: undefined, next: person, asked: new Set(), found: new Set() };
}

/** As their own document says, else where most software has it. */
function listOf(person: ActorId, answer: FetchAnswer, home: Home): string {
  const usual = `${person}/following`;
  if (answer.kind !== "found") return usual;
  const parsed = parseActor(answer.body);
  if (!parsed.ok || !isSameUrl(parsed.value.id, person)) return usual;
  const { following } = parsed.value;
  return following !== undefined && isOurs(following, person, home) ? following : usual;
}

function isOurs(url: string, person: ActorId, home: Home): boolean {
  return hostOf(url) === hostOf(person) || isLocal(home, url);
}

/** Takes what a page shows. `breaks off`: what comes after it can't be known. */
function take(
  reading: Reading,
  answer: FetchAnswer,
  home: Home,
): "goes on" | "ends" | "breaks off" {
  const part = answer.kind === "found" ? parseCollection(answer.body) : undefined;
  if (part === undefined) return "breaks off";
  const { person, asked, found } = reading;
  for (const one of part.items) {
    if (!isOurs(one, person, home) && hostOf(one) !== undefined) found.add(one);
  }
  const { next } = part;
  if (next === undefined) return "ends";
  if (asked.has(next) || asked.size >= pagesMax || !isOurs(next, person, home)) return "breaks off";
  reading.next = next;
  return "goes on";
}

/** Tells who is new on the list and, where all of it was read, who is there no more. */
async function compare(
  { shelf, clock, notice }: FollowingParts,
  person: ActorId,
  list: string,
  found: ReadonlySet<ActorId>,
  isWhole: boolean,
): Promise<void> {
  const before = idsIn(await shelf.get(list));
  const at = clock.now();
  const act = { at, by: person };
  for (const actor of found)
    if (!before.has(actor)) await notice({ ...act, action: "follow", actor });
  const gone = isWhole ? [...before].filter((actor) => !found.has(actor)) : [];
  for (const actor of gone) await notice({ ...act, action: "unfollow", actor });
  const left = isWhole ? found : new Set([...before, ...found]);
  if (left.size === before.size && gone.length === 0) return;
  const body = JSON.stringify({ type: "Collection", items: [...left] });
  await shelf.put({ url: list, fetchedAt: at, outcome: { kind: "found", body } });
}

function idsIn(shelved: Awaited<ReturnType<Shelf["get"]>>): ReadonlySet<ActorId> {
  if (shelved?.outcome.kind !== "found") return new Set();
  return everybodyIn(shelved.outcome.body);
}

/** Our own words; a list of ours may be longer than any that we read of a stranger's. */
function everybodyIn(body: string): ReadonlySet<ActorId> {
  const { items } = JSON.parse(body) as { readonly items?: unknown };
  return new Set(Array.isArray(items) ? (items as ActorId[]) : []);
}
