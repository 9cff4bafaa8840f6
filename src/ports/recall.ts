// What a connector to the home server does about posts that it took too early.

import type { PassedOn } from "../model/recall.ts";

export interface Recall {
  /**
   * Takes a post away from whoever got it, and their notifications with it; nothing else of its
   * sender. False where that can't be done from here: then it is done by hand. Never throws.
   */
  withdraw(post: PassedOn): Promise<boolean>;
}

/** Nothing is connected: moderators do it by hand. */
export const byHandOnly: Recall = { withdraw: async () => false };
