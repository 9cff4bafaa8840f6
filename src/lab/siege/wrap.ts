// How an attacker's words are put into a post: its container, its visibility, its edit.

import type { EpochMs } from "../../base/units.ts";
import { follow, type Json, like, type Outgoing } from "../activities.ts";
import type { Dice } from "../dice.ts";
import { edited } from "../traffic/acts.ts";
import { somePicture } from "../traffic/ham.ts";
import { context, create, newId, type Say } from "../traffic/notes.ts";
import type { RemoteActor } from "../traffic/places.ts";
import { splitHtml } from "./disguise.ts";
import type { Method } from "./method.ts";

/** What the post is to be, before the container is chosen. */
export type Draft = Say & { readonly text: string };

export function wrapped(
  dice: Dice,
  method: Method,
  from: RemoteActor,
  at: EpochMs,
  draft: Draft,
): Outgoing {
  const id = newId(from, "statuses", at, dice);
  const activity = create(from, id, at, contained(method, draft));
  return reshaped(dice, method, activity, draft);
}

/** The edit that brings the payload. */
export function swapped(
  dice: Dice,
  method: Method,
  from: RemoteActor,
  created: Outgoing,
  at: EpochMs,
  draft: Draft,
): Outgoing {
  return reshaped(dice, method, edited(from, created, at, contained(method, draft)), draft);
}

function contained({ container }: Method, draft: Draft): Draft {
  switch (container) {
    case "poll":
      return { ...draft, text: "?", poll: choices(draft.text) };
    case "warning":
      return { ...draft, text: "…", warning: draft.text };
    case "note":
    case "article":
    case "map-only":
    case "source-only":
      return draft;
  }
}

/** Two to four, the text cut where sentences end. */
function choices(text: string): string[] {
  const sentences = text.split(/(?<=[.!?:。])\s*/).filter((one) => one !== "");
  return sentences.length > 1 ? sentences.slice(0, 4) : [text, "ok"];
}

function reshaped(dice: Dice, method: Method, activity: Outgoing, draft: Draft): Outgoing {
  const object = activity["object"] as Json;
  const text = object["content"] as string;
  const content = method.letters === "split-html" ? splitHtml(dice, text) : text;
  const contentMap = { [draft.language]: content };
  const put = (fields: Json): Outgoing => ({ ...activity, object: { ...object, ...fields } });
  switch (method.container) {
    case "article":
      return put({ type: "Article", name: draft.text.slice(0, 60), content, contentMap });
    case "map-only": {
      const { content: _, ...rest } = object;
      return { ...activity, object: { ...rest, contentMap } };
    }
    case "source-only": {
      const source = { content: draft.text, mediaType: "text/x.misskeymarkdown" };
      return put({ content: "<p>…</p>", contentMap: {}, source, _misskey_content: draft.text });
    }
    case "note":
    case "poll":
    case "warning":
      return "contentMap" in object ? put({ content, contentMap }) : put({ content });
  }
}

/** What a like or a follow brings is the profile of whom it comes from. */
export function profileContact(
  dice: Dice,
  kind: "follow" | "like",
  from: RemoteActor,
  at: EpochMs,
  whom: string,
  post: string,
): Outgoing {
  const id = newId(from, `${kind}s`, at, dice);
  return kind === "follow" ? follow(from, id, whom) : like(from, id, post);
}

/** A community passes a member's post on, wrapped. */
export function passedOn(group: RemoteActor, dice: Dice, at: EpochMs, inner: Outgoing): Outgoing {
  const id = newId(group, "announce", at, dice);
  const { "@context": _, ...object } = inner;
  const { to, cc } = inner as unknown as { to: readonly string[]; cc: readonly string[] };
  return {
    "@context": context,
    id,
    type: "Announce",
    actor: group.id,
    to,
    cc: [`${group.id}/followers`, ...cc],
    object,
  };
}

/** The pitch as a picture: its text only people read, its look differs a little each time. */
export function pictureOf(dice: Dice, from: RemoteActor, hash: string, says: string | undefined) {
  const picture = somePicture(dice, from);
  const [at, letter] = [dice.int(2, hash.length - 1), dice.letters("ABCDEFabcdef0123", 1)];
  const noisy = hash.slice(0, at) + letter + hash.slice(at + 1);
  const looks = { ...picture, blurhash: noisy };
  return says === undefined ? looks : { ...looks, says };
}
