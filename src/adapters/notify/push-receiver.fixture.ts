// The other end of Web Push, written from the RFCs and from nothing that encrypts: a browser's
// keys, decryption (RFC 8291 over RFC 8188's aes128gcm), and the check of RFC 8292's signature.

import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  hkdfSync,
  randomBytes,
  verify,
} from "node:crypto";
import type { Request } from "./http-receiver.fixture.ts";

export interface Browser {
  readonly p256dh: string;
  readonly auth: string;
  /** Throws where it is not for this browser. */
  read(body: Buffer): string;
}

export function makeBrowser(): Browser {
  const own = createECDH("prime256v1");
  const publicKey = own.generateKeys();
  const auth = randomBytes(16);
  return {
    p256dh: publicKey.toString("base64url"),
    auth: auth.toString("base64url"),
    read(body) {
      // RFC 8188, 2.1: salt (16), record size (4), length of the key's id (1), the key's id.
      const salt = body.subarray(0, 16);
      const idLength = body.readUInt8(20);
      const serverKey = body.subarray(21, 21 + idLength);
      const record = body.subarray(21 + idLength);
      if (record.length > body.readUInt32BE(16)) throw new Error("more than one record");
      // RFC 8291, 3.4.
      const shared = own.computeSecret(serverKey);
      const about = Buffer.concat([Buffer.from("WebPush: info\0"), publicKey, serverKey]);
      const secret = Buffer.from(hkdfSync("sha256", shared, auth, about, 32));
      const key = keyed(secret, salt, "Content-Encoding: aes128gcm\0", 16);
      const nonce = keyed(secret, salt, "Content-Encoding: nonce\0", 12);
      const decipher = createDecipheriv("aes-128-gcm", key, nonce);
      decipher.setAuthTag(record.subarray(-16));
      const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
      const end = padded.lastIndexOf(2);
      if (end === -1 || padded.subarray(end + 1).some((byte) => byte !== 0))
        throw new Error("no last record");
      return padded.subarray(0, end).toString("utf8");
    },
  };
}

function keyed(secret: Buffer, salt: Buffer, info: string, length: number): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, salt, Buffer.from(info), length));
}

export interface Claims {
  readonly aud: string;
  readonly exp: number;
  readonly sub: string;
}

/** What a push service learns of the sender; throws where the signature is not `publicKey`'s. */
export function claimsOf({ headers }: Request, publicKey: string): Claims {
  const { authorization = "" } = headers;
  const [, token = "", key = ""] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
  if (key !== publicKey) throw new Error(`signed by another key: ${authorization}`);
  const [head = "", payload = "", signature = ""] = token.split(".");
  const point = Buffer.from(key, "base64url");
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((one) =>
    one.toString("base64url"),
  );
  const jwk = { kty: "EC", crv: "P-256", x: x ?? "", y: y ?? "" };
  const isTrue = verify(
    "sha256",
    Buffer.from(`${head}.${payload}`),
    { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  if (!isTrue) throw new Error("a wrong signature");
  return JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as Claims;
}
