// Ed25519 keys as Multikey documents write them: `z`, then base58btc of 0xed 0x01 and 32 bytes
// (W3C Controlled Identifiers, section 2.2.2).

const alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** 34 bytes are at most 47 digits. */
const digitsMax = 47;

/** The 32 bytes of the key; undefined for any other kind of key, base or length. */
export function ed25519OfMultibase(text: string): Uint8Array | undefined {
  if (!text.startsWith("z") || text.length > digitsMax + 1) return undefined;
  let value = 0n;
  for (const digit of text.slice(1)) {
    const at = alphabet.indexOf(digit);
    if (at < 0) return undefined;
    value = value * 58n + BigInt(at);
  }
  const hex = value.toString(16).padStart(68, "0");
  if (hex.length !== 68 || !hex.startsWith("ed01")) return undefined;
  return Uint8Array.from({ length: 32 }, (_, i) =>
    Number.parseInt(hex.slice(4 + 2 * i, 6 + 2 * i), 16),
  );
}
