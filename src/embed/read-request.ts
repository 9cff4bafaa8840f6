// A request's body, whole and bounded in bytes and time.

import { err, ok, type Result } from "../base/result.ts";
import { second } from "../base/units.ts";

/** As the gate has it: senders give a whole delivery 10 to 30 s. */
export const bodyTimeMs = 20 * second;

/** Grows from here, whatever its sender says of its length: room is for bytes that came. */
const roomAtFirst = 8 * 1024;

/** The status to refuse with. */
export type BodyTrouble = 400 | 408 | 413;

/** Rejects only where somebody before us read it already. */
export async function readRequest(
  request: Request,
  bytesMax: number,
): Promise<Result<Uint8Array<ArrayBuffer>, BodyTrouble>> {
  if (request.bodyUsed) throw new Error("put breakwater before whatever reads the body");
  if (Number(request.headers.get("content-length") ?? 0) > bytesMax) return err(413);
  const reader = request.body?.getReader();
  if (reader === undefined) return ok(new Uint8Array());
  let isLate = false;
  const leave = () => void reader.cancel().catch(() => undefined);
  const timer = setTimeout(() => {
    isLate = true;
    leave();
  }, bodyTimeMs);
  try {
    const body = await readAll(reader, bytesMax);
    if (isLate) return err(408);
    if (body === undefined) leave();
    return body === undefined ? err(413) : ok(body);
  } catch {
    return err(400);
  } finally {
    clearTimeout(timer);
  }
}

/** In one piece, however small its chunks are: a chunk of one byte would cost a hundred to keep. */
async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  bytesMax: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  let room = new Uint8Array(roomAtFirst);
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return room.subarray(0, length);
    const end = length + value.byteLength;
    if (end > bytesMax) return undefined;
    if (end > room.byteLength) room = grown(room, Math.max(end, 2 * room.byteLength));
    room.set(value, length);
    length = end;
  }
}

function grown(room: Uint8Array<ArrayBuffer>, bytes: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(bytes);
  larger.set(room);
  return larger;
}
