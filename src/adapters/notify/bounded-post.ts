/**
 * POSTs to addresses that moderators typed: guarded as all fetches are, and bounded in time and in
 * what is read of the answer. No redirect is followed: a letter goes where it was sent.
 */

import { isIP } from "node:net";
import type { Readable } from "node:stream";
import { Agent, request } from "undici";
import { urlLengthMax } from "../../base/limits.ts";
import { second } from "../../base/units.ts";
import type { Sent } from "../../ports/notifier.ts";
import { isPublic, makeAllowList } from "../allow-list.ts";
import { makeGuardedLookup, type Resolve, resolveBySystem } from "../guarded-lookup.ts";
import { shortAnswer } from "./short-answer.ts";

export interface PostOptions {
  /** Beside public addresses, over HTTPS: what the configuration names. See `makeAllowList`. */
  readonly allow: readonly string[];
  readonly userAgent: string;
  readonly resolve?: Resolve;
  /** PEM certificates to trust instead of the usual ones. */
  readonly ca?: string;
  /** From the call to the answer's last byte that is read. */
  readonly timeMs?: number;
}

export interface Posted {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** Chosen by us: push services and chat servers answer within one. */
const usualTimeMs = 10 * second;

/** Of an answer, to be shown to an admin. */
const answerBytesMax = 2048;

/** Statuses by which a receiver says that there is nobody any more. RFC 8030, section 7.3. */
const goneStatuses: ReadonlySet<number> = new Set([404, 410]);

/** `gone` only where the other side's 404 and 410 mean that for good. Never rejects. */
export async function boundedPost(
  posted: Posted,
  options: PostOptions,
  { endsWhenGone }: { readonly endsWhenGone: boolean },
): Promise<Sent> {
  const url = allowed(posted.url, options);
  if (typeof url === "string") return { kind: "failed", because: url };
  const timeout = options.timeMs ?? usualTimeMs;
  const lookup = makeGuardedLookup(
    makeAllowList(options.allow),
    options.resolve ?? resolveBySystem,
  );
  const ca = options.ca === undefined ? {} : { ca: options.ca };
  const dispatcher = new Agent({ connect: { lookup, timeout, ...ca } });
  try {
    const headers = { ...posted.headers, "user-agent": options.userAgent };
    const signal = AbortSignal.timeout(timeout);
    const { body } = posted;
    const answer = await request(url, { method: "POST", dispatcher, signal, headers, body });
    const text = shortAnswer(answer.statusCode, await beginningOf(answer.body as Readable));
    if (answer.statusCode >= 200 && answer.statusCode < 300) return { kind: "taken", answer: text };
    const isGone = endsWhenGone && goneStatuses.has(answer.statusCode);
    return { kind: isGone ? "gone" : "failed", because: `it answered ${text}` };
  } catch (error) {
    return { kind: "failed", because: reasonOf(error) };
  } finally {
    await dispatcher.destroy();
  }
}

/** The address as a URL that may be posted to, or why not. */
export function allowed(address: string, { allow }: Pick<PostOptions, "allow">): URL | string {
  if (address.length > urlLengthMax || !URL.canParse(address)) return "not a web address";
  const url = new URL(address);
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const isNamed = makeAllowList(allow).host(host);
  if (url.username !== "" || url.password !== "") return "the address holds a name or password";
  if (isNamed && (url.protocol === "http:" || url.protocol === "https:")) return url;
  if (url.protocol !== "https:") return "the address does not begin with https://";
  if (url.port !== "") return `a port that is not HTTPS's own, and ${host} is not in notify.allow`;
  if (isIP(host) !== 0 && !isPublic(host)) return `${host} is private, and not in notify.allow`;
  return url;
}

async function beginningOf(body: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= answerBytesMax) break;
  }
  return Buffer.concat(chunks).subarray(0, answerBytesMax).toString("utf8");
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "it could not be reached";
  if (error.name === "TimeoutError") return "it took too long to answer";
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ECONNREFUSED") return "nobody listens there";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "its name leads to no address";
  return shortAnswer(undefined, error.message === "" ? error.name : error.message);
}
