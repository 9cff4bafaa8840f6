// The house that replays live in: no socket, no disk, a virtual clock.

import { allJournals } from "../adapters/journal-log.ts";
import { ProcessDocuments } from "../adapters/process/documents.ts";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { ProcessLessonBook } from "../adapters/process/lesson-book.ts";
import { ProcessMemory } from "../adapters/process/memory.ts";
import { ProcessOwnRecords } from "../adapters/process/own-records.ts";
import { ProcessWords } from "../adapters/process/words.ts";
import { type LogWorld, makeLogWorld } from "../adapters/replay/log-world.ts";
import { makeVirtualClock } from "../adapters/replay/virtual-clock.ts";
import { after, day, type EpochMs } from "../base/units.ts";
import { localActorOf } from "../model/home.ts";
import type { ActorId } from "../model/ids.ts";
import type { Memory } from "../ports/memory.ts";
import type { Ports } from "../ports/ports.ts";
import type { Config } from "../services/config.ts";
import { policyFrom } from "../services/config-policy.ts";
import { makeFollowing } from "../services/following.ts";
import { makeHomeServer } from "../services/home-server.ts";
import { makeLearning } from "../services/learn.ts";
import { endIn } from "../services/look-ups.ts";
import { noQuotas } from "../services/quotas.ts";
import { makeRecalls } from "../services/recall.ts";
import type { BuildReplayHouse } from "../services/replay.ts";
import { makeRuleBook } from "../services/rule-book.ts";
import { furnish } from "./furnish.ts";

/** No answer of the replay's own home server says otherwise. */
const refusesAll = { refusesPlainly: true, takesRefuted: new Set<string>() };

/** A log of a server whose actors' place is not known names all of it: then their URLs tell. */
function homeOf({ origin, actors }: { readonly origin: string; readonly actors: string }) {
  return { origin, actors: actors === `${origin}/` ? undefined : actors };
}

/** A house with an empty memory on a virtual clock, for one replay or one question. */
export function replayHouse(
  config: Config,
  emptyMemory: () => Memory = () => new ProcessMemory(),
): BuildReplayHouse {
  return async (header, teller) => {
    const clock = makeVirtualClock(header.at);
    const world = makeLogWorld();
    const watch = makeHomeServer({ ...homeOf(header), software: config.software });
    watch.learned(header.software ?? "mastodon", "4.5.0", undefined);
    const ledger = new ProcessLedger();
    const rules = makeRuleBook(ledger, new ProcessOwnRecords(), clock);
    const ports: Ports = {
      memory: emptyMemory(),
      ledger,
      upstream: world,
      clock,
      authenticator: world,
      directory: world,
      words: new ProcessWords(),
      // The format's rule: what the log calls invalid or absent passes on, to be refused at home.
      homeServer: { ...watch, profile: () => ({ ...watch.profile(), ...refusesAll }) },
      ruleBook: rules,
    };
    // The seed is fixed: a replay of the same log under the same settings says the same.
    const policy = policyFrom(config, "replay");
    const mode = () => "guard" as const;
    const onFailure = () => "pass" as const;
    const rejectAnswer = () => "accepted" as const;
    const quotas = () => noQuotas;
    const whole = { guards: () => true, shadow: () => undefined, rejectAnswer, quotas };
    const settings = { mode, onFailure, policy: () => policy, ...whole };
    const recalls = makeRecalls({
      ...{ ...ports, recall: world, setting: () => config.recall, waitMs: 0 },
      passedOn: (receipts) => world.passedOn(receipts),
      withdrawn: (...told) => teller.recalled(...told),
    });
    const journal = allJournals([teller, recalls.journal]);
    const inside = furnish(settings, ports, watch, journal, undefined);
    const { attest } = world;
    const refresh = () => rules.refresh();
    const publish = publishing(world, ports);
    const learning = makeLearning({ ports, book: new ProcessLessonBook(), seed: "replay" });
    const setTime = (at: EpochMs) => clock.set(at);
    return { ...inside, ports, recalls, learning, setTime, publish, attest, refresh };
  };
}

/**
 * Whom our people follow is read anew whenever a document of theirs is there, and a sender's that
 * is gone ends it.
 */
function publishing(world: LogWorld, { memory, clock, homeServer }: Ports) {
  const following = makeFollowing({
    network: world,
    shelf: new ProcessDocuments(),
    clock,
    home: () => homeServer.home(undefined),
    notice: (act) => memory.notice(act),
  });
  return async (url: string, body: string | null, at: EpochMs): Promise<void> => {
    world.publish(url, body, at);
    const person = localActorOf(homeServer.home(undefined), url);
    if (person !== undefined) await following.read(person);
    const mayEnd = body === null || body.includes('"suspended"');
    const end = mayEnd ? endIn(await world.get(url), url as ActorId) : undefined;
    // A gate that asks after senders notices it a day later.
    if (end !== undefined) await memory.ended(url as ActorId, after(at, day));
  };
}
