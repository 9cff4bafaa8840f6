// Who somebody is at the home server: they sign in there, and it tells us.

import type { Result } from "../base/result.ts";
import type { ActorId } from "../model/ids.ts";

/** What somebody may do at the home server, as far as it concerns the desk. */
export type HomeRole = "admin" | "moderator" | "none";

/** One of the home server's own people. */
export interface HomeAccount {
  /** As in `@anna@home.example`: without the host. */
  readonly name: string;
  /** Of the home server's own name. */
  readonly host: string;
  readonly role: HomeRole;
}

/** What a browser takes along to the home server, and has to bring back. */
export interface Departure {
  /** An address of the home server. */
  readonly to: string;
  /** Comes back with the answer: what carries another was not begun in this browser. */
  readonly state: string;
  /** PKCE's secret (RFC 7636); empty where the home server does not ask for one. */
  readonly verifier: string;
}

export interface HomeTrouble {
  /**
   * `unreachable`: no answer in time. `unsupported`: it has no such sign-in. `declined`: the
   * person, or the home server, said no. `foreign`: the answer belongs to another beginning, or is
   * about an account of another host. `odd`: an answer that makes no sense.
   */
  readonly kind: "unreachable" | "unsupported" | "declined" | "foreign" | "odd";
  /** For the log and the audit: no secret, at most a sentence. */
  readonly because: string;
}

/** Nothing throws but LedgerDown, where what it keeps of its own can't be read or written. */
export interface HomeAccounts {
  /** The home server's host, as people call it. */
  readonly host: string;

  /** Where to send a browser that is to come back to `back` with an answer. */
  depart(back: string): Promise<Result<Departure, HomeTrouble>>;

  /**
   * Whose answer it is. What was granted for that is given back before this returns: nothing of
   * it is kept.
   */
  arrive(
    answer: URLSearchParams,
    departure: Omit<Departure, "to">,
    back: string,
  ): Promise<Result<HomeAccount, HomeTrouble>>;

  /** Who that is in mail; undefined where the home server does not say, or not of its own. */
  actorOf(name: string): Promise<ActorId | undefined>;
}
