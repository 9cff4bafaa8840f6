/**
 * Strength of a measured quantity: 0 up to `from`, 1 at `full` and beyond,
 * straight between. `from` is still silent, so it names the last harmless value.
 */
export function ramp(value: number, from: number, full: number): number {
  if (full <= from) return value > from ? 1 : 0;
  return Math.min(1, Math.max(0, (value - from) / (full - from)));
}
