// Whoever runs the attack: sends, looks at what its own accounts received, and decides.

import { after, day, type EpochMs, hour, minute, second, startOf } from "../../base/units.ts";
import { type Contact, type Crew, contactOf, type Salvo } from "./contact.ts";
import type { Method } from "./method.ts";
import type { Program, Step } from "./programs.ts";

/** How long the operator waits for its last posts before it counts. Chosen: a coffee. */
const patienceMs = 30 * minute;

/** What was done by one step, as the attacker's books have it. */
export interface Entry {
  readonly step: Step;
  readonly contacts: Contact[];
  deliveries: number;
  /** Units: an account counts as far as it was used up. */
  spent: number;
}

export interface Operator {
  /** When it does something next; undefined: never again. */
  readonly nextAt: EpochMs | undefined;
  act(at: EpochMs): Salvo | undefined;
  /** One of its own accounts received all of a contact. */
  received(contact: Contact): void;
  /** The gate refused a delivery in the open. */
  refused(): void;
  /** Whether its accounts here call what they receive ham. */
  readonly lies: boolean;
  /** Units that it paid, accounts thrown away half used included. */
  readonly paid: number;
  readonly books: readonly Entry[];
}

export interface Limits {
  readonly until: EpochMs;
  readonly deliveriesMax: number;
}

interface Campaign {
  nextAt: EpochMs | undefined;
  entry: Entry | undefined;
  sent: number;
  lastAt: EpochMs;
  refusals: number;
  readonly received: Set<Contact>;
  readonly books: Entry[];
}

/** A gate that says no this often in the open need not be asked further. */
const refusalsMax = 10;

export function operatorOf(crew: Crew, program: Program, start: EpochMs, limits: Limits): Operator {
  const campaign: Campaign = {
    nextAt: start,
    entry: undefined,
    sent: 0,
    lastAt: start,
    refusals: 0,
    received: new Set(),
    books: [],
  };
  return {
    get nextAt() {
      return campaign.nextAt;
    },
    get paid() {
      return crew.purse.spent;
    },
    get lies() {
      return campaign.entry?.step.method.falseLabels ?? false;
    },
    books: campaign.books,
    received: (contact) => campaign.received.add(contact),
    refused: () => {
      campaign.refusals += 1;
    },
    act(at) {
      if (at >= limits.until || campaign.sent >= limits.deliveriesMax) {
        campaign.nextAt = undefined;
        return undefined;
      }
      const { entry } = campaign;
      if (entry === undefined || isDone(campaign, entry))
        return retool(crew, program, campaign, at);
      return send(crew, campaign, entry, at);
    },
  };
}

function isDone({ refusals }: Campaign, { step, contacts }: Entry): boolean {
  return contacts.length >= step.deliveries || refusals >= refusalsMax;
}

function send(crew: Crew, campaign: Campaign, entry: Entry, at: EpochMs): Salvo {
  const { step } = entry;
  const before = crew.purse.spent;
  const probing = { ...crew, probing: step.probing };
  const salvo = contactOf(probing, step.method, at, step.tries);
  entry.spent += crew.purse.spent - before - salvo.paid + salvo.usedUp;
  entry.contacts.push(salvo.contact);
  const deliveries = salvo.scenes.filter(({ scene }) => scene.kind === "sending");
  entry.deliveries += deliveries.length;
  campaign.sent += deliveries.length;
  for (const { scene } of salvo.scenes) if (scene.at > campaign.lastAt) campaign.lastAt = scene.at;
  const [from, to] = step.method.gap;
  const waits = isDone(campaign, entry)
    ? campaign.lastAt - at + patienceMs
    : crew.dice.int(from * second, to * second);
  campaign.nextAt = after(at, waits);
  return salvo;
}

/** Counts what came through and chooses; sends nothing. */
function retool(crew: Crew, program: Program, campaign: Campaign, at: EpochMs): undefined {
  const { entry: last } = campaign;
  const step = program.next(last === undefined ? undefined : rateOf(campaign, last));
  if (step === undefined) {
    campaign.nextAt = undefined;
    return undefined;
  }
  if (last === undefined || needsOthers(last.step.method, step.method)) crew.recruits.burn();
  const before = crew.purse.spent;
  crew.purse.spend("operatorHour", step.hours);
  const entry = { step, contacts: [], deliveries: 0, spent: crew.purse.spent - before };
  campaign.books.push(entry);
  campaign.entry = entry;
  campaign.refusals = 0;
  const ready = after(at, step.hours * hour);
  const waitsForNight = step.method.atNight && last?.step.method.atNight !== true;
  campaign.nextAt = waitsForNight ? nextNight(ready) : ready;
  campaign.lastAt = campaign.nextAt;
  return undefined;
}

/** Of what was to reach its own accounts, the share that did; nothing if nothing was. */
function rateOf({ received }: Campaign, { contacts }: Entry): number {
  const probed = contacts.filter((one) => one.isPayload && one.probes.length > 0);
  const arrived = probed.filter((one) => received.has(one));
  return probed.length === 0 ? 0 : arrived.length / probed.length;
}

/** Accounts that look as the last method wanted them are of no use to the next. */
function needsOthers(last: Method, next: Method): boolean {
  const looks = ({ account, profile, address, payload, perHost, postsEach }: Method): string =>
    JSON.stringify([
      account,
      profile,
      address === "follow" || address === "like" || payload === "profile",
      perHost,
      postsEach,
    ]);
  return looks(last) !== looks(next);
}

/** Two in the morning. */
function nextNight(at: EpochMs): EpochMs {
  const tonight = after(startOf(day, at), 2 * hour);
  return tonight >= at ? tonight : after(tonight, day);
}
