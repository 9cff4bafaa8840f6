// Is it them, or us? One host that can't be reached is its own affair; several unrelated ones in a
// row, unreachable in the way that a cut line makes them, are ours.

/** A silent name server of ours, a missing route: what our own outage looks like. */
const signs: ReadonlySet<string> = new Set([
  "EAI_AGAIN",
  "ENETDOWN",
  "ENETUNREACH",
  "EADDRNOTAVAIL",
]);

/** Registrable domains out of reach in a row. By us: two may share a fate by chance. */
const domainsMin = 3;

export class OwnOutage {
  readonly #unreached = new Set<string>();

  /** Somebody answered: we are connected. */
  heard(): void {
    this.#unreached.clear();
  }

  /** Whether this error, after those before it, says that it is us. */
  explains(error: unknown, domain: string): boolean {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || !signs.has(code)) return false;
    if (this.#unreached.size < domainsMin) this.#unreached.add(domain);
    return this.#unreached.size >= domainsMin;
  }
}
