// What a home server's own interface can be asked to do; a connector for each software has it.

import type { ObjectId } from "../model/ids.ts";

/** What became of a request to fetch a post. */
export type Resolution =
  | { readonly kind: "resolved" }
  /** It looked and found nothing, or nothing that it wants. */
  | { readonly kind: "refused"; readonly because: string }
  /** It could not be asked, or had no time: worth another try. */
  | { readonly kind: "unavailable"; readonly because: string };

/** Every connector must pass home-server-api.contract.ts. No method throws. */
export interface HomeServerApi {
  /**
   * Has the home server fetch a post by its id, as when somebody pastes the address into its
   * search. A post that it has already counts as resolved.
   */
  resolve(post: ObjectId): Promise<Resolution>;
}
