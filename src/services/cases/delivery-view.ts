// All that is shown of one kept delivery: why it is here, and, where it may be read, what it says.

import { arrive } from "../../engine/arrive.ts";
import { read } from "../../engine/read.ts";
import { type Hinges, hingesOf } from "../../engine/what-would-change.ts";
import type { Activity, Attachment } from "../../model/activity.ts";
import type { Receipt } from "../../model/ids.ts";
import { type Kept, type KeptSummary, summaryOf } from "../../model/kept.ts";
import { parseActivity } from "../../model/parse.ts";
import type { Visibility } from "../../model/reading.ts";
import type { Ledger } from "../../ports/ledger.ts";
import type { OwnRecords } from "../../ports/own-records.ts";
import { type AuditLine, audited } from "../audit.ts";
import { fallsOn, type PendingRuling, pendingRulings } from "./pending.ts";

/** What a post says, as text: nothing of it is loaded or followed. */
export interface Said {
  readonly text: string;
  readonly links: readonly string[];
  readonly media: readonly Pick<Attachment, "kind" | "mediaType" | "alt" | "width" | "height">[];
}

export interface DeliveryView {
  readonly kept: KeptSummary;
  readonly path: string;
  /** Undefined: its bytes are gone, or say nothing that can be read. */
  readonly activity: Activity["kind"] | undefined;
  readonly visibility: Visibility | undefined;
  /** Everybody may read it anyway. */
  readonly isOpen: boolean;
  /** Undefined where it is not for everybody, and nobody asked to read it. */
  readonly said: Said | undefined;
  /** What is thought of any contact before; with the evidence it adds up to the score. */
  readonly prior: number;
  readonly hinges: Hinges;
  readonly pending: PendingRuling | undefined;
  readonly acts: readonly AuditLine[];
}

export interface DeliveryAsked {
  readonly receipt: Receipt;
  readonly alsoPrivate: boolean;
  /** Under which the score is looked at. */
  readonly settings: { readonly holdAt: number; readonly settleBand: number };
}

const [actsMax, textMax, listedMax] = [20, 20_000, 50];

/** Undefined where nothing is kept under that receipt. Throws LedgerDown. */
export async function deliveryView(
  { receipt, alsoPrivate, settings }: DeliveryAsked,
  { ledger, records }: { readonly ledger: Pick<Ledger, "find">; readonly records: OwnRecords },
): Promise<DeliveryView | undefined> {
  const kept = await ledger.find(receipt);
  if (kept === undefined) return undefined;
  const { verdict, delivery } = kept;
  const summary = summaryOf(kept);
  const post = contentOf(kept);
  const isOpen = post?.visibility === "public" || post?.visibility === "unlisted";
  const spoken = verdict.evidence.reduce((sum, { decibans }) => sum + decibans, 0);
  const { holdAt, settleBand } = settings;
  const [waiting, acts] = await Promise.all([
    pendingRulings(records),
    audited(records, { about: receipt, limit: actsMax }),
  ]);
  return {
    ...{ kept: summary, path: delivery.path, isOpen, acts },
    ...{ activity: post?.activity, visibility: post?.visibility },
    said: isOpen || alsoPrivate ? post?.said : undefined,
    prior: verdict.score - spoken,
    hinges: hingesOf(verdict, { holdAt, settleAt: holdAt - settleBand }),
    pending: fallsOn(summary, waiting),
  };
}

function contentOf({ delivery, authenticity }: Kept) {
  const parsed = parseActivity(delivery.body);
  if (!parsed.ok) return undefined;
  const activity = parsed.value;
  const arrival = arrive(delivery, activity, authenticity, { hosts: [], actors: undefined });
  const { text, links, visibility } = read(arrival);
  const posts = activity.objects.flatMap((one) => (one.kind === "post" ? [one.post] : []));
  const media = posts.flatMap(({ attachments }) => attachments).slice(0, listedMax);
  const urls = [...new Set(links.map(({ url }) => url))].slice(0, listedMax);
  const said: Said = { text: text.slice(0, textMax), links: urls, media };
  return { activity: activity.kind, visibility, said };
}
