// Pages that go on: events sent to a browser for as long as it listens (server-sent events, HTML
// Living Standard 9.2). So many and no more, for each visitor and in all.

/** What a page writes to. */
export interface EventStream {
  /** False: the other end reads too slowly, or is gone; nothing was sent. */
  send(event: string, value: unknown, id?: string): boolean;
  /** Aborted when nobody listens any more. */
  readonly signal: AbortSignal;
}

export interface EventStreams {
  /** Undefined: there are too many. The stream ends when `run` does. */
  open(who: string, run: (stream: EventStream) => Promise<void>): Response | undefined;
  readonly count: number;
}

/** Chosen by us: a team of moderators with some tabs each. A stream takes less than 100 kB. */
export const streamLimits = { all: 64, each: 8 };

/** What may lie unread in one of them: an hour that somebody has missed, twice over. */
const bufferBytes = 128 * 1024;

/** A browser whose connection broke asks again after so long. */
const retryMs = 5000;

export function makeEventStreams(failed: (error: unknown) => void): EventStreams {
  const open = new Map<string, number>();
  const count = (): number => [...open.values()].reduce((sum, one) => sum + one, 0);
  const leave = (who: string): void => {
    const left = (open.get(who) ?? 1) - 1;
    if (left === 0) open.delete(who);
    else open.set(who, left);
  };
  return {
    get count() {
      return count();
    },
    open(who, run) {
      const theirs = open.get(who) ?? 0;
      if (theirs >= streamLimits.each || count() >= streamLimits.all) return undefined;
      open.set(who, theirs + 1);
      const { body, stream, end } = makeStream();
      void run(stream)
        .catch((error: unknown) => {
          if (!stream.signal.aborted) failed(error);
        })
        .finally(() => {
          end();
          leave(who);
        });
      const headers = { "Content-Type": "text/event-stream", "X-Accel-Buffering": "no" };
      return new Response(body, { headers });
    },
  };
}

function makeStream() {
  const encoder = new TextEncoder();
  const gone = new AbortController();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      start: (given) => {
        controller = given;
      },
      cancel: () => gone.abort(),
    },
    { highWaterMark: bufferBytes, size: (chunk) => chunk?.byteLength ?? 0 },
  );
  const put = (text: string): boolean => {
    if (gone.signal.aborted || (controller?.desiredSize ?? 0) <= 0) return false;
    controller?.enqueue(encoder.encode(text));
    return true;
  };
  put(`retry: ${retryMs}\n\n`);
  const stream: EventStream = {
    signal: gone.signal,
    send(event, value, id) {
      const named = id === undefined ? "" : `id: ${id}\n`;
      return put(`${named}event: ${event}\ndata: ${JSON.stringify(value)}\n\n`);
    },
  };
  const end = (): void => {
    if (gone.signal.aborted) return;
    gone.abort();
    controller?.close();
  };
  return { body, stream, end };
}
