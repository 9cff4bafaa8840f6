// A request's body, whole and bounded in bytes and time.

import { err, ok, type Result } from "../base/result.ts";
import { second } from "../base/units.ts";

/** As the gate has it: senders give a whole delivery 10 to 30 s. */
const bodyTimeMs = 20 * second;

/** The status to refuse with. */
export type BodyTrouble = 400 | 408 | 413;

/** Rejects only where somebody before us read it already. `timeMs` only in tests. */
export async function readRequest(
  request: Request,
  bytesMax: number,
  timeMs = bodyTimeMs,
): Promise<Result<Uint8Array<ArrayBuffer>, BodyTrouble>> {
  if (request.bodyUsed) throw new Error("put breakwater before whatever reads the body");
  if (Number(request.headers.get("content-length") ?? 0) > bytesMax) return err(413);
  const reader = request.body?.getReader();
  if (reader === undefined) return ok(new Uint8Array());
  const late = Promise.withResolvers<"late">();
  const timer = setTimeout(() => late.resolve("late"), timeMs);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stop = (trouble: BodyTrouble) => {
    reader.cancel().catch(() => undefined);
    return err(trouble);
  };
  try {
    for (;;) {
      const read = await Promise.race([reader.read(), late.promise]);
      if (read === "late") return stop(408);
      if (read.done) return ok(joined(chunks, length));
      length += read.value.byteLength;
      if (length > bytesMax) return stop(413);
      chunks.push(read.value);
    }
  } catch {
    return err(400);
  } finally {
    clearTimeout(timer);
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
