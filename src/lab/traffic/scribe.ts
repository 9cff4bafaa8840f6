// From a plan to a traffic log: documents before the first delivery that needs them,
// ids in the order of time, and the truth beside it.

import type { EpochMs } from "../../base/units.ts";
import type { Outgoing } from "../activities.ts";
import { inOrder } from "../plan.ts";
import { type Home, headerOf, person } from "./home.ts";
import type { Page, Truth } from "./lines.ts";
import { type LabelLine, type LocalLine, type LogLine, lineOf, type Nature } from "./lines.ts";
import { actorPages, hostPages, type RemoteActor } from "./places.ts";

/** One POST that somebody will make. */
export interface Sending {
  readonly kind: "sending";
  readonly at: EpochMs;
  /** Whose activity it is. */
  readonly from: RemoteActor;
  /** Who delivers it, where that is another, such as a group. */
  readonly carrier?: RemoteActor;
  readonly activity: Outgoing;
  /** The name of the local person whose inbox it goes to; the shared inbox where absent. */
  readonly inboxOf?: string;
  /** Names of the local people it notifies. */
  readonly reaches: readonly string[];
  readonly nature: Nature;
  /** What stands on the sender's host from then on, beside its actor and NodeInfo. */
  readonly shows?: readonly Page[];
  /** What a moderator or the person who received it said about it later. */
  readonly ruled?: Omit<LabelLine, "type" | "delivery">;
}

/** Anything else that stands in a log. */
export interface Aside {
  readonly kind: "aside";
  readonly at: EpochMs;
  readonly line: Page | LocalLine;
}

export type Scene = Sending | Aside;

export function aside(line: Page | LocalLine): Aside {
  return { kind: "aside", at: line.at, line };
}

export interface Written {
  /** In order of time, except `later`. */
  readonly lines: readonly LogLine[];
  readonly truth: Truth | undefined;
  /** Labels, which come when their time has come. */
  readonly later: readonly LabelLine[];
}

/** Writes one scene after the other; remembers whom the log knows already, and numbers. */
export interface Scribe {
  /** Scenes must come in order of time. */
  write(scene: Scene): Written;
}

export function scribeOf(home: Home): Scribe {
  const shown = new Set<string>();
  let written = 0;
  const once = (key: string, pages: () => Page[]): Page[] => {
    if (shown.has(key)) return [];
    shown.add(key);
    return pages();
  };
  const introductions = (actor: RemoteActor, at: EpochMs): Page[] => [
    ...once(actor.host.name, () => hostPages(actor.host, at)),
    ...once(actor.id, () => actorPages(actor, at)),
  ];
  return {
    write(scene) {
      if (scene.kind === "aside") return { lines: [scene.line], truth: undefined, later: [] };
      const { at, from, carrier = from, ruled, nature, reaches } = scene;
      written += 1;
      const id = `d${`${written}`.padStart(6, "0")}`;
      const pages = [...introductions(from, at), ...introductions(carrier, at)];
      return {
        lines: [...pages, ...(scene.shows ?? []), deliveryLine(home, scene, id)],
        truth: { delivery: id, recipients: reaches.length, ...nature },
        later: ruled === undefined ? [] : [{ type: "label", delivery: id, ...ruled }],
      };
    },
  };
}

function deliveryLine(home: Home, scene: Sending, id: string): LogLine {
  const { at, from, carrier = from, activity, inboxOf } = scene;
  const inbox = inboxOf === undefined ? "/inbox" : new URL(person(home, inboxOf).id).pathname;
  const line = { type: "delivery", at, id, inbox: inboxOf ? `${inbox}/inbox` : inbox } as const;
  const rest = { ip: carrier.host.ip, activity };
  if (carrier === from) return { ...line, signature: "valid", ...rest };
  return { ...line, signature: "forwarded", signedBy: carrier.id, ...rest };
}

/** A whole log, its header first, and its truth. Scenes may come in any order. */
export interface TrafficLog {
  readonly lines: readonly LogLine[];
  readonly truths: readonly Truth[];
}

export function logOf(home: Home, start: EpochMs, scenes: readonly Scene[]): TrafficLog {
  const scribe = scribeOf(home);
  const written = inOrder(scenes).map((scene) => scribe.write(scene));
  const lines = written.flatMap((one) => [...one.lines, ...one.later]);
  const truths = written.flatMap(({ truth }) => (truth === undefined ? [] : [truth]));
  return { lines: [headerOf(home, start), ...inOrder(lines)], truths };
}

/** As text: the log, and the file of truth that stands beside it. */
export function textOf({ lines, truths }: TrafficLog): { log: string; truth: string } {
  return {
    log: lines.map((line) => `${lineOf(line)}\n`).join(""),
    truth: truths.map((truth) => `${JSON.stringify(truth)}\n`).join(""),
  };
}
