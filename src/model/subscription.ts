// Who wants to hear what, where, and when not.

/** What somebody may choose to be told at once; all else stands in the digest. */
export const topics = ["wave", "appeal", "host", "alarm"] as const;
export type Topic = (typeof topics)[number];

export const languages = ["en", "de", "fr", "es", "ja"] as const;
export type Language = (typeof languages)[number];

export const channels = ["email", "webhook", "ntfy", "push"] as const;
export type Channel = (typeof channels)[number];

/** Where a letter goes. Whoever may type one must not reach what only this machine can reach. */
export type Address =
  | { readonly channel: "email"; readonly address: string }
  /** `secret`: what its letters are signed with, known to the other side. */
  | { readonly channel: "webhook"; readonly url: string; readonly secret: string }
  /** `server` undefined: the configured one. */
  | { readonly channel: "ntfy"; readonly server: string | undefined; readonly topic: string }
  /** As a browser's push service gave it (W3C Push API). */
  | {
      readonly channel: "push";
      readonly endpoint: string;
      readonly p256dh: string;
      readonly auth: string;
    };

export type AddressOn<C extends Channel> = Extract<Address, { channel: C }>;

export interface Subscription {
  /** Whose it is, as audited. */
  readonly by: string;
  readonly to: Address;
  /** Told at once. */
  readonly what: readonly Topic[];
  /** Of these, what is told in quiet hours as well. */
  readonly urgent: readonly Topic[];
  /** Minutes of the day from which and until which nothing else is told; may pass midnight. */
  readonly quiet: { readonly from: number; readonly until: number } | undefined;
  /** Minutes of the day at which a digest goes; none: no digest. */
  readonly digestAt: readonly number[];
  /** An IANA time zone, in which all these are meant. */
  readonly zone: string;
  readonly language: Language;
}
