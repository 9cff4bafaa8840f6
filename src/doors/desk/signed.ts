// Decibans as people read a sum: with their sign, and one digit.

import type { Asked } from "./page.ts";

export function signed({ number }: Pick<Asked, "number">, decibans: number): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  const size = number(Math.abs(decibans), digits);
  return `${decibans < 0 && Number(Math.abs(decibans).toFixed(1)) > 0 ? "−" : "+"}${size}`;
}
