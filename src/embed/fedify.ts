// `breakwater/fedify`: before a Fedify federation, wherever its `fetch` is called.

import type { Breakwater } from "./breakwater.ts";
import { type InboxOptions, inboxesBehind, replayInto } from "./web.ts";

/** What is used of a `Federation`; Fedify's own fits. */
export interface Federated<Options> {
  fetch(request: Request, options: Options): Promise<Response>;
}

export interface FedifyOptions<Options> extends InboxOptions {
  /** What `federation.fetch` gets with a delivery that was kept: `{ contextData }`, mostly. */
  readonly replayWith: Options;
}

/** Called instead of `federation.fetch`. */
export type GuardedFetch<Options> = (
  request: Request,
  options: Options,
  /** The delivering machine, as your own proxy saw it. */
  client: string | undefined,
) => Promise<Response>;

/**
 * Opens the breakwater before this federation: call it when all dispatchers and listeners are
 * set, and use its `fetch` in the place of the federation's. Deliveries to inboxes are judged;
 * everything else passes. What verifies a signature sees the bytes that came.
 */
export async function beforeFederation<Options>(
  federation: Federated<Options>,
  wall: Breakwater,
  { replayWith, ...inboxOptions }: FedifyOptions<Options>,
): Promise<GuardedFetch<Options>> {
  const inboxes = inboxesBehind(wall, inboxOptions);
  const fetch: GuardedFetch<Options> = (request, options, client) =>
    inboxes.receive(
      request,
      () => client,
      (passed) => federation.fetch(passed, options),
    );
  const replay = replayInto(wall, (request) => fetch(request, replayWith, undefined));
  await wall.open(replay, "fedify");
  return fetch;
}
