// Strangers' names in a letter: they show, steer nothing, and are no link in any mail program.

/** Controls, format characters, lone surrogates and line ends; the joiners stay. */
const steering = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;

const lengthMax = 80;

/**
 * `https://spam.example/@bob` to `spam[.]example/@bob`: mail programs and phones make links of all
 * that looks like an address, so it must not.
 */
export function tame(name: string): string {
  const plain = name
    .replace(steering, " ")
    .replace(/^https?:\/\//i, "")
    .trim();
  const letters = Array.from(plain);
  const short = letters.length > lengthMax ? `${letters.slice(0, lengthMax).join("")}…` : plain;
  return short.replaceAll("://", ":/ /").replace(/\.(?=[^\s.])/gu, "[.]");
}
