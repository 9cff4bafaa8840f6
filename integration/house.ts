// The whole street: remote servers, nginx, and snac behind it.

import { homePort, type Nginx, startNginx } from "./nginx.ts";
import { startSenders } from "./senders.ts";
import { type Snac, startSnac } from "./snac.ts";

export interface House {
  readonly snac: Snac;
  readonly nginx: Nginx;
  readonly close: () => Promise<void>;
}

/** Starts everything but the gate, which the tests start, kill and start again themselves. */
export async function startHouse(through: "gate" | "straight"): Promise<House> {
  const senders = await startSenders();
  const nginx = await startNginx(through);
  const snac = await startSnac(homePort);
  const close = async () => {
    senders.stop();
    await nginx.stop();
    await snac.stop("SIGKILL");
  };
  return { snac, nginx, close };
}
