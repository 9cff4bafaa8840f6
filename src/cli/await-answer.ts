// A command that has written down an order waits for the gate, which looks every second.

/** Chosen by us: who waits at a terminal notices no less. */
const lookEveryMs = 200;

/** Looks until there is something; undefined: there was nothing in `ms`. */
export async function awaitAnswer<T>(
  ms: number,
  look: () => Promise<T | undefined>,
  wait: (ms: number) => Promise<unknown>,
): Promise<T | undefined> {
  for (let waited = 0; waited < ms; waited += lookEveryMs) {
    await wait(lookEveryMs);
    const answer = await look();
    if (answer !== undefined) return answer;
  }
  return undefined;
}
