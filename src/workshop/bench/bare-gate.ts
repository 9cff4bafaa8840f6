// What any gate on this stack must at least do, and nothing else: buffer, parse, digest, verify,
// forward. A process of its own, so that it has what the measured gate has: a core.

import { createHash, createPublicKey, type KeyObject, verify } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Pool } from "undici";

/** What its parent tells it first. Keys by key id, in PEM. */
export interface BareGateTask {
  readonly upstream: string;
  readonly keys: Readonly<Record<string, string>>;
}

process.once("message", (task: BareGateTask) => {
  const pool = new Pool(task.upstream, { connections: 256 });
  const keys = new Map(Object.entries(task.keys).map(([id, pem]) => [id, createPublicKey(pem)]));
  const server = createServer((request, response) => {
    serve(request, response, pool, keys).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
});

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  pool: Pool,
  keys: ReadonlyMap<string, KeyObject>,
): Promise<void> {
  const body = await bufferOf(request);
  JSON.parse(body.toString());
  if (!isSigned(request, body, keys)) {
    response.writeHead(401).end();
    return;
  }
  const answer = await pool.request({
    method: "POST",
    path: request.url ?? "/",
    headers: forwardable(request.rawHeaders),
    body,
  });
  const said = await answer.body.bytes();
  response.writeHead(answer.statusCode, { "content-length": said.length }).end(said);
}

function bufferOf(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => resolve(Buffer.concat(chunks)));
    request.on("error", reject);
  });
}

function isSigned(
  request: IncomingMessage,
  body: Buffer,
  keys: ReadonlyMap<string, KeyObject>,
): boolean {
  const digest = `SHA-256=${createHash("sha256").update(body).digest("base64")}`;
  if (request.headers["digest"] !== digest) return false;
  const signature = String(request.headers["signature"]);
  const parameters = new Map(
    [...signature.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
  const key = keys.get(parameters.get("keyId") ?? "");
  if (key === undefined) return false;
  const lines = (parameters.get("headers") ?? "").split(" ").map((name) => {
    if (name === "(request-target)") return `${name}: post ${request.url}`;
    return `${name}: ${String(request.headers[name])}`;
  });
  const proof = Buffer.from(parameters.get("signature") ?? "", "base64");
  return verify("sha256", Buffer.from(lines.join("\n")), key, proof);
}

const framing = /^(?:connection|keep-alive|content-length|transfer-encoding)$/i;

function forwardable(raw: readonly string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) {
    if (!framing.test(raw[i] ?? "")) kept.push(raw[i] ?? "", raw[i + 1] ?? "");
  }
  return kept;
}
