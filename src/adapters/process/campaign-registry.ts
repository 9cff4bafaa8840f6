// Which contacts make one campaign: disjoint sets of marks, each named by the least of its ids.

import type { EpochMs } from "../../base/units.ts";
import { inWindow } from "./windows.ts";

/** A contact that a new one is alike to, by how many bits. */
export interface Alike {
  readonly id: number;
  readonly bits: number;
}

export interface CampaignRuling {
  readonly ruling: "spam" | "ham";
  readonly at: EpochMs;
  /** The only contact that it was said of; undefined: of several, or of the whole. */
  readonly of?: number | undefined;
}

/** What is kept of one campaign beside its members. */
export interface Named {
  readonly id: number;
  /** Names that it was told by before it met others. */
  readonly aliases: readonly number[];
  readonly ruled: CampaignRuling | undefined;
  /** Names of those that a moderator split it from: it is never one with them again. */
  readonly apart: readonly number[];
}

interface Group {
  id: number;
  ruled: CampaignRuling | undefined;
  readonly aliases: Set<number>;
  readonly members: Set<number>;
  readonly apart: Set<number>;
}

/** Names of one campaign that are still understood; of more the oldest goes. Chosen by us. */
const aliasesMax = 256;

/**
 * A campaign goes by the least id that it has, but for one whose name another kept: what leaves
 * after a ruling gets a fresh one. Merging is commutative; whom a contact joins depends on who
 * came before it. Whoever joins has decided that it belongs (engine/campaigns/linkage.ts).
 */
export class CampaignRegistry {
  readonly #groupOf = new Map<number, Group>();
  readonly #named = new Map<number, Group>();
  /** No name is higher. */
  #highest = 0;

  /** The name of the campaign that a contact belongs to; undefined while it stands alone. */
  of(id: number): number | undefined {
    return this.#groupOf.get(id)?.id;
  }

