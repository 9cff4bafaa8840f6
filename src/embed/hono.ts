// `breakwater/hono`: a middleware before inbox routes, and the way back into the app.

import type { Context, Env, MiddlewareHandler } from "hono";
import type { Breakwater, PassOn } from "./breakwater.ts";
import { type InboxOptions, inboxesBehind, replayInto } from "./web.ts";

export interface HonoOptions<E extends Env> extends InboxOptions {
  /** The delivering machine's address, as your own proxy saw it; undefined if nobody knows. */
  readonly clientOf: (context: Context<E>) => string | undefined;
}

/**
 * Judges POSTs to inboxes; everything else goes on. Goes before whatever reads a body; handlers
 * behind it read the bytes that came.
 */
export function breakwater<E extends Env = Env>(
  wall: Breakwater,
  { clientOf, ...inboxOptions }: HonoOptions<E>,
): MiddlewareHandler<E> {
  const inboxes = inboxesBehind(wall, inboxOptions);
  return async (context, next) => {
    let passed = false;
    const response = await inboxes.receive(
      context.req.raw,
      () => clientOf(context),
      async (request) => {
        passed = true;
        context.req.raw = request;
        await next();
        return context.res;
      },
    );
    return passed ? undefined : response;
  };
}

/** What is used of an app; Hono's own fits. */
export interface FetchingApp<Bindings> {
  fetch(request: Request, bindings?: Bindings): Response | Promise<Response>;
}

/**
 * Leads what was kept into the app again: `await wall.open(into(app, wall))`, when all routes
 * stand. Such a request has no connection; `bindings` is what it finds in `context.env`.
 */
export function into<Bindings extends object>(
  app: FetchingApp<Bindings>,
  wall: Breakwater,
  bindings?: Bindings,
): PassOn {
  return replayInto(wall, (request) => app.fetch(request, bindings));
}
