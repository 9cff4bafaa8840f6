// The whole street: remote servers, nginx, and snac behind it.

import { friendlyHost } from "./network.ts";
import { homePort, type Nginx, startNginx } from "./nginx.ts";
import { cavage, deliver, mention, startSenders } from "./senders.ts";
import { type Snac, startSnac } from "./snac.ts";

export interface House {
  readonly snac: Snac;
  readonly nginx: Nginx;
  /** Returns once all mail that was let in before is there: snac works off its queue in order. */
  readonly mailIsThrough: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts everything but the gate, which the tests start, kill and start again themselves. */
export async function startHouse(through: "gate" | "straight"): Promise<House> {
  const senders = await startSenders();
  const nginx = await startNginx(through);
  const snac = await startSnac(homePort);
  let greetings = 0;
  const mailIsThrough = async () => {
    const note = mention(`kim@${friendlyHost}`, snac, `hello for the time number ${++greetings}`);
    await deliver(note, snac.inbox, cavage);
    await snac.shows(note.id);
  };
  const close = async () => {
    senders.stop();
    await nginx.stop();
    await snac.stop("SIGKILL");
  };
  return { snac, nginx, mailIsThrough, close };
}
