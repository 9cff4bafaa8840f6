// What an unsolicited contact is compared by with others, whoever sent them: the views of a post.

/**
 * A way of looking at a contact that is independent enough of the others that who disguises one
 * still shows the rest.
 *
 *   text        its words, however reordered        handles     the names it spells, in order
 *   link        where it leads                      recipients  whom it writes to
 *   media       its pictures                        profile     how its sender presents itself
 *   cohort      when the sender's account was made  shape       how the post is built
 *   face        the sender's picture and name       page        where its profile leads
 *   bio         its words about itself, and sites   host        its registrable domain
 *   payload     names, numbers and sites that it spells out
 *   post        its own id, by which an edit finds what came first; nobody is alike in it
 */
export const viewNames = [
  ...(["text", "link", "media", "handles", "recipients", "profile", "cohort", "shape"] as const),
  ...(["face", "page", "bio", "host", "payload", "post"] as const),
] as const;

export type ViewName = (typeof viewNames)[number];

/** Words are compared by their sketch, all else by traits. */
export type TraitView = Exclude<ViewName, "text">;

/** One comparable thing in one view: equal ones have an equal key. */
export interface Trait {
  readonly view: TraitView;
  /** A 32-bit hash of view and content. */
  readonly key: number;
  /** The share of unsolicited contacts that have just this by chance, before any was seen here. */
  readonly usual: number;
}

/** Ascending hashes: see engine/views/sketch.ts. */
export type Sketch = Uint32Array;

export interface Likeness {
  readonly sketch: Sketch;
  readonly traits: readonly Trait[];
}

/** What is kept of a contact to compare later ones with: a few hundred bytes, no words. */
export interface Trace {
  readonly sketch: Sketch;
  /** Of its traits, in their order; what only regulars teach comes last (engine/views/trace.ts). */
  readonly keys: Uint32Array;
}

/** How alike two contacts are; `views` are those that spoke for it, strongest first. */
export interface Linkage {
  readonly bits: number;
  /** The same without what their senders show of themselves, which one sender always shares. */
  readonly saidBits: number;
  /** Alike beyond chance, also without all that people of one host have in common. */
  readonly plain: boolean;
  readonly views: readonly ViewName[];
}
