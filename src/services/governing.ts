// What admins decide about the whole house, at the desk and on the command line. Each act is
// written down when it is done.

import type { PolicySettings } from "../engine/policy.ts";
import type { AuditedAct } from "../model/audited.ts";
import type { ContactMode } from "../model/contact-mode.ts";
import type { Hand } from "../model/hand.ts";
import type { ActorId } from "../model/ids.ts";
import type { Mode } from "../model/mode.ts";
import type { Proposal } from "../model/proposal.ts";
import type { RecipientRule, Rule } from "../model/rule.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import { noteAudit } from "./audit.ts";
import { orderContact, orderMode } from "./orders.ts";
import { dropOffer } from "./tuner.ts";
import { type Applied, apply, rollBack } from "./tuning.ts";

/** Where it is kept, and where it is written down. */
export interface Governed {
  readonly ledger: Ledger;
  readonly ownRecords: OwnRecords;
}

/** `undefined`: the configuration's mode counts again. Throws LedgerDown, as all of these do. */
export async function changeMode(
  { ledger, ownRecords }: Governed,
  mode: Mode | undefined,
  hand: Hand,
): Promise<void> {
  await orderMode(ledger, mode && { mode, by: hand.by, at: hand.at });
  await note(ownRecords, hand, "changed the mode", "mode", asConfigured(mode));
}

/** `undefined`: the configuration's contact mode counts again. */
export async function changeContact(
  { ledger, ownRecords }: Governed,
  contact: ContactMode | undefined,
  hand: Hand,
): Promise<void> {
  await orderContact(ledger, contact && { contact, by: hand.by, at: hand.at });
  await note(ownRecords, hand, "changed first contacts", "contact", asConfigured(contact));
}

/** How mail to one of our own people is treated. */
export async function changeRecipient(
  {
    ledger,
    ownRecords,
  }: Pick<Governed, "ownRecords"> & {
    readonly ledger: Pick<Ledger, "setRecipient" | "dropRecipient">;
  },
  recipient: ActorId,
  mode: RecipientRule["mode"] | "normal",
  why: string,
  hand: Hand,
): Promise<void> {
  const { by, at } = hand;
  if (mode === "normal") await ledger.dropRecipient(recipient);
  else await ledger.setRecipient({ recipient, mode, by, why, madeAt: at });
  const details = why === "" ? mode : `${mode}: ${why}`;
  await note(ownRecords, hand, "changed a recipient", recipient, details);
}

/** Puts a proposal into force for these settings. */
export async function applyTuning(
  { ledger, ownRecords }: Governed,
  proposal: Proposal,
  settings: PolicySettings,
  hand: Hand,
): Promise<void> {
  await apply(ledger, proposal, settings, hand);
  await dropOffer(ledger);
  await note(ownRecords, hand, "applied tuning", "tuning", proposal.because.join(" "));
}

/** What is in force then; undefined: as configured. False: there was nothing to undo. */
export async function rollBackTuning(
  { ledger, ownRecords }: Governed,
  hand: Hand,
): Promise<Applied | undefined | false> {
  const back = await rollBack(ledger, hand);
  if (back !== false) await note(ownRecords, hand, "rolled back tuning", "tuning", "");
  return back;
}

/** On a host or an actor; it wins over every signal. Takes the place of another on the same. */
export async function makeRule(
  { ledger, ownRecords }: Governed,
  rule: Rule,
  hand: Hand,
): Promise<void> {
  await ledger.addRule(rule);
  const { decision, subject, why } = rule;
  const details = why === "" ? decision : `${decision}: ${why}`;
  await note(ownRecords, hand, "made a rule", subjectName(subject), details);
}

/** False if there was none. */
export async function dropRuleOn(
  { ledger, ownRecords }: Governed,
  subject: Rule["subject"],
  hand: Hand,
): Promise<boolean> {
  const dropped = await ledger.dropRule(subject);
  if (dropped) await note(ownRecords, hand, "dropped a rule", subjectName(subject), "");
  return dropped;
}

function subjectName(subject: Rule["subject"]): string {
  return subject.kind === "host" ? subject.host : subject.actor;
}

function asConfigured(word: string | undefined): string {
  return word ?? "as configured";
}

function note(
  records: OwnRecords,
  hand: Hand,
  did: AuditedAct,
  about: string,
  details: string,
): Promise<void> {
  return noteAudit(records, { ...hand, did, about, details });
}
