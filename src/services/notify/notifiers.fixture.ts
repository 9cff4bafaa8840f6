// Ways out that remember what went out, and do with it as told.

import type { Letter } from "../../model/letter.ts";
import type { Address, Subscription } from "../../model/subscription.ts";
import type { Notifiers, Sent } from "../../ports/notifier.ts";

export interface FakeNotifiers {
  readonly notifiers: Notifiers;
  /** What was taken, in order. */
  readonly taken: { readonly to: Address; readonly letter: Letter }[];
  /** Every try, taken or not: `channel id`. */
  readonly tried: string[];
  answer(sent: Sent): void;
}

export const taken: Sent = { kind: "taken", answer: "202 thank you" };
export const down: Sent = { kind: "failed", because: "nobody listens there" };

export function fakeNotifiers(): FakeNotifiers {
  const all: FakeNotifiers["taken"] = [];
  const tried: string[] = [];
  let answer = taken;
  const send = async (to: Address, letter: Letter): Promise<Sent> => {
    tried.push(`${to.channel} ${letter.id}`);
    if (answer.kind === "taken") all.push({ to, letter });
    return answer;
  };
  const one = { send };
  return {
    notifiers: { email: one, webhook: one, ntfy: one, push: one },
    ...{ taken: all, tried },
    answer: (next) => {
      answer = next;
    },
  };
}

/** Alice, by e-mail, of everything at once, at any hour. */
export function subscription(more: Partial<Subscription> = {}): Subscription {
  return {
    ...{ by: "alice", to: { channel: "email", address: "alice@home.example" } },
    ...{ what: ["wave", "appeal", "host", "alarm"], urgent: [], quiet: undefined, digestAt: [] },
    ...{ zone: "UTC", language: "en" },
    ...more,
  };
}
