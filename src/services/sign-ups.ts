// Whether a host says that anybody may sign up there (NodeInfo, openRegistrations): asked only of
// hosts whose people were ruled spam here, and believed only where it speaks against the host.

import { hour } from "../base/units.ts";
import type { Network } from "../ports/network.ts";
import { fetched } from "./fetched.ts";
import type { HostLadder } from "./host-ladder.ts";

/** A host is asked once a week at most, one in this time. Chosen by us: days are what counts. */
export const signUpsEveryMs = hour / 12;

/** A function that asks the next host, if there is one to ask. */
export function makeSignUps(
  ladder: Pick<HostLadder, "toAsk" | "told">,
  network: Network,
): () => Promise<void> {
  return async () => {
    const domain = ladder.toAsk();
    if (domain !== undefined) ladder.told(domain, await saysOpen(domain, network));
  };
}

/** What can't be had, or names another host, says nothing. */
async function saysOpen(domain: string, network: Network): Promise<boolean> {
  const origin = `https://${domain}`;
  const links = (await jsonAt(`${origin}/.well-known/nodeinfo`, network))?.["links"];
  if (!Array.isArray(links)) return false;
  const [url] = links
    .slice(-linksMax)
    .map((link) => (link as { href?: unknown } | null)?.href)
    .filter((href) => typeof href === "string" && href.startsWith(`${origin}/`))
    .slice(-1);
  if (typeof url !== "string") return false;
  return (await jsonAt(url, network))?.["openRegistrations"] === true;
}

/** One a version of NodeInfo, the newest last; there are six. */
const linksMax = 8;

async function jsonAt(
  url: string,
  network: Network,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const answer = await fetched(network, url);
  if (answer?.kind !== "found") return undefined;
  try {
    const value: unknown = JSON.parse(answer.body);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined; // It is no NodeInfo, so it says nothing.
  }
}
