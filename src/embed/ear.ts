// What the house says of one delivery while it is judged, for whoever asked.

import type { Receipt } from "../model/ids.ts";
import type { Verdict } from "../model/verdict.ts";
import { deaf, type Journal } from "../ports/journal.ts";

export interface Said {
  /** Undefined: it was not judged. */
  readonly verdict: Verdict | undefined;
  /** Where what is done is not what the verdict says. */
  readonly why: string | undefined;
}

export interface Ear {
  readonly journal: Journal;
  /** What was said under this receipt while `work` went on. */
  during<T>(receipt: Receipt, work: () => Promise<T>): Promise<Said & { readonly done: T }>;
}

const unsaid: Said = { verdict: undefined, why: undefined };

export function makeEar(): Ear {
  const heard = new Map<Receipt, Said>();
  return {
    journal: {
      ...deaf,
      judged({ delivery }, verdict, _done, why) {
        if (heard.has(delivery.receipt)) heard.set(delivery.receipt, { verdict, why });
      },
      unreadable({ receipt }, { because }) {
        if (heard.has(receipt)) heard.set(receipt, { verdict: undefined, why: because });
      },
    },
    async during(receipt, work) {
      heard.set(receipt, unsaid);
      try {
        const done = await work();
        return { ...(heard.get(receipt) ?? unsaid), done };
      } finally {
        heard.delete(receipt);
      }
    },
  };
}
