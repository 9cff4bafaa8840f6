// A number and what it counts, as it stands in a sentence.

/** "1 delivery", "4 deliveries". */
export function amount(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
