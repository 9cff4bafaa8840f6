// What another server said, as one line that an admin can read.

/** Controls, format characters and separators steer a terminal or a page instead of showing. */
const steering = /[\p{C}\p{Z}]+/gu;

const lengthMax = 200;

/** "202 Accepted, thank you", cut. */
export function shortAnswer(status: number | undefined, text: string): string {
  const plain = text.replace(steering, " ").trim();
  const whole = [...(status === undefined ? [] : [String(status)]), plain].join(" ").trim();
  return whole.length > lengthMax ? `${whole.slice(0, lengthMax - 1)}…` : whole;
}
