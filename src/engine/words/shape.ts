// How a text is set rather than what it says: numbers, money, capitals, emoji, exclamation marks.
//
//   "WIN $500!!! Call 0800 555 0199"  ▶  one long number, two numbers, one sum, three "!", capitals
//
// Words of one language and trade say nothing about the next; this much is alike in all of them
// (features of this kind are most of Sahami et al., "A Bayesian approach to filtering junk e-mail",
// AAAI 1998, section 3, that is not words). What stands in an address is not counted.

/** Nine counts, each in a few steps. Linear in the text. */
export function shapeOf(text: string): readonly number[] {
  const bare = text.includes("://") ? text.replace(/https?:\S+/g, " ") : text;
  const counts = countIn(bare);
  const size = Math.max(1, bare.length);
  return [
    step(counts.longNumbers),
    step(counts.numbers),
    step(counts.money),
    step(counts.percents),
    step(counts.exclamations),
    step(counts.questions),
    step(counts.emoji),
    step(counts.pluses),
    Math.min(4, Math.floor((10 * counts.capitals) / size)),
  ];
}

/** 0, 1, 2 to 3, 4 to 7, more. */
function step(count: number): number {
  if (count < 2) return count;
  return count < 4 ? 2 : count < 8 ? 3 : 4;
}

interface Counts {
  longNumbers: number;
  numbers: number;
  money: number;
  percents: number;
  exclamations: number;
  questions: number;
  emoji: number;
  pluses: number;
  capitals: number;
}

function countIn(text: string): Counts {
  const counts: Counts = {
    ...{ longNumbers: 0, numbers: 0, money: 0, percents: 0, exclamations: 0 },
    ...{ questions: 0, emoji: 0, pluses: 0, capitals: 0 },
  };
  const run = { digits: 0, gap: 0 };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isDigit(unit)) {
      if (run.digits === 0 || run.gap > 0) counts.numbers++;
      run.digits++;
      run.gap = 0;
      if (run.digits === longMin) counts.longNumbers++;
    } else if (run.digits > 0) {
      run.gap++;
      if (run.gap > gapMax || !joinsDigits(unit)) run.digits = 0;
    }
    count(counts, unit);
  }
  return counts;
}

/** As telephone numbers have, with what people put between their groups. */
const longMin = 7;
const gapMax = 2;

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** Space, brackets, hyphen, full stop. */
function joinsDigits(unit: number): boolean {
  return unit === 32 || unit === 40 || unit === 41 || unit === 45 || unit === 46;
}

function count(counts: Counts, unit: number): void {
  if (unit >= 97 && unit <= 122) return;
  if (unit >= 65 && unit <= 90) counts.capitals++;
  else if (unit === 33 || unit === 0xff01) counts.exclamations++;
  else if (unit === 63 || unit === 0xff1f) counts.questions++;
  else if (unit === 37) counts.percents++;
  else if (unit === 43) counts.pluses++;
  else if (isMoney(unit)) counts.money++;
  else if (isEmoji(unit)) counts.emoji++;
  else if (isForeignCapital(unit)) counts.capitals++;
}

/** Dollar, pound, yen, and Unicode's block of currencies. */
function isMoney(unit: number): boolean {
  return unit === 36 || unit === 0xa3 || unit === 0xa5 || (unit >= 0x20a0 && unit <= 0x20cf);
}

/** By the first half of its pair, or one of the older signs. */
function isEmoji(unit: number): boolean {
  return (unit >= 0xd83c && unit <= 0xd83e) || (unit >= 0x2600 && unit <= 0x27bf);
}

/** Of Western Europe, Greek and Cyrillic. */
function isForeignCapital(unit: number): boolean {
  if (unit >= 0xc0 && unit <= 0xde) return true;
  return (unit >= 0x391 && unit <= 0x3a9) || (unit >= 0x400 && unit <= 0x42f);
}
