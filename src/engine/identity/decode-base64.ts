// Base64 without a runtime's Buffer, so that the engine runs anywhere.

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** What a character's code is worth; -1 for what is none of the 64. */
const worth = Int8Array.from({ length: 128 }, (_, code) =>
  alphabet.indexOf(String.fromCharCode(code)),
);

/** RFC 4648 section 4. Undefined for anything else; padding may be missing, as some omit it. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const length = text.length - (text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0);
  if (length % 4 === 1) return undefined;
  const bytes = new Uint8Array((length * 3) >> 2);
  let at = 0;
  for (let i = 0; i < length; i += 4) {
    // A character that is none of the 64 makes the whole negative.
    const third = i + 2 < length;
    const fourth = i + 3 < length;
    const four =
      (worthAt(text, i) << 18) |
      (worthAt(text, i + 1) << 12) |
      (third ? worthAt(text, i + 2) << 6 : 0) |
      (fourth ? worthAt(text, i + 3) : 0);
    if (four < 0) return undefined;
    bytes[at++] = four >> 16;
    if (third) bytes[at++] = four >> 8;
    if (fourth) bytes[at++] = four;
  }
  return bytes;
}

function worthAt(text: string, place: number): number {
  return worth[text.charCodeAt(place)] ?? -1;
}

export function encodeBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
