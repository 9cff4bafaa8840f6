// Opening the desk beside the gate. Mail goes on where it can't be opened.

import type { Logger } from "pino";
import { trafficLines } from "../adapters/traffic-lines.ts";
import type { questionsOver } from "../adapters/upstream-ask.ts";
import type { SocketAddress } from "../base/socket-address.ts";
import { showSocketAddress } from "../base/socket-address.ts";
import { makeMastodonAccounts } from "../connectors/mastodon-accounts.ts";
import { startDesk } from "../doors/desk/desk.ts";
import { backPath, type DeskParts, type HomeSignIn } from "../doors/desk/desk-parts.ts";
import { parseTrustedProxies } from "../doors/gate/forwarded.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Ports } from "../ports/ports.ts";
import type { Config } from "../services/config.ts";
import { makeHouseNow } from "../services/now/house-now.ts";
import { makeLastDays } from "../services/now/last-day.ts";
import type { Traffic } from "../services/now/traffic.ts";
import type { Waves } from "../services/now/waves.ts";
import type { QuotaState } from "../services/quotas.ts";
import { asFarAsReadable, recordedHere } from "../services/recorded-here.ts";

/**
 * Undefined where only tokens let in. The origin is the operator's own word: what was learned from
 * mail must not decide where people type their passwords.
 */
export function homeSignIn(
  { desk, home }: Config,
  ask: ReturnType<typeof questionsOver>,
  ports: Pick<Ports, "ledger" | "clock">,
): HomeSignIn | undefined {
  if (desk.signIn !== "home" || desk.url === undefined || home.origin === undefined)
    return undefined;
  const accounts = makeMastodonAccounts({ origin: home.origin, ask, ...ports });
  return { accounts, back: `${desk.url}${backPath}` };
}

/** As far as it can be read by now. */
export async function recordedLines(
  ledger: Pick<Ledger, "setting" | "putSetting">,
): Promise<AsyncIterable<string> | undefined> {
  const path = await recordedHere(ledger);
  return path === undefined ? undefined : asFarAsReadable(trafficLines(path));
}

export interface OpenDesk {
  readonly address: SocketAddress;
  close(): Promise<void>;
}

/** Undefined where the configuration wants none, or its address can't be listened on. */
export async function openDesk(
  { desk, trustedProxies }: Config,
  parts: DeskParts,
  log: Logger,
): Promise<OpenDesk | undefined> {
  if (!desk.enabled) return undefined;
  const trusted = parseTrustedProxies(trustedProxies);
  if (!trusted.ok) throw new Error(trusted.error);
  const failed = (what: string, error: unknown): void =>
    log.error({ err: error }, `${what} failed`);
  try {
    const options = { ...desk, trustedProxies: trusted.value, failed };
    const open = await startDesk(options, parts);
    const address = desk.url ?? showSocketAddress(open.address);
    log.info({ desk: address }, 'the desk is open; "breakwater desk link" makes a link to sign in');
    return open;
  } catch (error) {
    const address = showSocketAddress(desk.listen);
    const todo = "choose another with desk.listen, or set desk.enabled to false";
    log.error({ err: error, desk: address }, `the desk can't be opened, and mail goes on: ${todo}`);
    return undefined;
  }
}

/** What listens for the page of what happens now, from the first delivery on. */
export interface Watched {
  readonly traffic: Traffic;
  readonly waves: Waves;
}

type NowParts = Pick<DeskParts, "traffic" | "houseNow" | "lastDays">;
type HouseAsked = Pick<DeskParts, "ledger" | "memory" | "chronicle" | "clock" | "status">;

export function nowParts(
  house: HouseAsked,
  { traffic, waves }: Watched,
  quotas: () => QuotaState,
): NowParts {
  return {
    traffic,
    houseNow: makeHouseNow({ ...house, waves, quotas }),
    lastDays: makeLastDays(house),
  };
}
