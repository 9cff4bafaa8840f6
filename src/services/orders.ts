// What an admin orders while the gate runs. Orders lie in the ledger's settings, where the gate
// looks every second as it does for rulings: no port, no token, and they stand over a restart.

import { z } from "zod";
import { epochMs } from "../base/units.ts";
import { contactModes } from "../model/contact-mode.ts";
import { modes } from "../model/mode.ts";
import type { Ledger } from "../ports/ledger.ts";
import { ownValue } from "./own-value.ts";

type Settings = Pick<Ledger, "setting" | "putSetting">;

/** Who ordered it, and when. */
const signed = {
  by: z.string().catch(""),
  at: z.number().catch(0).transform(epochMs),
};

const modeShape = z.object({ mode: z.enum(modes), ...signed });

/** Wins over the configuration's mode until it is taken back. */
export type ModeOrder = Readonly<z.infer<typeof modeShape>>;

const contactShape = z.object({ contact: z.enum(contactModes), ...signed });

/** Wins over the configuration's contact mode until it is taken back. */
export type ContactOrder = Readonly<z.infer<typeof contactShape>>;

const reloadShape = z.object({ id: z.string(), ...signed });

/** Read the configuration again. Each asking has an id of its own. */
export type ReloadOrder = Readonly<z.infer<typeof reloadShape>>;

const answerShape = z.object({
  id: z.string(),
  /** Sentences, each with its place. Not empty: nothing was changed. */
  problems: z.array(z.string()).readonly(),
  changed: z.array(z.string()).readonly(),
  /** Changed in the file, and waiting for a restart. */
  restart: z.array(z.string()).readonly(),
});

/** What became of a reload; settings by their names. */
export type ReloadAnswer = Readonly<z.infer<typeof answerShape>>;

const modeOrder = ownValue("order-mode", modeShape);
const contactOrder = ownValue("order-contact", contactShape);
const reloadOrder = ownValue("order-reload", reloadShape);
const reloadAnswer = ownValue("reload-answer", answerShape);

/** All throw LedgerDown. */
export function modeOrdered(ledger: Settings): Promise<ModeOrder | undefined> {
  return modeOrder.read(ledger);
}

/** `undefined` takes it back: the configuration's mode counts again. */
export function orderMode(ledger: Settings, order: ModeOrder | undefined): Promise<void> {
  return modeOrder.write(ledger, order);
}

export function contactOrdered(ledger: Settings): Promise<ContactOrder | undefined> {
  return contactOrder.read(ledger);
}

/** `undefined` takes it back: the configuration's contact mode counts again. */
export function orderContact(ledger: Settings, order: ContactOrder | undefined): Promise<void> {
  return contactOrder.write(ledger, order);
}

export function reloadOrdered(ledger: Settings): Promise<ReloadOrder | undefined> {
  return reloadOrder.read(ledger);
}

export function orderReload(ledger: Settings, order: ReloadOrder): Promise<void> {
  return reloadOrder.write(ledger, order);
}

/** Undefined until the gate has answered this very order. */
export async function reloadAnswered(
  ledger: Settings,
  id: string,
): Promise<ReloadAnswer | undefined> {
  const answer = await reloadAnswer.read(ledger);
  return answer?.id === id ? answer : undefined;
}

export function answerReload(ledger: Settings, answer: ReloadAnswer): Promise<void> {
  return reloadAnswer.write(ledger, answer);
}
