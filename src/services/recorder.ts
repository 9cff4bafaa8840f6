// Overhears what the gate sees and makes a traffic log of it: docs/traffic-log.md. Nothing is
// gathered while nobody records.

import { createHash } from "node:crypto";
import { Recent } from "../base/recent.ts";
import { after, type EpochMs, epochMs, isoTime, second } from "../base/units.ts";
import { isPrivateMail } from "../engine/private-mail.ts";
import type { Arrival } from "../model/arrival.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Receipt } from "../model/ids.ts";
import type { LocalAct } from "../model/local-act.ts";
import type { CachedDocument, Documents } from "../ports/documents.ts";
import { deaf, type Journal } from "../ports/journal.ts";
import type { Ruling } from "../ports/ledger.ts";

/** Who keeps the log, as its first line says. */
export interface Header {
  readonly origin: string;
  readonly actors: string;
  readonly software: string;
}

export interface Recorder {
  readonly journal: Journal;
  /** The same documents, overheard: what is looked up or put away is in the log. */
  overhear(documents: Documents): Documents;
  noticed(act: LocalAct): void;
  /** Says it of a delivery that is in the log. */
  ruled(ruling: Ruling): void;
  /** `header`: a new log; undefined: an old one goes on. */
  begin(header: Header | undefined, withPrivate: boolean, at: EpochMs): void;
  /** The lines that nothing earlier can come before any more; at the end all of them. */
  take(before: EpochMs): readonly string[];
  /** Ends it; what was not taken is gone. */
  end(): void;
  readonly isOn: boolean;
  /** Private deliveries left out, and what was lost because the file could not follow. */
  readonly left: { readonly private: number; readonly lost: number };
}

/**
 * A delivery is dated when it came, a document when it was asked for, which is later: it is dated
 * back by more than a check takes, so that a replay finds it in time.
 */
const documentLeadMs = 10 * second;

/** Older than this, nothing new comes before it: a check and a full queue take no longer. */
export const settledAfterMs = 30 * second;

/** Of lines that wait; the file takes them every few seconds. */
const waitingCharactersMax = 64 * 1024 * 1024;
const rememberedMax = 100_000;

interface Line {
  readonly at: EpochMs;
  readonly text: string;
}

export function makeRecorder(clock: { now(): EpochMs }): Recorder {
  let on: { readonly since: EpochMs; readonly withPrivate: boolean } | undefined;
  let lines: Line[] = [];
  let characters = 0;
  let latest = epochMs(0);
  let left = { private: 0, lost: 0 };
  let written = new Recent<string, string>(rememberedMax);
  let recorded = new Recent<Receipt, true>(rememberedMax);

  const add = (at: EpochMs, event: object): void => {
    if (on === undefined) return;
    const moment = epochMs(Math.max(at, on.since));
    const text = JSON.stringify(event);
    if (characters + text.length > waitingCharactersMax) {
      left = { ...left, lost: left.lost + 1 };
      return;
    }
    characters += text.length;
    lines.push({ at: moment, text });
  };

  const deliver = (delivery: Delivery, signature: object, activity: unknown): void => {
    const { receipt: id, at, path: inbox, client: ip } = delivery;
    recorded.set(id, true);
    add(at, { type: "delivery", at, id, inbox, ip, ...signature, activity });
  };

  const hear = ({ url, outcome }: CachedDocument): void => {
    if (on === undefined || outcome.kind === "failed") return;
    const text = outcome.kind === "found" ? outcome.body : "";
    const digest = createHash("sha256").update(text).digest("base64");
    if (written.get(url) === digest) return;
    const body = outcome.kind === "found" ? parsed(text) : null;
    if (body === undefined) return;
    written.set(url, digest);
    const at = after(clock.now(), -documentLeadMs);
    add(at, { type: "document", at, url, body });
  };

  const journal: Journal = {
    ...deaf,
    judged(arrival) {
      if (on === undefined) return;
      if (!on.withPrivate && isPrivateMail(arrival.activity)) {
        left = { ...left, private: left.private + 1 };
        return;
      }
      const { delivery } = arrival;
      const activity = parsed(new TextDecoder().decode(delivery.body));
      if (activity !== undefined) deliver(delivery, signatureOf(arrival), activity);
    },
  };

  return {
    journal,
    noticed({ at, action, by, actor }) {
      add(at, { type: "local", at, action, by, actor });
    },
    ruled({ receipt, ruling, at }) {
      if (recorded.get(receipt) === undefined) return;
      add(at, { type: "label", at, delivery: receipt, label: ruling, by: "moderator" });
    },
    overhear: (documents) => overheard(documents, hear),
    begin(header, withPrivate, at) {
      const since = after(at, -documentLeadMs);
      on = { since, withPrivate };
      [lines, characters, latest] = [[], 0, since];
      left = { private: 0, lost: 0 };
      written = new Recent(rememberedMax);
      recorded = new Recent(rememberedMax);
      // Readers skip a type that they don't know, and say so once.
      if (header === undefined) return add(since, { type: "resumed", at: since });
      const { origin, actors, software } = header;
      const home = { origin, actors, software };
      add(since, { type: "traffic-log", version: 1, at: since, home });
    },
    take(before) {
      const ready = lines.filter(({ at }) => at < before).sort((a, b) => a.at - b.at);
      lines = lines.filter(({ at }) => at >= before);
      characters = lines.reduce((sum, { text }) => sum + text.length, 0);
      return ready.map(({ at, text }) => {
        latest = epochMs(Math.max(latest, at));
        return dated(text, latest);
      });
    },
    end() {
      on = undefined;
      [lines, characters] = [[], 0];
    },
    get isOn() {
      return on !== undefined;
    },
    get left() {
      return left;
    },
  };
}

/** Time never goes back in a log: what came in too late for its moment has the latest one. */
function dated(text: string, at: EpochMs): string {
  return text.replace(/"at":-?\d+/, `"at":"${isoTime(at)}"`);
}

/** What could not be proven in time teaches a replay nothing, as what is invalid. */
function signatureOf({ authenticity, activity }: Arrival): object {
  if (authenticity.kind !== "proven")
    return { signature: authenticity.signature === "none" ? "absent" : "invalid" };
  if (authenticity.signer === activity.actor) return { signature: "valid" };
  return { signature: "forwarded", signedBy: authenticity.signer };
}

function overheard(documents: Documents, hear: (document: CachedDocument) => void): Documents {
  return {
    async get(url) {
      const found = await documents.get(url);
      if (found !== undefined) hear(found);
      return found;
    },
    async put(document) {
      hear(document);
      await documents.put(document);
    },
    below: (prefix, limit) => documents.below(prefix, limit),
    about: (actor) => documents.about(actor),
    forget: (actor) => documents.forget(actor),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // Not JSON: the format has no place for it.
  }
}
