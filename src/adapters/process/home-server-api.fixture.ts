// A home server's interface without a home server: it fetches what is published to it.

import type { ConnectedHome } from "../../ports/home-server-api.contract.ts";

export function connectedHome(): ConnectedHome {
  const published = new Set<string>();
  const fetched: string[] = [];
  let down = false;
  return {
    api: {
      async resolve(post) {
        if (down) return { kind: "unavailable", because: "connection refused" };
        if (!published.has(post)) return { kind: "refused", because: `found nothing at ${post}` };
        fetched.push(post);
        return { kind: "resolved" };
      },
    },
    publish: (post) => void published.add(post),
    fetched: () => fetched,
    goDown: () => {
      down = true;
    },
    close: async () => undefined,
  };
}
