// A question to the running gate, on its admin port.

import { type IncomingMessage, request } from "node:http";
import { parseSocketAddress } from "../base/socket-address.ts";
import { second } from "../base/units.ts";
import type { Ledger } from "../ports/ledger.ts";
import { type GateStatus, gateStatusShape } from "../services/gate-status.ts";
import { presenceIn } from "../services/presence.ts";

/** Its own checks take two seconds at the most. */
const answerTimeMs = 4 * second;
const answerBytesMax = 256 * 1024;

/** Undefined if nobody answers there, or somebody else does. `admin` as configured. */
export async function askGate(admin: string): Promise<GateStatus | undefined> {
  const address = parseSocketAddress(admin);
  if (!address.ok) return undefined;
  const where =
    address.value.kind === "unix"
      ? { socketPath: address.value.path }
      : { host: reachable(address.value.host), port: address.value.port };
  const text = await getText({ ...where, path: "/-/status" });
  try {
    return gateStatusShape.safeParse(JSON.parse(text ?? "")).data;
  } catch {
    return undefined; // Whatever answers there is no gate of this version.
  }
}

/** Whether the gate that started last on these stores answers. Throws LedgerDown. */
export async function gateRuns(ledger: Pick<Ledger, "setting">): Promise<boolean> {
  return (await askGate((await presenceIn(ledger))?.admin ?? "")) !== undefined;
}

/** Who listens everywhere is also here. */
function reachable(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  return host === "::" ? "::1" : host;
}

function getText(options: object): Promise<string | undefined> {
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(answerTimeMs);
    const asked = request({ ...options, agent: false, signal }, (answer) => {
      void readText(answer).then(resolve, () => resolve(undefined));
    });
    asked.on("error", () => resolve(undefined));
    asked.end();
  });
}

async function readText(answer: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > answerBytesMax) return undefined;
    chunks.push(chunk);
  }
  return answer.statusCode === 200 ? Buffer.concat(chunks).toString("utf8") : undefined;
}
