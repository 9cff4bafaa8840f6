// Memory for judged bodies, over all connections together.

/** What one body takes of the room, from its first byte until its answer is written. */
export interface Berth {
  take(bytes: number): void;
  /** All of it is here. */
  filled(): void;
  leave(): void;
}

/** How a body's reading is stopped and started again. */
export interface Valve {
  pause(): void;
  resume(): void;
}

/**
 * A flood of bodies must neither fill our memory nor be refused (senders take a 503 badly), so
 * what finds no room is not read on: TCP makes its sender wait. The oldest body that is still
 * coming in is never stopped, so somebody always gets done; with it the room may be exceeded by
 * the size of one body, and by what the sockets had read before they were stopped.
 */
export class Room {
  readonly #bytesMax: number;
  #bytes = 0;
  /** Bodies still coming in, oldest first. */
  readonly #filling = new Map<Berth, Valve>();
  readonly #stopped = new Set<Berth>();

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  get bytes(): number {
    return this.#bytes;
  }

  enter(valve: Valve): Berth {
    let taken = 0;
    const berth: Berth = {
      take: (bytes) => {
        taken += bytes;
        this.#bytes += bytes;
        this.#stopIfFull(berth, valve);
      },
      filled: () => this.#endFilling(berth),
      leave: () => {
        this.#bytes -= taken;
        taken = 0;
        this.#endFilling(berth);
      },
    };
    this.#filling.set(berth, valve);
    return berth;
  }

  #stopIfFull(berth: Berth, valve: Valve): void {
    if (this.#bytes < this.#bytesMax || berth === this.#oldest()) return;
    this.#stopped.add(berth);
    valve.pause();
  }

  #endFilling(berth: Berth): void {
    this.#filling.delete(berth);
    this.#stopped.delete(berth);
    if (this.#stopped.size === 0) return;
    const oldest = this.#oldest();
    for (const waiting of [...this.#stopped]) {
      if (this.#bytes >= this.#bytesMax && waiting !== oldest) continue;
      this.#stopped.delete(waiting);
      this.#filling.get(waiting)?.resume();
    }
  }

  #oldest(): Berth | undefined {
    return this.#filling.keys().next().value;
  }
}
