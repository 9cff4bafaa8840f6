// What it takes to remember unsolicited contacts, and what is lost when there is less room.
//
// The first part fills memories as the house does (`witness`, then `gather`) and beside them one
// of plain objects. The second plants waves among other people's posts, and gives less and less
// room to what should remember them.

import { Campaigns } from "../../adapters/process/campaigns.ts";
import { emptyContents } from "../../adapters/process/contents.ts";
import type { Linked } from "../../adapters/process/linked.ts";
import { ProcessMemory } from "../../adapters/process/memory.ts";
import { type MemoryBounds, shippedBounds } from "../../adapters/process/memory-bounds.ts";
import { seeded } from "../../base/prng.ts";
import { after, day, type EpochMs, hour } from "../../base/units.ts";
import type { Likeness } from "../../model/likeness.ts";
import { bytesHeld } from "./heap.ts";
import type { BenchOptions, Row } from "./main.ts";
import { beginsAt, type Contacting, Posts, type Template } from "./memory-posts.ts";
import { PlainMembers } from "./plain-members.ts";

/** Some minutes; ten million take gigabytes and a quarter of an hour. */
const usualSizes = [10_000, 100_000, 1_000_000];

/** Beyond, objects take more than most machines have. */
const plainMax = 100_000;

/** Each more is spliced, and put there without asking who belongs with it. */
const askedWhileFilling = 100_000;

/** Posts that a cost is measured with. */
const asked = 2000;

/** Of the first posts that come so many are spam, of which a variant comes at the end. */
const planted = 200;

export async function benchMemory(options: BenchOptions): Promise<readonly Row[]> {
  const { smoke, sizes = usualSizes } = options;
  const rows: Row[] = [];
  for (const size of smoke ? [500] : sizes) {
    rows.push(...(await measured(size, "", compactly)));
    if (size <= plainMax) rows.push(...(await measured(size, ", as objects", plainly)));
  }
  return [...rows, ...recallRows(smoke ? 400 : 20_000)];
}

type Kind = (bounds: MemoryBounds["campaigns"]) => Campaigns;

const compactly: Kind = (bounds) => new Campaigns(bounds, asItIs);
const plainly: Kind = (bounds) => new Campaigns(bounds, asItIs, new PlainMembers(bounds));

function asItIs(bytes: Uint8Array): Uint8Array {
  return bytes;
}

interface Filled {
  memory: ProcessMemory | undefined;
  campaigns: Campaigns | undefined;
}

async function measured(size: number, name: string, kind: Kind): Promise<readonly Row[]> {
  const posts = new Posts("memory");
  const before = bytesHeld();
  const templates = Array.from({ length: planted }, (_, i) => posts.template(`w${i}`));
  const filled: Filled = await filledWith(posts, templates, size, kind);
  const all = (bytesHeld() - before) / size;
  const found = foundOf(templates, posts, filled.campaigns as Campaigns);
  const spent = await costOf(posts, filled.memory as ProcessMemory);
  const row = (what: string, value: number, unit: string): Row =>
    rowOf(`${size.toLocaleString("en")} remembered${name}: ${what}`, value, unit);
  return [
    row("witness and gather", spent, "µs CPU"),
    row("a contact in what finds campaigns", campaignBytes(filled), "bytes"),
    row("a contact in all of memory", all, "bytes"),
    row("variants of the first posts found", found, "%"),
  ];
}

/** Everything else at its shipped bounds. */
async function filledWith(
  posts: Posts,
  templates: readonly Template[],
  size: number,
  kind: Kind,
): Promise<Required<Filled>> {
  const bounds = { ...shippedBounds, campaigns: { lone: 2 * size, linked: 2 * size } };
  const campaigns = kind(bounds.campaigns);
  const memory = new ProcessMemory(bounds, { ...emptyContents(bounds), campaigns });
  const random = seeded("spliced");
  const drawn = (some: readonly Likeness[]): Likeness => {
    return some[Math.floor(random() * some.length)] as Likeness;
  };
  const earlier: Likeness[] = [];
  for (let i = 0; i < size; i++) {
    const at = after(beginsAt, Math.floor((29 * day * i) / size));
    if (i >= askedWhileFilling) {
      note(campaigns, 2 * size + i, posts.spliced(drawn(earlier), drawn(earlier), at), []);
      continue;
    }
    const template = templates[i];
    const one = template === undefined ? posts.next(at) : posts.variant(template, at);
    await take(memory, one);
    if (size > askedWhileFilling) earlier.push(one.likeness);
  }
  return { memory, campaigns };
}

