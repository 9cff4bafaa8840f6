// The known word that somebody probably meant.

/** Longer words are not compared: nobody mistypes a word of this length by two letters. */
const wordLengthMax = 80;

/**
 * The candidate with the fewest changed, missing, added or swapped letters, upper and lower case
 * alike; undefined where none is near: more than a third of the letters would have to change.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > wordLengthMax) return undefined;
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate.length > wordLengthMax) continue;
    const changes = changesBetween(wanted, candidate.toLowerCase());
    const allowed = Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3));
    if (changes > allowed || changes >= fewest) continue;
    best = candidate;
    fewest = changes;
  }
  return best;
}

/** Optimal string alignment: Levenshtein's rows, and a swap of neighbours costs one. */
function changesBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const steps = [cell(last, j) + 1, cell(row, j - 1) + 1, cell(last, j - 1) + same];
      if (swapped) steps.push(cell(beforeLast, j - 2) + 1);
      row.push(Math.min(...steps));
    }
    beforeLast = last;
    last = row;
  }
  return cell(last, b.length);
}

function cell(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
