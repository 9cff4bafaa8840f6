// A question to the home server itself, such as its NodeInfo: as any client would send it.

import { Readable } from "node:stream";
import { answerBytesMax } from "../base/limits.ts";
import type { HeaderField } from "../model/delivery.ts";
import type { UpstreamAnswer } from "../model/kept.ts";
import type { Passage } from "../ports/passage.ts";

export interface HomeQuestion {
  readonly method: "GET" | "POST";
  readonly path: string;
  /** The name to ask it under; undefined where none is known. */
  readonly host: string | undefined;
  /** Beside Host and who the client is. */
  readonly headers: readonly HeaderField[];
  readonly body?: string;
  /** Gives up by itself; the usual times of passing on where it is not given. */
  readonly timeMs?: number;
}

/** The home server is asked in its own name and told that the client came over TLS. */
export function askOver(
  passage: Pick<Passage, "pass">,
  accept = "application/json",
): (path: string, host: string | undefined) => Promise<UpstreamAnswer> {
  const put = questionsOver(passage);
  return (path, host) => put({ method: "GET", path, host, headers: [["Accept", accept]] });
}

/** As above, with any question. Never rejects; what is longer than 64 KiB counts as no answer. */
export function questionsOver(
  passage: Pick<Passage, "pass">,
): (question: HomeQuestion) => Promise<UpstreamAnswer> {
  return async ({ method, path, host, headers: more, body, timeMs }) => {
    const bytes = body === undefined ? undefined : Buffer.from(body);
    const headers: HeaderField[] = [
      ["Host", host ?? "localhost"],
      ...more,
      ...(bytes === undefined ? [] : [["Content-Length", `${bytes.length}`] as HeaderField]),
      ["X-Forwarded-Proto", "https"],
    ];
    const signal =
      timeMs === undefined ? new AbortController().signal : AbortSignal.timeout(timeMs);
    const answer = await passage.pass({
      ...{ method, path, headers, signal, informed: () => undefined },
      body: bytes && { stream: Readable.from([bytes]), chunked: false, trailers: () => [] },
    });
    if (answer.kind === "unreachable") return answer;
    const { status } = answer;
    const chunks: Buffer[] = [];
    let length = 0;
    try {
      for await (const chunk of answer.body) {
        length += (chunk as Buffer).length;
        if (length > answerBytesMax) return { kind: "unreachable", because: `${path} is too long` };
        chunks.push(chunk as Buffer);
      }
    } catch (error) {
      const because = error instanceof Error ? error.message : String(error);
      return { kind: "unreachable", because };
    }
    return { kind: "answered", status, headers: answer.headers, body: Buffer.concat(chunks) };
  };
}
