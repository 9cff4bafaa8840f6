// One GET of a public address of the operator's own, past all caches and without following.

import { type IncomingMessage, request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { second } from "../../base/units.ts";

const answerTimeMs = 8 * second;
const answerBytesMax = 64 * 1024;

export type PublicAnswer =
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly text: string;
      /** The address that was connected to. */
      readonly address: string;
    }
  | { readonly kind: "failed"; readonly because: string };

/** Never rejects. */
export function askPublic(
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<PublicAnswer> {
  const request = url.startsWith("https:") ? secureRequest : plainRequest;
  return new Promise((resolve) => {
    const failed = (error: Error) => resolve({ kind: "failed", because: error.message });
    const signal = AbortSignal.timeout(answerTimeMs);
    const asked = request(url, { headers, agent: false, signal }, (answer) => {
      const address = answer.socket.remoteAddress ?? "";
      const status = answer.statusCode ?? 0;
      readText(answer).then((text) => resolve({ kind: "answered", status, text, address }), failed);
    });
    asked.on("error", failed);
    asked.end();
  });
}

async function readText(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > answerBytesMax) break;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
