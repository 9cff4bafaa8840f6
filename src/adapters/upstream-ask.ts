// A question to the home server itself, such as its NodeInfo: a GET as any client would send it.

import { answerBytesMax } from "../base/limits.ts";
import type { HeaderField } from "../model/delivery.ts";
import type { UpstreamAnswer } from "../model/kept.ts";
import type { Passage } from "../ports/passage.ts";

/** The home server is asked in its own name and told that the client came over TLS. */
export function askOver(
  passage: Pick<Passage, "pass">,
  accept = "application/json",
): (path: string, host: string | undefined) => Promise<UpstreamAnswer> {
  return async (path, host) => {
    const headers: HeaderField[] = [
      ["Host", host ?? "localhost"],
      ["Accept", accept],
      ["X-Forwarded-Proto", "https"],
    ];
    const { signal } = new AbortController();
    const passing = { method: "GET", path, headers, body: undefined, signal };
    const answer = await passage.pass({ ...passing, informed: () => undefined });
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
