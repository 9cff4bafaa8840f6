// The admin's hand on a running gate: orders on the mode, and the configuration read again.

import type { Logger } from "pino";
import type { Ledger } from "../ports/ledger.ts";
import type { Config, LoadedConfig, ShownSetting } from "../services/config.ts";
import type { InForce } from "../services/in-force.ts";
import { answerReload, type ReloadAnswer, reloadOrdered } from "../services/orders.ts";
import { changesTo } from "../services/reload.ts";
import type { TunedStanding } from "../services/tuning.ts";

/** Where the configuration came from, so that it can be read again. */
export interface ConfigOrigin {
  readonly shown: readonly ShownSetting[];
  /** Rejects with an error whose lines each name a place and what is wrong there. */
  reread(): Promise<LoadedConfig>;
}

export interface Controls {
  /** The configuration as it was read last. */
  shown(): readonly ShownSetting[];
  /** Notices orders given on the command line. Throws LedgerDown. */
  refresh(): Promise<void>;
  /** Reads the configuration again, as SIGHUP asks. Never throws. */
  reload(): Promise<Omit<ReloadAnswer, "id">>;
}

/** An editor may have emptied the file a moment ago, and an empty file is a valid one. */
function mustBeWhole(next: Config, current: Config): void {
  if (next.upstream !== undefined || current.upstream === undefined) return;
  throw new Error("it names no home server any more: is the file whole?");
}

const theFile = "the configuration";
function toldOf(tuned: Exclude<TunedStanding, { kind: "none" }>) {
  const because = tuned.kind === "in force" ? {} : { because: tuned.because };
  return { by: tuned.applied.by, ...because };
}

export function makeControls(
  inForce: InForce,
  ledger: Ledger,
  log: Logger,
  origin: ConfigOrigin | undefined,
): Controls {
  const startedWith = origin?.shown ?? [];
  let shown = startedWith;
  /** Undefined until the first look: what was ordered before this start is done by starting. */
  let reloadSeen: { readonly id: string | undefined } | undefined;

  let tuningTold = "none";

  async function reload(): Promise<Omit<ReloadAnswer, "id">> {
    const nothing = { problems: [], changed: [], restart: [] };
    if (origin === undefined) return { ...nothing, problems: ["there is nothing to read again"] };
    try {
      const loaded = await origin.reread();
      mustBeWhole(loaded.config, inForce.config());
      const shadowBefore = inForce.shadow()?.digest;
      inForce.adopt(loaded.config);
      const { changed, restart } = changesTo(loaded.shown, shown, startedWith);
      // The same file may hold other weights.
      const shadow = inForce.shadow()?.digest === shadowBefore ? [] : ["shadow"];
      const changes = { changed: [...new Set([...changed, ...shadow])], restart };
      shown = loaded.shown;
      log.info(changes, "the configuration was read again");
      return { ...nothing, ...changes };
    } catch (error) {
      const problems = (error instanceof Error ? error.message : String(error)).split("\n");
      log.error({ problems }, "the configuration is wrong: nothing was changed");
      return { ...nothing, problems };
    }
  }

  async function noticeModes(): Promise<void> {
    const [before, contactBefore] = [inForce.mode(), inForce.contact()];
    await inForce.refresh();
    noticeTuning();
    const [mode, contact] = [inForce.mode(), inForce.contact()];
    if (mode !== before) {
      const by = inForce.order()?.by ?? theFile;
      log.warn({ mode, before, by }, "the mode has changed");
    }
    if (contact !== contactBefore) {
      const by = inForce.contactOrder()?.by ?? theFile;
      log.warn({ contact, before: contactBefore, by }, "the contact mode has changed");
    }
  }

  /** Also what stands from before this start, and what a reload has put out of force. */
  function noticeTuning(): void {
    const tuned = inForce.tuned();
    const key = tuned.kind === "none" ? "none" : `${tuned.kind} ${tuned.applied.at}`;
    if (key === tuningTold) return;
    tuningTold = key;
    const { digest, holdAt } = inForce.policy();
    const fields = { holdAt, policy: digest, ...(tuned.kind === "none" ? {} : toldOf(tuned)) };
    log.warn(fields, `tuned weights and thresholds: ${tuned.kind}`);
  }

  async function noticeReload(): Promise<void> {
    const id = (await reloadOrdered(ledger))?.id;
    const isNew = reloadSeen !== undefined && id !== undefined && id !== reloadSeen.id;
    reloadSeen = { id };
    if (isNew) await answerReload(ledger, { id, ...(await reload()) });
  }

  return {
    reload,
    shown: () => shown,
    async refresh() {
      await Promise.all([noticeModes(), noticeReload()]);
    },
  };
}
