// The guarded way out: every fetch of a stranger's URL goes through here.

/** Our own connectivity is gone, it seems. One host's failure is an answer, not this. */
export class NetworkDown extends Error {
  override readonly name = "NetworkDown";
}

export type FetchAnswer =
  | { readonly kind: "found"; readonly url: string; readonly body: string }
  /** 404 and 410: it does not exist (any more). */
  | { readonly kind: "gone"; readonly status: number }
  /** 401 and 403: it wants a signature that we could not give. */
  | { readonly kind: "denied"; readonly status: number }
  /** Anything else: another status, a timeout, a forbidden address, too long, too many. */
  | { readonly kind: "failed"; readonly because: string };

export interface Network {
  /**
   * GETs an ActivityPub document, signed by the gate's own actor where it has one. Public
   * addresses only, checked on the address that is connected to; redirects checked again;
   * bounded in bytes, time and requests in flight per host (base/limits.ts).
   */
  get(url: string): Promise<FetchAnswer>;
}
