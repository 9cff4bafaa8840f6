// The ways out to moderators, as they are configured, and what watches and tells beside the mail.

import type { Logger } from "pino";
import { allJournals } from "../adapters/journal-log.ts";
import type { PostOptions } from "../adapters/notify/bounded-post.ts";
import { makeEmailNotifier } from "../adapters/notify/email.ts";
import { makeNtfyNotifier } from "../adapters/notify/ntfy.ts";
import { makePushKeys, makePushNotifier } from "../adapters/notify/web-push.ts";
import { makeWebhookNotifier } from "../adapters/notify/webhook.ts";
import type { Chronicle } from "../ports/chronicle.ts";
import type { Clock } from "../ports/clock.ts";
import type { Journal } from "../ports/journal.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Notifiers } from "../ports/notifier.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import type { Chore } from "../services/chores.ts";
import type { Config } from "../services/config.ts";
import type { HomeServerWatch } from "../services/home-server.ts";
import type { InForce } from "../services/in-force.ts";
import { makeNotify } from "../services/notify/notify.ts";
import { pushKeysIn } from "../services/notify/push-keys.ts";
import type { QuotaState } from "../services/quotas.ts";
import type { Surroundings } from "./house.ts";
import { packageVersion } from "./version.ts";

type Notifying = Pick<Config, "notify" | "desk" | "publicUrl">;

/** All ways out; those that are not configured say so when they are used. */
export function notifiersFor(
  { notify, desk, publicUrl }: Notifying,
  ledger: Pick<Ledger, "setting" | "putSetting">,
  clock: Pick<Clock, "now">,
  network: Surroundings["network"] = {},
): Notifiers {
  const { email, ntfy } = notify;
  const own = ntfy.url === undefined ? [] : [new URL(ntfy.url).hostname];
  const userAgent = `Breakwater/${packageVersion()}`;
  const options: PostOptions = { allow: [...notify.allow, ...own], userAgent, ...network };
  const page = [desk.url, publicUrl].find((one) => one?.startsWith("https://"));
  const contact = page ?? (email.from === undefined ? undefined : `mailto:${email.from}`);
  return {
    email: makeEmailNotifier({ ...email, ...network }, clock),
    webhook: makeWebhookNotifier(options, clock),
    ntfy: makeNtfyNotifier(ntfy, options),
    push: makePushNotifier({ keys: () => pushKeysIn(ledger, makePushKeys), contact }, options),
  };
}

interface NotifyingParts {
  readonly ledger: Ledger;
  readonly ownRecords: OwnRecords;
  readonly chronicle: Chronicle;
  readonly clock: Clock;
  readonly inForce: InForce;
  readonly watch: Pick<HomeServerWatch, "isDown">;
  readonly quotas: () => QuotaState;
  readonly log: Logger;
  readonly surroundings: Pick<Surroundings, "network">;
}

export function openNotify({ inForce, log, surroundings, ...parts }: NotifyingParts): {
  readonly journal: Journal;
  readonly chores: readonly Chore[];
  /** As configured by now. */
  notifiers(): Notifiers;
  /** By which browsers know us. Throws LedgerDown. */
  pushKey(): Promise<string>;
} {
  const { config, mode } = inForce;
  const { ledger, clock } = parts;
  const notifiers = () => notifiersFor(config(), ledger, clock, surroundings.network);
  const notify = makeNotify({
    ...{ ...parts, mode, notifiers },
    records: parts.ownRecords,
    desk: () => config().desk.url,
    expireAfterMs: () => config().expireAfterMs,
    homeIsDown: (at) => parts.watch.isDown(at),
    warn: (fields, sentence) => log.warn(fields, sentence),
  });
  const pushKey = async () => (await pushKeysIn(ledger, makePushKeys)).publicKey;
  return { journal: allJournals(notify.journals), chores: notify.chores, notifiers, pushKey };
}
