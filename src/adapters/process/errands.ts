// Errands for a gate, as long as the process lives.

import type { Errand } from "../../ports/ledger.ts";

interface Asked {
  readonly errand: Errand;
  done: boolean;
  answer: string | undefined;
}

export class ProcessErrands {
  readonly #asked = new Map<string, Asked>();

  async ask(errand: Errand): Promise<void> {
    this.#asked.set(nameOf(errand), { errand, done: false, answer: undefined });
  }

  async errands(): Promise<readonly Errand[]> {
    const open = [...this.#asked].filter(([, { done }]) => !done);
    return open.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { errand }]) => errand);
  }

  async answer(errand: Errand, answer: string | undefined): Promise<void> {
    const asked = this.#asked.get(nameOf(errand));
    if (asked === undefined) return;
    if (answer === undefined) this.#asked.delete(nameOf(errand));
    else Object.assign(asked, { done: true, answer });
  }

  async take(errand: Errand): Promise<string | undefined> {
    const asked = this.#asked.get(nameOf(errand));
    if (asked?.done !== true) return undefined;
    this.#asked.delete(nameOf(errand));
    return asked.answer;
  }
}

function nameOf({ kind, about }: Errand): string {
  return `${kind} ${about}`;
}
