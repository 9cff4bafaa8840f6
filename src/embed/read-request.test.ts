import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bodyTimeMs, readRequest } from "./read-request.ts";

/** More than the room that it begins with. */
const bytesMax = 20_000;

function requestOf(body: ReadableStream<Uint8Array>, declared?: number): Request {
  const headers = declared === undefined ? {} : { "content-length": String(declared) };
  const init = { method: "POST", body, headers, duplex: "half" } as const;
  return new Request("https://home.example/inbox", init);
}

function streamOf(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  const rest = [...chunks];
  return new ReadableStream({
    pull(stream) {
      const next = rest.shift();
      if (next === undefined) stream.close();
      else stream.enqueue(next);
    },
  });
}

test("however it is cut, whatever it says of its length, it is whole or too large", async () => {
  const chunks = fc.array(fc.uint8Array({ minLength: 1, maxLength: 6000 }), { maxLength: 6 });
  const declared = fc.option(fc.nat(2 * bytesMax), { nil: undefined });
  await fc.assert(
    fc.asyncProperty(chunks, declared, async (cut, length) => {
      const whole = Buffer.concat(cut);
      const read = await readRequest(requestOf(streamOf(cut), length), bytesMax);
      const fits = whole.length <= bytesMax && (length ?? 0) <= bytesMax;
      if (fits) assert.deepEqual(read, { ok: true, value: Uint8Array.from(whole) });
      else assert.deepEqual(read, { ok: false, error: 413 });
    }),
  );
});

test("a body that does not come is given up, and its sender let go", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  let left = false;
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(new Uint8Array(3)),
    cancel: () => {
      left = true;
    },
  });
  const read = readRequest(requestOf(body), bytesMax);
  t.mock.timers.tick(bodyTimeMs);
  assert.deepEqual(await read, { ok: false, error: 408 });
  assert.ok(left);
});
