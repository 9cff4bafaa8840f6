// Base64 without a runtime's Buffer, so that the engine runs anywhere.

const alphabet = /^[A-Za-z0-9+/]*={0,2}$/;

/** RFC 4648 section 4. Undefined for anything else; padding may be missing, as some omit it. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bare = text.replace(/={1,2}$/, "");
  if (!alphabet.test(text) || bare.length % 4 === 1) return undefined;
  const binary = atob(bare);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

export function encodeBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