function note(
  campaigns: Campaigns,
  id: number,
  { arrival, likeness }: Contacting,
  linked: readonly Linked[],
): void {
  const { sender, delivery, audience } = arrival;
  const { actor, domain } = sender;
  const recipients = audience.notified.map((to) => to.actor);
  const mark = { id, at: delivery.at, struck: false };
  const use = { kind: "use", actor, domain, regular: false, recipients, mark } as const;
  campaigns.note(likeness, use, delivery.receipt, linked);
}

async function take(memory: ProcessMemory, contacting: Contacting): Promise<void> {
  await memory.witness(contacting.arrival, contacting.keys);
  await memory.gather(contacting.arrival, contacting.likeness);
}

const endsAt = after(beginsAt, 29 * day);

async function costOf(posts: Posts, memory: ProcessMemory): Promise<number> {
  const news = Array.from({ length: asked }, () => posts.next(endsAt));
  const began = process.cpuUsage();
  for (const one of news) await take(memory, one);
  const { user, system } = process.cpuUsage(began);
  return (user + system) / news.length;
}

function foundOf(templates: readonly Template[], posts: Posts, campaigns: Campaigns): number {
  const found = templates.filter((one) => belongs(campaigns, posts.variant(one, endsAt), one));
  return (100 * found.length) / templates.length;
}

function belongs(campaigns: Campaigns, { likeness, arrival }: Contacting, to: Template): boolean {
  const linked = campaigns.linkedTo(likeness, arrival.delivery.at);
  return linked.some(({ member }) => member.receipt.startsWith(`${to.name}-`));
}

/** What the collector finds once they are gone, and nothing else is. */
function campaignBytes(filled: Filled): number {
  filled.memory = undefined;
  const size = filled.campaigns?.size ?? 0;
  const before = bytesHeld();
  filled.campaigns = undefined;
  return (before - bytesHeld()) / size;
}

/** Twenty hands with eight posts each, in this time. */
const paces = [
  ["within an hour", hour],
  ["within a day", day],
  ["within a month", 29 * day],
] as const;
const hands = 20;
const variants = 8;

const shares = [
  ["all the room", 1],
  ["half", 1 / 2],
  ["a quarter", 1 / 4],
  ["a tenth", 1 / 10],
] as const;

/** How many variants were found to belong with an earlier one when they came. */
function recallRows(others: number): readonly Row[] {
  return shares.flatMap(([room, share]) => {
    const found = playedIn(others, share);
    return paces.map(([pace]) => {
      const possible = hands * (variants - 1);
      return rowOf(`waves ${pace}, ${room}: found`, (100 * (found.get(pace) ?? 0)) / possible, "%");
    });
  });
}

type Coming = { readonly at: EpochMs; readonly pace: string; readonly template?: Template };

function playedIn(others: number, share: number): ReadonlyMap<string, number> {
  const lone = Math.round(others * share);
  const campaigns = compactly({ lone, linked: Math.round((lone * 2) / 3) });
  const posts = new Posts("recall");
  const found = new Map<string, number>();
  for (const [id, { at, pace, template }] of playOf(posts, others).entries()) {
    const one = template === undefined ? posts.next(at) : posts.variant(template, at);
    if (template && belongs(campaigns, one, template)) found.set(pace, (found.get(pace) ?? 0) + 1);
    note(campaigns, id + 1, one, campaigns.linkedTo(one.likeness, at));
  }
  return found;
}

/** In the order in which it comes. */
function playOf(posts: Posts, others: number): readonly Coming[] {
  const random = seeded("play");
  const coming: Coming[] = Array.from({ length: others }, (_, i) => {
    return { at: after(beginsAt, Math.floor((29 * day * i) / others)), pace: "" };
  });
  for (const [pace, lasts] of paces) {
    for (let hand = 0; hand < hands; hand++) {
      const template = posts.template(`${pace.at(-1)}${hand}`);
      const from = random() * (29 * day - lasts);
      for (let i = 0; i < variants; i++) {
        const at = after(beginsAt, Math.floor(from + random() * lasts));
        coming.push({ at, pace, template });
      }
    }
  }
  return coming.sort((a, b) => a.at - b.at);
}

function rowOf(name: string, value: number, unit: string): Row {
  return { name, median: value, min: value, max: value, unit };
}
