// Letters that are written backwards and shown forwards: U+202E turns all that follows it round,
// up to U+202C or the end of the line.
//
//   ‮snioc eerf‬    is read as    free coins

const forced = /\u202E([^\u202C\n]*)\u202C?/g;

/** Scripts that run from right to left anyway: who forces them only makes sure. */
const rightToLeft = /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u;

/** The letters in the order in which they are seen. Linear in the text. */
export function asShown(text: string): string {
  if (!text.includes("\u202E")) return text;
  return text.replace(forced, (_, run: string) =>
    rightToLeft.test(run) ? run : Array.from(run).reverse().join(""),
  );
}
