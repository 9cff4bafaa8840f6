// What one view sees of a contact.

import type { TraitView } from "../../model/likeness.ts";

/** Content of a view, before it becomes a key; `usual` as in `Trait`. */
export interface Sight {
  readonly view: TraitView;
  readonly content: string;
  readonly usual: number;
  /** The view by whose keys it is known, where what is seen in two views is one thing. */
  readonly as?: TraitView;
}
