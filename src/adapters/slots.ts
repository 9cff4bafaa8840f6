// At most so many at once for each key; a few more may wait, the rest is turned away.

interface Slot {
  taken: number;
  /** In the order in which they came. */
  readonly waiting: Set<() => void>;
}

export class Slots {
  readonly #atOnce: number;
  readonly #waitingMax: number;
  readonly #busy = new Map<string, Slot>();

  constructor(atOnce: number, waitingMax: number) {
    this.#atOnce = atOnce;
    this.#waitingMax = waitingMax;
  }

  /**
   * Runs `work` once there is room under `key`; undefined, and nothing run, if too many wait
   * already or the signal ends the wait. Whoever waits is served in order.
   */
  async run<T>(key: string, signal: AbortSignal, work: () => Promise<T>): Promise<T | undefined> {
    const slot = this.#busy.get(key) ?? { taken: 0, waiting: new Set() };
    this.#busy.set(key, slot);
    if (slot.taken < this.#atOnce) slot.taken++;
    else if (slot.waiting.size >= this.#waitingMax || !(await turn(slot, signal))) return undefined;
    try {
      return await work();
    } finally {
      this.#handOn(key, slot);
    }
  }

  #handOn(key: string, slot: Slot): void {
    const [next] = slot.waiting;
    if (next !== undefined) next();
    else if (--slot.taken === 0) this.#busy.delete(key);
  }
}

/** Whether its turn came before the signal. A turn that came is taken over, not counted anew. */
function turn(slot: Slot, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const leave = (came: boolean) => (): void => {
      slot.waiting.delete(comes);
      signal.removeEventListener("abort", gives);
      resolve(came);
    };
    const comes = leave(true);
    const gives = leave(false);
    slot.waiting.add(comes);
    signal.addEventListener("abort", gives);
    if (signal.aborted) gives();
  });
}