  /** What was ruled on the campaign of a contact, as far as it still counts at `at`. */
  rulingInForce(id: number, at: EpochMs): CampaignRuling | undefined {
    return inForce(this.#groupOf.get(id), at);
  }

  /** What a campaign goes by now, under any name that it had. */
  current(name: number): number | undefined {
    return this.#named.get(name)?.id;
  }

  /** Contacts of a campaign, under any name that it had. */
  members(name: number): Iterable<number> {
    return this.#named.get(name)?.members ?? [];
  }

  named(name: number): Named | undefined {
    const group = this.#named.get(name);
    if (group === undefined) return undefined;
    const { id, ruled, aliases, apart } = group;
    return { id, ruled, aliases: [...aliases], apart: [...apart] };
  }

  *all(): Generator<number> {
    for (const [name, group] of this.#named) if (name === group.id) yield name;
  }

  /**
   * A contact joins the campaign of the closest. What stands alone comes along; another campaign
   * only from `weldAt` bits on, so that no chance likeness makes one of two, and never what was
   * found harmless with what was not. What was found harmless takes in nothing but the contact
   * itself: else one that is half of it and half of a wave would excuse the wave. Answers the
   * names of those that it changed.
   */
  join(id: number, alike: readonly Alike[], weldAt: number, at: EpochMs): readonly number[] {
    const [closest] = alike;
    if (closest === undefined) return [];
    let group = this.#ensure(closest.id);
    const changed = new Set([group.id]);
    this.#add(group, id);
    for (const { id: other, bits } of alike.slice(1)) {
      const beside = this.#groupOf.get(other);
      if (beside === undefined) {
        if (!isHarmless(group, at)) this.#add(group, other);
      } else if (beside !== group && bits >= weldAt && this.#agree(beside, group, at)) {
        group = this.#merge(group, beside);
        changed.add(group.id);
      }
    }
    return [...changed];
  }

  /**
   * The latest ruling is the campaign's, unless a contrary one is in force that was said of
   * others: then the contact was taken for one of them wrongly, and leaves with a ruling of its
   * own. Answers the names it changed.
   */
  rule(id: number, { ruling, at }: CampaignRuling): readonly number[] {
    const group = this.#ensure(id);
    const standing = inForce(group, at);
    const isOwn = standing === undefined || standing.of === id || group.members.size === 1;
    if (isOwn || standing.ruling === ruling) {
      group.ruled = { ruling, at, of: isOwn ? id : undefined };
      return [group.id];
    }
    this.drop(id);
    const own = this.#ensure(id);
    own.ruled = { ruling, at, of: id };
    return [group.id, own.id];
  }

  /** A ruling on all of it, whatever was ruled before. Answers the names it changed. */
  ruleAll(name: number, ruling: CampaignRuling): readonly number[] {
    const group = this.#named.get(name);
    if (group === undefined) return [];
    group.ruled = ruling;
    return [group.id];
  }

  drop(id: number): void {
    const group = this.#groupOf.get(id);
    if (group === undefined) return;
    this.#groupOf.delete(id);
    group.members.delete(id);
    if (group.members.size > 0) return;
    for (const name of [group.id, ...group.aliases]) this.#named.delete(name);
  }

  /** Takes in what a campaign was before a restart; its members follow. */
  restore({ id, aliases, ruled, apart }: Named): void {
    let group = this.#named.get(id) ?? this.#begin(id);
    group.ruled = ruled;
    for (const other of apart) group.apart.add(other);
    for (const alias of aliases) {
      const beside = this.#named.get(alias);
      if (beside !== undefined && beside !== group) group = this.#merge(group, beside);
      this.#alias(group, alias);
    }
  }

  /**
   * These leave what they belong to and are one campaign, without a ruling, that is never welded
   * to what they left. Answers its name and those that it changed; undefined for nobody.
   */
  setApart(ids: readonly number[]): { name: number; changed: readonly number[] } | undefined {
    if (ids.length === 0) return undefined;
    const left = new Set(ids.flatMap((id) => this.#groupOf.get(id) ?? []));
    for (const id of ids) this.drop(id);
    const own = this.#begin(this.#highest + 1);
    for (const id of ids) this.#add(own, id);
    for (const other of left) {
      own.apart.add(other.id);
      other.apart.add(own.id);
    }
    const others = [...left].filter(({ members }) => members.size > 0);
    return { name: own.id, changed: [own.id, ...others.map(({ id }) => id)] };
  }

  /** Takes in that a contact belonged to a campaign by this name. */
  restoreMember(id: number, name: number): void {
    const group = this.#named.get(name);
    if (group !== undefined && this.#groupOf.get(id) === group) return;
    this.drop(id);
    this.#add(group ?? this.#begin(name), id);
  }

  #ensure(id: number): Group {
    const known = this.#groupOf.get(id);
    if (known !== undefined) return known;
    // It may have left the campaign that goes by its id.
    const group = this.#begin(this.#named.has(id) ? this.#highest + 1 : id);
    this.#add(group, id);
    return group;
  }

  #begin(id: number): Group {
    this.#highest = Math.max(this.#highest, id);
    const [aliases, members, apart] = [new Set<number>(), new Set<number>(), new Set<number>()];
    const group = { id, ruled: undefined, aliases, members, apart };
    this.#named.set(id, group);
    return group;
  }

  #add(group: Group, id: number): void {
    this.#highest = Math.max(this.#highest, id);
    group.members.add(id);
    this.#groupOf.set(id, group);
    if (id < group.id && !this.#named.has(id)) this.#rename(group, id);
  }

  #rename(group: Group, name: number): void {
    const before = group.id;
    group.id = name;
    this.#named.set(name, group);
    this.#alias(group, before);
  }

  /** Into the larger of the two, which has fewer to rename. */
  #merge(one: Group, another: Group): Group {
    const [group, other] =
      one.members.size < another.members.size ? [another, one] : [one, another];
    for (const member of other.members) this.#add(group, member);
    const names = [...other.aliases, group.id, other.id];
    group.id = Math.min(group.id, other.id);
    group.ruled = latest(group.ruled, other.ruled);
    for (const name of other.apart) group.apart.add(name);
    group.aliases.delete(group.id);
    for (const name of names) this.#alias(group, name);
    return group;
  }

  #agree(one: Group, other: Group, at: EpochMs): boolean {
    const isSplit = (a: Group, b: Group) =>
      [...a.apart].some((name) => this.#named.get(name) === b);
    if (isSplit(one, other) || isSplit(other, one)) return false;
    return isHarmless(one, at) === isHarmless(other, at);
  }

  #alias(group: Group, name: number): void {
    this.#named.set(name, group);
    if (name === group.id) return;
    group.aliases.add(name);
    if (group.aliases.size <= aliasesMax) return;
    const [oldest = name] = group.aliases;
    group.aliases.delete(oldest);
    this.#named.delete(oldest);
  }
}

function isHarmless(group: Group, at: EpochMs): boolean {
  return inForce(group, at)?.ruling === "ham";
}

/** A ruling counts as long as the longest window: thirty days. */
function inForce(group: Group | undefined, at: EpochMs): CampaignRuling | undefined {
  return group?.ruled && inWindow(group.ruled.at, at) ? group.ruled : undefined;
}

function latest(
  one: CampaignRuling | undefined,
  other: CampaignRuling | undefined,
): CampaignRuling | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one.at >= other.at ? one : other;
}
