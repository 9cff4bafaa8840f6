// Whether a word is another one misspelled: letters left out, put in, exchanged or turned round.
//
// Optimal string alignment: the edits of Damerau ("A technique for computer detection and
// correction of spelling errors", CACM 7, 1964), none of them on the same letters twice.

/**
 * Letters that may be wrong in a word. Chosen by us: of four letters one change makes another
 * word ("loan", "load"); of five to seven two would ("payout", "about"); longer words have few
 * neighbours. Of 25 words of spam against the 8,900 words of our own pages and lab texts this
 * meets 16 others, most of them inflections; one edit more would meet 108.
 */
export function editsAllowed(letters: number): number {
  if (letters < 5) return 0;
  return letters < 8 ? 1 : 2;
}

/** Whether at most `most` edits make one of the other. Quadratic in the shorter, at worst. */
export function isNear(one: string, other: string, most: number): boolean {
  if (one === other) return true;
  if (most === 0 || Math.abs(one.length - other.length) > most) return false;
  let [before, row] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++)
      next.push(cheapest(one, other, i, j, row, next, before));
    if (Math.min(...next) > most) return false;
    [before, row] = [row, next];
  }
  return (row[other.length] ?? most + 1) <= most;
}

function cheapest(
  one: string,
  other: string,
  i: number,
  j: number,
  row: readonly number[],
  next: readonly number[],
  before: readonly number[],
): number {
  const same = one[i - 1] === other[j - 1] ? 0 : 1;
  const [up, left, across] = [row[j] ?? 0, next[j - 1] ?? 0, row[j - 1] ?? 0];
  const least = Math.min(up + 1, left + 1, across + same);
  const turned = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
  return turned ? Math.min(least, (before[j - 2] ?? 0) + 1) : least;
}

/**
 * The letters that a word has, a bit each: a letter more or less changes one bit, one exchanged
 * for another two. Words whose bits differ by more can't be near.
 */
export function lettersIn(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) % 31);
  return bits;
}

export function mayBeNear(one: number, other: number, most: number): boolean {
  let differing = one ^ other;
  for (let count = 0; differing !== 0; count++) {
    if (count >= 2 * most) return false;
    differing &= differing - 1;
  }
  return true;
}
