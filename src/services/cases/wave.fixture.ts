// A wave of one text from many hosts, and other people's posts, for tests of what is done with it.

import { after, type EpochMs, minute } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { Delivery } from "../../model/delivery.ts";
import type { Hand } from "../../model/hand.ts";
import type { Receipt } from "../../model/ids.ts";
import { activity, start, type TestHouse } from "../house.fixture.ts";

export const people = ["alice", "bruno", "chloe", "dario", "edith"];

export const pitch =
  "I doubted at first but my payment has arrived and it is real: eighteen thousand after putting " +
  "in six hundred, and my neighbours have done the same since. Write to coin_harvest77 today";

export const greeting =
  "Good morning everybody, I have just moved here from another server and look for people who " +
  "like lighthouses, slow trains and long walks by the sea. Say hello if that is you";

export interface Posted {
  /** Also its sender's name. */
  readonly receipt: string;
  readonly host: string;
  readonly says: string;
  readonly at: EpochMs;
  readonly to?: string;
}

export function posted({ receipt, host, says, at, to = "alice" }: Posted): Delivery {
  const actor = `https://${host}/users/${receipt}`;
  const id = `${actor}/notes/${at}`;
  const whom = [`https://home.example/users/${to}`];
  const content = `<p>${says}</p>`;
  const object = { id, type: "Note", attributedTo: actor, to: whom, content };
  const body = { id: `${id}/activity`, type: "Create", actor, to: whom, object };
  return activity(receipt, at, body);
}

/** A minute apart, each by somebody else on another host; answers when the last came. */
export async function wave(
  house: TestHouse,
  says: (one: number) => string,
  { size = 8, name = "w", from = start }: { size?: number; name?: string; from?: EpochMs } = {},
): Promise<EpochMs> {
  let at = from;
  for (let one = 0; one < size; one++) {
    at = after(from, one * minute);
    const host = `${name}${one}.example`;
    const to = people[one % people.length] as string;
    await house.send(posted({ receipt: `${name}${one}`, host, says: says(one), at, to }));
    await house.passTo(at);
  }
  return at;
}

/** What is held, in the order of arrival. */
export async function heldIn(house: TestHouse): Promise<readonly Receipt[]> {
  const held = await house.ledger.list(["settling", "held"], 100);
  return held.map(({ receipt }) => receipt).reverse();
}

export async function campaignOf(house: TestHouse, receipt: string): Promise<CampaignId> {
  const campaign = (await house.ledger.find(receipt as Receipt))?.verdict.campaign;
  if (campaign === undefined) throw new Error(`${receipt} is of no campaign`);
  return campaign;
}

export function handAt(at: EpochMs): Hand {
  return { by: "mod", at, through: "command" };
}

/** What became of one, and why at first. */
export function toldOf(house: TestHouse): readonly [string, string] {
  const last = house.verdicts.at(-1);
  return [last?.action ?? "", last?.evidence[0]?.symbol ?? ""];
}
