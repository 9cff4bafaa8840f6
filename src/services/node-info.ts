// Asking the home server who it is: NodeInfo (https://nodeinfo.diaspora.software/protocol).

import type { UpstreamAnswer } from "../model/kept.ts";

/** GETs a path of the home server as a client of the given host name would. */
export type Ask = (path: string, host: string | undefined) => Promise<UpstreamAnswer>;

export interface NodeInfo {
  readonly software: string;
  readonly version: string;
  /** The absolute URL that the server itself links to: it names its own host. */
  readonly url: string;
}

/** Undefined where the server has no NodeInfo, is down, or answers something else. */
export async function askNodeInfo(
  ask: Ask,
  host: string | undefined,
): Promise<NodeInfo | undefined> {
  const links = fieldsOf(await ask("/.well-known/nodeinfo", host))?.["links"];
  if (!Array.isArray(links)) return undefined;
  for (const link of links.slice(0, 8).reverse()) {
    const url = (link as { href?: unknown } | null)?.href;
    if (typeof url !== "string" || !URL.canParse(url)) continue;
    const { pathname, search } = new URL(url);
    const fields = fieldsOf(await ask(pathname + search, host));
    const software = fields?.["software"] as { name?: unknown; version?: unknown } | undefined;
    if (typeof software?.name !== "string") continue;
    const { name, version } = software;
    return { software: name, version: typeof version === "string" ? version : "", url };
  }
  return undefined;
}

function fieldsOf(answer: UpstreamAnswer): Readonly<Record<string, unknown>> | undefined {
  if (answer.kind !== "answered" || answer.status !== 200) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(answer.body));
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
