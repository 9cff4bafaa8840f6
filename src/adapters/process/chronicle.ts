// A chronicle that lives as long as its process: for tests and a first look.

import { type EpochMs, epochMs } from "../../base/units.ts";
import type { ActorId, Receipt } from "../../model/ids.ts";
import type {
  Chronicle,
  Decision,
  Happening,
  Party,
  PassReason,
  Place,
  SenderSince,
  Stretch,
  Totals,
} from "../../ports/chronicle.ts";

interface KnownSender {
  since: SenderSince;
  doubted: boolean;
}

export class ProcessChronicle implements Chronicle {
  readonly #decisions = new Map<Receipt, Decision>();
  readonly #senders = new Map<ActorId, KnownSender>();
  /** By hour and reason. */
  readonly #passed = new Map<string, { hour: EpochMs; reason: PassReason; count: number }>();

  async write(happenings: readonly Happening[]): Promise<void> {
    for (const one of happenings) this.#writeOne(one);
  }

  async find(receipt: Receipt): Promise<Decision | undefined> {
    return this.#decisions.get(receipt);
  }

  async findAll(receipts: readonly Receipt[]): Promise<readonly Decision[]> {
    return receipts.map((one) => this.#decisions.get(one)).filter((one) => one !== undefined);
  }

  async doubted(stretch: Stretch, limit: number, after?: Place) {
    const all = await this.judged(stretch, Number.POSITIVE_INFINITY, after);
    return all.filter(({ decision }) => decision.action !== "accept").slice(0, limit);
  }

  async judged(stretch: Stretch, limit: number, after?: Place) {
    return this.#within(stretch)
      .filter((one) => after === undefined || byTime(one, after) > 0)
      .slice(0, limit)
      .map((decision) => ({ decision, since: this.#sinceOf(decision) }));
  }

  async totals(stretch: Stretch): Promise<Totals> {
    const groups = Map.groupBy(this.#within(stretch), ({ action, done }) => `${action} ${done}`);
    const judged = [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, all]) => {
        const { action, done } = all[0] as Decision;
        const ended = all.filter((one) => this.#sinceOf(one).end !== undefined).length;
        return { action, done, count: all.length, ended };
      });
    const passed: Partial<Record<PassReason, number>> = {};
    for (const { hour, reason, count } of this.#passed.values()) {
      if (hour < stretch.since || hour >= stretch.until) continue;
      passed[reason] = (passed[reason] ?? 0) + count;
    }
    const moments = [...this.#decisions.values()].map(({ at }) => at);
    const all = [...moments, ...[...this.#passed.values()].map(({ hour }) => hour)];
    const firstAt = all.toSorted((a, b) => a - b)[0];
    return { judged, passed, firstAt };
  }

  async about(actor: ActorId) {
    const decisions = this.#sorted().filter(({ sender }) => sender === actor);
    const known = this.#senders.get(actor)?.since;
    const [first] = decisions;
    if (known !== undefined) return { decisions, since: known };
    return first === undefined ? undefined : { decisions, since: nothingSince(first) };
  }

  async parties(by: "sender" | "host", stretch: Stretch, limit: number, find = "") {
    const named = this.#within(stretch).filter((one) => one[by].includes(find));
    return [...Map.groupBy(named, (one) => one[by])]
      .map(([name, all]) => this.#partyOf(name, all))
      .sort(byDoubt)
      .slice(0, limit);
  }

  async ofHost(host: string, limit: number) {
    return this.#sorted()
      .filter((one) => one.host === host)
      .reverse()
      .slice(0, limit)
      .map((decision) => ({ decision, since: this.#sinceOf(decision) }));
  }

  #partyOf(name: string, all: readonly Decision[]): Party {
    const proven = new Set(all.filter((one) => one.proven).map(({ sender }) => sender));
    const known = [...proven].flatMap((sender) => this.#senders.get(sender)?.since ?? []);
    const sum = (of: (since: SenderSince) => number): number =>
      known.reduce((total, one) => total + of(one), 0);
    return {
      name,
      deliveries: all.length,
      doubted: all.filter(({ action }) => action !== "accept").length,
      kept: all.filter(({ done }) => done !== "passed").length,
      lastAt: epochMs(Math.max(...all.map(({ at }) => at))),
      senders: new Set(all.map(({ sender }) => sender)).size,
      ended: sum(({ end }) => (end === undefined ? 0 : 1)),
      complaints: sum(({ complaints }) => complaints),
      welcomes: sum(({ welcomes }) => welcomes),
    };
  }

  async doubtedSenders(limit: number): Promise<readonly ActorId[]> {
    return [...this.#senders.values()]
      .filter(({ doubted, since }) => doubted && since.end === undefined)
      .sort((a, b) => b.since.lastAt - a.since.lastAt)
      .slice(0, limit)
      .map(({ since }) => since.sender);
  }

  async toLookUp(at: EpochMs, limit: number) {
    return [...this.#senders.values()]
      .filter(({ since }) => since.lookAt !== undefined && since.lookAt <= at)
      .sort(
        (a, b) =>
          Number(b.doubted) - Number(a.doubted) ||
          Number(a.since.lookAt) - Number(b.since.lookAt) ||
          (a.since.sender < b.since.sender ? -1 : 1),
      )
      .slice(0, limit)
      .map(({ since }) => since);
  }

  async forget(actor: ActorId): Promise<number> {
    this.#senders.delete(actor);
    return this.#drop(({ sender }) => sender === actor);
  }

  async expire(before: EpochMs): Promise<number> {
    for (const [actor, { since }] of this.#senders) {
      if (since.lastAt < before) this.#senders.delete(actor);
    }
    for (const [key, { hour }] of this.#passed) if (hour < before) this.#passed.delete(key);
    return this.#drop(({ at }) => at < before);
  }

  #drop(goes: (decision: Decision) => boolean): number {
    const going = [...this.#decisions.values()].filter(goes);
    for (const { receipt } of going) this.#decisions.delete(receipt);
    return going.length;
  }

  #writeOne(one: Happening): void {
    switch (one.kind) {
      case "judged":
        this.#judged(one.decision, one.lookAt);
        break;
      case "moved":
        this.#moved(one);
        break;
      case "answered":
        this.#change(one.receipt, { answer: one.status });
        break;
      case "passed":
        this.#count(one);
        break;
      case "ended":
      case "returned":
      case "complained":
      case "welcomed":
      case "looked":
        this.#since(one.actor, (since) => changeBy(one, since));
    }
  }

  #count({ hour, reason, count }: Happening & { kind: "passed" }): void {
    const key = `${hour} ${reason}`;
    const before = this.#passed.get(key)?.count ?? 0;
    this.#passed.set(key, { hour, reason, count: before + count });
  }

  #judged(decision: Decision, lookAt: EpochMs | undefined): void {
    const { receipt, sender, at } = decision;
    if (this.#decisions.has(receipt)) return;
    this.#decisions.set(receipt, decision);
    if (!decision.proven) return;
    const doubted = decision.action !== "accept";
    const known = this.#senders.get(sender);
    if (known === undefined) {
      this.#senders.set(sender, { since: { ...nothingSince(decision), lookAt }, doubted });
      return;
    }
    known.doubted ||= doubted;
    this.#since(sender, (since) => ({
      lastAt: epochMs(Math.max(at, since.lastAt)),
      lookAt: since.end === undefined ? (since.lookAt ?? lookAt) : undefined,
    }));
  }

  #moved({ receipt, state, at, last }: Happening & { kind: "moved" }): void {
    this.#change(receipt, { state, stateAt: at, ...(last && { last }) });
  }

  #change(receipt: Receipt, more: Partial<Decision>): void {
    const decision = this.#decisions.get(receipt);
    if (decision !== undefined) this.#decisions.set(receipt, { ...decision, ...more });
  }

  #since(actor: ActorId, change: (since: SenderSince) => Partial<SenderSince>): void {
    const known = this.#senders.get(actor);
    if (known !== undefined) known.since = { ...known.since, ...change(known.since) };
  }

  #sinceOf(decision: Decision): SenderSince {
    const known = decision.proven ? this.#senders.get(decision.sender)?.since : undefined;
    return known ?? nothingSince(decision);
  }

  #within({ since, until }: Stretch): readonly Decision[] {
    return this.#sorted().filter(({ at }) => at >= since && at < until);
  }

  #sorted(): readonly Decision[] {
    return [...this.#decisions.values()].sort(byTime);
  }
}

type AboutSender = Extract<Happening, { readonly actor: ActorId }>;

function changeBy(one: AboutSender, since: SenderSince): Partial<SenderSince> {
  switch (one.kind) {
    case "ended":
      if (since.end !== undefined) return {};
      return { end: { how: one.how, at: one.at }, lookAt: undefined };
    case "returned":
      return { goodDays: since.goodDays + 1 };
    case "complained":
      return { complaints: since.complaints + 1 };
    case "welcomed":
      return { welcomes: since.welcomes + 1 };
    case "looked":
      return { lookedAt: one.at ?? since.lookedAt, lookAt: one.lookAt };
  }
}

function byTime(a: Place, b: Place): number {
  return a.at - b.at || (a.receipt < b.receipt ? -1 : a.receipt > b.receipt ? 1 : 0);
}

function nothingSince({ sender, at }: Decision): SenderSince {
  const never = { end: undefined, lookedAt: undefined, lookAt: undefined };
  return { sender, firstAt: at, lastAt: at, goodDays: 0, complaints: 0, welcomes: 0, ...never };
}

/** Whom most was against first. */
function byDoubt(a: Party, b: Party): number {
  return b.doubted - a.doubted || b.deliveries - a.deliveries || (a.name < b.name ? -1 : 1);
}
