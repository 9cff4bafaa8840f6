// One e-mail address as mail servers really take them: no name, no comment, no second one.

/** RFC 5321's plain form without quoted parts; letters beyond ASCII as RFC 6531 has them. */
const shape = /^[^\s@<>()[\]\\,;:"\p{C}]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*$/u;

export function isEmailAddress(text: string): boolean {
  return text.length <= 254 && shape.test(text);
}
