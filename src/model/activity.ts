// ActivityStreams as the fediverse really writes it, after parsing: every list
// is a list, every text a string, every id a string, whatever was on the wire.
// Nothing here is proven; it is what the sender says.

import type { EpochMs } from "../base/units.ts";
import type { ActorId, ObjectId } from "./ids.ts";

/** What an activity does. `other` is any type that no known server acts on. */
export type ActivityKind =
  | "create"
  | "update"
  | "delete"
  | "announce"
  | "follow"
  | "like"
  | "undo"
  | "accept"
  | "reject"
  | "add"
  | "remove"
  | "block"
  | "flag"
  | "move"
  | "quote-request"
  | "other";

export interface Activity {
  readonly kind: ActivityKind;
  /** The type as the wire spelled it: `Dislike` and `EmojiReact` are of kind `like`. */
  readonly type: string;
  readonly id: ObjectId | undefined;
  readonly actor: ActorId;
  readonly addressed: Addressing;
  readonly published: EpochMs | undefined;
  /** Usually one; a Flag names several. Bounded by `listLengthMax`. */
  readonly objects: readonly ActivityObject[];
  /** Add, Remove, Move. */
  readonly target: string | undefined;
  /** QuoteRequest: the post that quotes. */
  readonly instrument: ActivityObject | undefined;
  /** A reaction's emoji, a Flag's reason. */
  readonly content: string | undefined;
  /** Whether the body carries a proof of its own, not yet verified by anybody. */
  readonly carries: OwnProof;
}

export interface OwnProof {
  readonly linkedDataSignature: boolean;
  /** When that ends, where it says so; until then whoever passes the body on may be believed. */
  readonly linkedDataExpiresAt: EpochMs | undefined;
  readonly integrityProof: boolean;
}

export const nothingOfItsOwn: OwnProof = {
  linkedDataSignature: false,
  linkedDataExpiresAt: undefined,
  integrityProof: false,
};

/** Who it says it is for, with lists cut at `listLengthMax` and the full length beside. */
export interface Addressing {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly audience: readonly string[];
  /** Entries on the wire, those not read included. */
  readonly total: number;
}

export type ActivityObject =
  | { readonly kind: "reference"; readonly id: ObjectId }
  | { readonly kind: "post"; readonly post: Post }
  | { readonly kind: "actor"; readonly profile: ActorProfile }
  | { readonly kind: "activity"; readonly activity: Activity }
  | { readonly kind: "other"; readonly type: string; readonly id: ObjectId | undefined };

/** Note, Question, Article, Page, Event, Video, Audio, Image, ChatMessage: what has text. */
export interface Post {
  readonly type: string;
  readonly id: ObjectId | undefined;
  readonly attributedTo: readonly ActorId[];
  readonly inReplyTo: readonly ObjectId[];
  readonly quotes: readonly ObjectId[];
  /** Answers to it that it lists; servers fetch those of its own host. */
  readonly replies: readonly ObjectId[];
  readonly addressed: Addressing;
  /** `directMessage` of Pleroma and Mastodon: true says that it is for the addressed only. */
  readonly directMessage: boolean | undefined;
  readonly published: EpochMs | undefined;
  readonly updated: EpochMs | undefined;
  readonly sensitive: boolean;
  readonly title: string | undefined;
  /** `summary`: the content warning. */
  readonly warning: string | undefined;
  /** Every body that some server would show, in order, equal ones once: content, maps, source. */
  readonly bodies: readonly PostBody[];
  /** A poll's options. */
  readonly options: readonly string[];
  /** What stands beside the body on some servers: an event's place, a video's call for support. */
  readonly notes: readonly string[];
  readonly mentions: readonly Mention[];
  readonly hashtags: readonly string[];
  /** Custom emoji, as `:name:`. */
  readonly emoji: readonly string[];
  readonly attachments: readonly Attachment[];
  /** `url`, `href` of link attachments and of link tags. */
  readonly links: readonly string[];
  /** Tags on the wire, those not read included. */
  readonly tagsTotal: number;
}

export interface PostBody {
  readonly format: "html" | "text";
  readonly text: string;
  /** BCP 47, as said by `contentMap` or Lemmy's `language`. */
  readonly language: string | undefined;
}

export interface Mention {
  /** The mentioned actor's id; undefined where the tag has none. */
  readonly href: string | undefined;
  /** The handle as written, usually `@user@host`. */
  readonly name: string | undefined;
}

export interface Attachment {
  readonly kind: "image" | "video" | "audio" | "link" | "other";
  readonly url: string | undefined;
  readonly mediaType: string | undefined;
  readonly alt: string | undefined;
  readonly blurhash: string | undefined;
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** An actor document: what its host tells of it. Only the key is worth anything by itself. */
export interface ActorProfile {
  readonly type: string;
  readonly id: ActorId;
  readonly username: string | undefined;
  readonly name: string | undefined;
  /** HTML. */
  readonly summary: string | undefined;
  readonly icon: string | undefined;
  /** What tells its picture without a look at it: blurhashes and digests, as its host says. */
  readonly iconMarks: readonly string[];
  readonly image: string | undefined;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly published: EpochMs | undefined;
  readonly inbox: string | undefined;
  readonly sharedInbox: string | undefined;
  readonly followers: string | undefined;
  readonly following: string | undefined;
  readonly outbox: string | undefined;
  readonly alsoKnownAs: readonly string[];
  readonly movedTo: string | undefined;
  readonly suspended: boolean;
  readonly keys: readonly PublicKey[];
}

/** Of somebody of whom nothing is told but that there is such a person. */
export const untoldProfile: Omit<ActorProfile, "id"> = {
  type: "Person",
  username: undefined,
  name: undefined,
  summary: undefined,
  icon: undefined,
  iconMarks: [],
  image: undefined,
  fields: [],
  published: undefined,
  inbox: undefined,
  sharedInbox: undefined,
  followers: undefined,
  following: undefined,
  outbox: undefined,
  alsoKnownAs: [],
  movedTo: undefined,
  suspended: false,
  keys: [],
};

export interface PublicKey {
  readonly id: string;
  readonly owner: string | undefined;
  /** SPKI or PKCS#1 PEM of `publicKeyPem`, or a Multikey's `publicKeyMultibase`. */
  readonly material:
    | { readonly kind: "pem"; readonly pem: string }
    | { readonly kind: "multibase"; readonly multibase: string };
}

/** What a JSON document turned out to be. */
export type Document =
  | { readonly kind: "activity"; readonly activity: Activity }
  | { readonly kind: "post"; readonly post: Post }
  | { readonly kind: "actor"; readonly profile: ActorProfile }
  | { readonly kind: "other"; readonly type: string; readonly id: ObjectId | undefined };

/** Why a body could not be understood, for the log and the sender's eyes. */
export interface Unreadable {
  readonly kind: "not-utf8" | "not-json" | "too-deep" | "not-an-object" | "no-type" | "no-actor";
  readonly because: string;
}
