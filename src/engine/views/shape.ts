// How a post is built, whatever it says: a tool fills the same fields in the same way.

import type { ReadArrival } from "../../model/arrival.ts";
import type { Sight } from "./sight.ts";

const usual = 0.05;

export function shapeTraits({ activity, reading, audience }: ReadArrival): readonly Sight[] {
  const [object] = activity.objects;
  const post = object?.kind === "post" ? object.post : undefined;
  const content = [
    activity.type,
    post?.type ?? "",
    reading.visibility,
    reading.replyTo.kind,
    sizeOf(reading.mentions.length),
    sizeOf(audience.elsewhere + audience.notifiedTotal),
    sizeOf(reading.attachments),
    sizeOf(reading.links.length),
    sizeOf(reading.hashtags.length),
    lengthOf(reading.comparable.length),
    post?.sensitive === true ? "sensitive" : "",
    post?.warning === undefined ? "" : "warned",
    reading.language ?? "",
  ].join(" ");
  return [{ view: "shape", content, usual }];
}

/** Exact while few, then in doublings. */
function sizeOf(count: number): number {
  return count <= 6 ? count : 6 + Math.floor(Math.log2(count / 3));
}

/** In steps of a factor of two. */
function lengthOf(letters: number): number {
  return Math.floor(Math.log2(1 + letters));
}
