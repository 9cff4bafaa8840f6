// Whether the named author is who the signature speaks for (FEP-fe34, origin-based security): a key
// speaks for its host, so an author is proven only where every id involved is of that host.

import type { Activity, ActivityObject, Post } from "../../model/activity.ts";
import type { Authenticity, AuthorProof } from "../../model/authenticity.ts";
import { hostOf } from "../../model/ids.ts";

/** `none` while nothing is proven; `relayed` where the signer is not, or may not be, the author. */
export function authorOf(activity: Activity, authenticity: Authenticity): AuthorProof {
  if (authenticity.kind !== "proven") return { kind: "none" };
  const { signer, signerHost } = authenticity;
  const relayed = (because: string): AuthorProof => ({
    kind: "relayed",
    author: activity.actor,
    because,
  });
  if (signer !== activity.actor) return relayed(`signed by ${signer}, which is not its actor`);
  const foreign = authoredIds(activity).find((id) => hostOf(id) !== signerHost);
  if (foreign !== undefined) return relayed(`${foreign} is not of ${signerHost}, which signed it`);
  return { kind: "proven", author: activity.actor, host: signerHost };
}

/** The ids that only the author may hand out: of what it made, not of what it reacts to. */
function authoredIds(activity: Activity): readonly string[] {
  const ids: string[] = [activity.actor];
  if (activity.id !== undefined) ids.push(activity.id);
  if (activity.kind === "create" || activity.kind === "update")
    ids.push(...activity.objects.flatMap(idsOf));
  if (activity.instrument !== undefined) ids.push(...idsOf(activity.instrument));
  return ids;
}

function idsOf(object: ActivityObject): readonly string[] {
  switch (object.kind) {
    case "post":
      return idsOfPost(object.post);
    case "actor":
      return [object.profile.id];
    case "activity":
      return object.activity.id === undefined ? [] : [object.activity.id];
    case "reference":
      return [object.id];
    case "other":
      return object.id === undefined ? [] : [object.id];
  }
}

function idsOfPost(post: Post): readonly string[] {
  return post.id === undefined ? post.attributedTo : [post.id, ...post.attributedTo];
}
