// Asking after senders: a wave's accounts are closed by their own hosts within days, and that is
// the best witness there is of who was spam. Guarded fetches, one at a time, over the week.

import { after, day, type EpochMs, hour, second } from "../base/units.ts";
import { isSameUrl, withoutFragment } from "../engine/identity/key-ids.ts";
import { type ActorId, hostOf } from "../model/ids.ts";
import { parseActor } from "../model/parse.ts";
import type { Chronicle, Happening, SenderEnd, SenderSince } from "../ports/chronicle.ts";
import type { Clock } from "../ports/clock.ts";
import type { Memory } from "../ports/memory.ts";
import type { FetchAnswer, Network } from "../ports/network.ts";
import { type FetchBudget, makeFetchBudget } from "./fetch-budget.ts";
import { fetched } from "./fetched.ts";

/** Chosen by us: 2,880 questions a day at the most, where a small server meets some hundred. */
export const lookEveryMs = 30 * second;

/** After the first look: a host that moderates has acted within a week, mostly within a day. */
const againAfterMs = 2 * day;
const lookedForMs = 7 * day;

/** Where its host was asked enough for now. */
const laterMs = hour;

/** Passed over in one round, so that one host's many do not hold up all others. */
const passedOverMax = 50;

/** A host hears from us for this at most some ten times at once, and then once in ten minutes. */
const lookBudget = {
  host: { burst: 10, perMinute: 0.1 },
  domain: { burst: 20, perMinute: 0.2 },
} as const;

export interface LookUpParts {
  readonly chronicle: Chronicle;
  /** Is told who is no more: it speaks against the others of its campaign. */
  readonly memory: Pick<Memory, "ended">;
  readonly network: Network;
  readonly clock: Pick<Clock, "now">;
  readonly budget?: FetchBudget;
}

/**
 * Answers a function that asks after the next sender who is due. What it fetches takes no
 * document's place on the shelf: a key that is gone still verifies its owner's Delete. It throws
 * LedgerDown and MemoryDown.
 */
export function makeLookUps(parts: LookUpParts): () => Promise<void> {
  const { chronicle, memory, network, clock, budget = makeFetchBudget(lookBudget) } = parts;

  async function lookAt(sender: SenderSince): Promise<readonly Happening[]> {
    const at = clock.now();
    const answer = await fetched(network, withoutFragment(sender.sender));
    const looked = { kind: "looked", actor: sender.sender, at } as const;
    if (answer === undefined) return [{ ...looked, at: undefined, lookAt: after(at, laterMs) }];
    const how = endIn(answer, sender.sender);
    if (how !== undefined) await memory.ended(sender.sender, at);
    const ended = how && ({ kind: "ended", actor: sender.sender, how, at } as const);
    return [{ ...looked, lookAt: nextLook(sender, at) }, ...(ended === undefined ? [] : [ended])];
  }

  return async () => {
    const at = clock.now();
    for (const sender of await chronicle.toLookUp(at, passedOverMax)) {
      const host = hostOf(sender.sender);
      if (host !== undefined && budget.take(host, at)) {
        await chronicle.write(await lookAt(sender));
        return;
      }
      const later = host === undefined ? undefined : after(at, laterMs);
      const putOff = { kind: "looked", actor: sender.sender, at: undefined } as const;
      await chronicle.write([{ ...putOff, lookAt: later }]);
    }
  };
}

function nextLook({ lastAt }: SenderSince, at: EpochMs): EpochMs | undefined {
  const next = after(at, againAfterMs);
  return next - lastAt <= lookedForMs ? next : undefined;
}

/** What its own host says of it; another host's answer says nothing. */
export function endIn(answer: FetchAnswer, actor: ActorId): SenderEnd | undefined {
  if (answer.kind === "gone") return "gone";
  if (answer.kind !== "found" || hostOf(answer.url) !== hostOf(actor)) return undefined;
  const parsed = parseActor(answer.body);
  if (!parsed.ok || !isSameUrl(parsed.value.id, actor)) return undefined;
  return parsed.value.suspended ? "suspended" : undefined;
}
