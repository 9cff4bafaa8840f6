// What lies beside the kept deliveries: rules, reports and small values of our own.

import type { EpochMs } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { ActorId } from "../../model/ids.ts";
import { wholeMoment } from "../../model/kept-moves.ts";
import type { Report, ReportCase } from "../../model/report-case.ts";
import type { RecipientRule, Rule } from "../../model/rule.ts";
import type { LearnableRuling } from "../../ports/ledger.ts";
import { Reports } from "./reports.ts";

export class ProcessBooks {
  readonly #rules = new Map<string, Rule>();
  readonly #recipients = new Map<ActorId, RecipientRule>();
  readonly #reports = new Reports();
  readonly #settings = new Map<string, string>();
  #rulings: LearnableRuling[] = [];
  #ruled = 0;

  async noteReport(report: Report): Promise<ReportCase> {
    return this.#reports.note(report);
  }

  async reports(since: EpochMs, limit: number): Promise<readonly ReportCase[]> {
    return this.#reports.since(since, limit);
  }

  async addRule(rule: Rule): Promise<void> {
    const expiresAt = rule.expiresAt === undefined ? undefined : wholeMoment(rule.expiresAt);
    const madeAt = wholeMoment(rule.madeAt);
    this.#rules.set(nameOf(rule.subject), { ...rule, madeAt, expiresAt });
  }

  async dropRule(subject: Rule["subject"]): Promise<boolean> {
    return this.#rules.delete(nameOf(subject));
  }

  async rules(): Promise<readonly Rule[]> {
    return [...this.#rules.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rule]) => rule);
  }

  async setRecipient(rule: RecipientRule): Promise<void> {
    this.#recipients.set(rule.recipient, { ...rule, madeAt: wholeMoment(rule.madeAt) });
  }

  async dropRecipient(recipient: ActorId): Promise<boolean> {
    return this.#recipients.delete(recipient);
  }

  async recipients(): Promise<readonly RecipientRule[]> {
    return [...this.#recipients.values()].sort((a, b) => (a.recipient < b.recipient ? -1 : 1));
  }

  async setting(name: string): Promise<string | undefined> {
    return this.#settings.get(name);
  }

  async putSetting(name: string, value: string): Promise<void> {
    this.#settings.set(name, value);
  }

  async unlearned(limit: number): Promise<readonly LearnableRuling[]> {
    return this.#rulings.slice(0, limit);
  }

  async learned(upTo: number): Promise<void> {
    this.#rulings = this.#rulings.filter(({ number }) => number > upTo);
  }

  protected noteRuling(
    ruling: Omit<LearnableRuling, "number" | "sender">,
    sender: ActorId | undefined,
  ): void {
    this.#rulings.push({ ...ruling, sender, number: ++this.#ruled, at: wholeMoment(ruling.at) });
  }

  protected refileRulings(was: CampaignId, is: CampaignId): void {
    this.#rulings = this.#rulings.map((one) =>
      one.campaign === was ? { ...one, campaign: is } : one,
    );
  }

  /** What was said about somebody. */
  protected forgetSayings(subject: ActorId): void {
    this.#reports.forgetOn(subject);
    this.#rulings = this.#rulings.filter(({ sender }) => sender !== subject);
  }

  protected forgetReports(before: EpochMs): void {
    this.#reports.forget(before);
  }
}

function nameOf(subject: Rule["subject"]): string {
  return subject.kind === "host" ? `host ${subject.host}` : `actor ${subject.actor}`;
}
