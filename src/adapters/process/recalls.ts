// Posts that are to be recalled, in this process.

import type { EpochMs } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { ActorId, Receipt } from "../../model/ids.ts";
import type { Recalled } from "../../model/recall.ts";
import type { RecallBook } from "../../ports/recall-book.ts";

export class ProcessRecalls implements RecallBook {
  readonly #posts = new Map<Receipt, Recalled>();

  async listRecalls(posts: readonly Recalled[]): Promise<readonly Receipt[]> {
    const fresh = posts.filter(({ receipt }) => !this.#posts.has(receipt));
    for (const post of fresh) this.#posts.set(post.receipt, post);
    return fresh.map(({ receipt }) => receipt);
  }

  async recalled(receipt: Receipt, recalledAt: EpochMs): Promise<void> {
    const post = this.#posts.get(receipt);
    if (post !== undefined) this.#posts.set(receipt, { ...post, recalledAt });
  }

  async dropRecalls(campaign: CampaignId): Promise<void> {
    this.#drop((post) => post.campaign === campaign && post.recalledAt === undefined);
  }

  async recalls(campaign: CampaignId | undefined, limit: number): Promise<readonly Recalled[]> {
    return [...this.#posts.values()]
      .filter((post) => campaign === undefined || post.campaign === campaign)
      .sort((a, b) => b.at - a.at || (a.receipt < b.receipt ? -1 : 1))
      .slice(0, limit);
  }

  move(was: CampaignId, is: CampaignId): void {
    for (const [receipt, post] of this.#posts)
      if (post.campaign === was) this.#posts.set(receipt, { ...post, campaign: is });
  }

  forget(before: EpochMs): void {
    this.#drop(({ listedAt }) => listedAt < before);
  }

  forgetSender(sender: ActorId): void {
    this.#drop((post) => post.sender === sender);
  }

  #drop(goes: (post: Recalled) => boolean): void {
    for (const [receipt, post] of this.#posts) if (goes(post)) this.#posts.delete(receipt);
  }
}
