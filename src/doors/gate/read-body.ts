import type { IncomingMessage } from "node:http";
import { err, ok, type Result } from "../../base/result.ts";
import type { Berth, Room } from "./room.ts";

export interface BodyLimits {
  readonly bytesMax: number;
  /** From the first look to the last byte. */
  readonly timeMs: number;
}

/** `gone`: its sender left in the middle of it. */
export type BodyTrouble = "too large" | "too slow" | "gone";

/** A whole body in memory, and the room it takes: whoever gets it must `leave` the berth. */
export interface ReadBody {
  readonly bytes: Buffer;
  readonly berth: Berth;
}

export function readBody(
  request: IncomingMessage,
  limits: BodyLimits,
  room: Room,
): Promise<Result<ReadBody, BodyTrouble>> {
  const declared = Number(request.headers["content-length"] ?? 0);
  if (declared > limits.bytesMax) return Promise.resolve(err("too large"));
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let isOver = false;
    const berth = room.enter(request);
    const timer = setTimeout(() => fail("too slow"), limits.timeMs);

    function fail(trouble: BodyTrouble): void {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      request.off("data", onData);
      berth.leave();
      resolve(err(trouble));
    }
    function onData(chunk: Buffer): void {
      length += chunk.length;
      if (length > limits.bytesMax) {
        fail("too large");
        return;
      }
      chunks.push(chunk);
      berth.take(chunk.length);
    }
    // They stay on a request that is over: taking them off would cost more than all they do.
    request.on("data", onData);
    request.on("close", () => fail("gone"));
    request.on("end", () => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      berth.filled();
      resolve(ok({ bytes: joined(chunks), berth }));
    });
  });
}

/** A single chunk is copied nowhere. */
function joined(chunks: readonly Buffer[]): Buffer {
  const [only] = chunks;
  return only !== undefined && chunks.length === 1 ? only : Buffer.concat(chunks);
}
