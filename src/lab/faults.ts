// What goes wrong in the lab, on demand: a server that is slow, silent, cuts
// connections or answers nonsense. (A server that is down has its socket closed:
// see `LabHome.stop`; a name that is gone does not resolve: see `World.forget`.)

import type { ServerResponse } from "node:http";
import { after } from "../base/units.ts";
import type { Clock } from "../ports/clock.ts";

export type Trouble =
  | { readonly kind: "none" }
  /** Answers every request with this status. */
  | { readonly kind: "answers"; readonly status: number }
  /** Does its work, but only after so long on the lab's clock. */
  | { readonly kind: "slow"; readonly ms: number }
  /** Cuts the connection without an answer. */
  | { readonly kind: "resets" }
  /** Takes the request and never answers. */
  | { readonly kind: "silent" };

export const noTrouble: Trouble = { kind: "none" };

/** Acts it out. True if that was the end of the request, false if the work may go on. */
export async function suffer(
  trouble: Trouble,
  response: ServerResponse,
  clock: Clock,
): Promise<boolean> {
  switch (trouble.kind) {
    case "none":
      return false;
    case "slow":
      await clock.wake(after(clock.now(), trouble.ms));
      return false;
    case "answers":
      response.writeHead(trouble.status).end();
      return true;
    case "resets":
      response.socket?.resetAndDestroy();
      return true;
    case "silent":
      return true;
  }
}
