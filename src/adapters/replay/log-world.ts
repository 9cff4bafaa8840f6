// The outside of a replayed house: documents, signatures and a home server, as the log tells them.

import type { EpochMs } from "../../base/units.ts";
import { isSpokenBy } from "../../engine/identity/origin-copy.ts";
import type { Activity, ActorProfile, Document } from "../../model/activity.ts";
import type { Authenticity } from "../../model/authenticity.ts";
import type { Delivery } from "../../model/delivery.ts";
import { type ActorId, hostOf, type ObjectId, type Receipt } from "../../model/ids.ts";
import type { UpstreamAnswer } from "../../model/kept.ts";
import { absent, type Fact, known } from "../../model/observation.ts";
import { parseActor, parseDocument } from "../../model/parse.ts";
import type { PassedOn } from "../../model/recall.ts";
import type { TrafficEvent } from "../../model/traffic-log.ts";
import type { Authenticator } from "../../ports/authenticator.ts";
import type { Directory } from "../../ports/directory.ts";
import type { Network } from "../../ports/network.ts";
import type { Recall } from "../../ports/recall.ts";
import type { Upstream } from "../../ports/upstream.ts";

/** Whoever withdraws a post here succeeds, as long as the home server took it. */
export interface LogWorld extends Authenticator, Directory, Network, Upstream, Recall {
  /** Which of these the home server took and still has. */
  passedOn(receipts: readonly Receipt[]): Promise<readonly PassedOn[]>;
  publish(url: string, body: string | null, at: EpochMs): void;
  attest(receipt: Receipt, event: TrafficEvent & { type: "delivery" }): void;
}

const accepted: UpstreamAnswer = {
  kind: "answered",
  status: 202,
  headers: [],
  body: new Uint8Array(),
};

/** Nobody looks for it by its id here. */
const nameless = { sender: "" as ActorId, activityId: undefined, objectId: undefined };

export function makeLogWorld(): LogWorld {
  const documents = new Map<string, string | null>();
  const taken = new Map<Receipt, EpochMs>();
  const signatures = new Map<Receipt, TrafficEvent & { type: "delivery" }>();
  return {
    publish: (url, body) => void documents.set(url, body),
    attest: (receipt, event) => void signatures.set(receipt, event),

    async get(url) {
      const body = documents.get(url);
      if (body === undefined) return { kind: "gone", status: 404 };
      return body === null ? { kind: "gone", status: 410 } : { kind: "found", url, body };
    },

    async deliver(delivery) {
      const { receipt, at } = delivery;
      taken.set(receipt, at);
      return accepted;
    },

    async passedOn(receipts) {
      return receipts.flatMap((receipt) => {
        const at = taken.get(receipt);
        return at === undefined ? [] : [{ ...nameless, receipt, at }];
      });
    },

    withdraw: async ({ receipt }) => taken.delete(receipt),

    async authenticate(delivery: Delivery, activity: Activity) {
      const event = signatures.get(delivery.receipt);
      signatures.delete(delivery.receipt);
      return statedBy(event, activity);
    },

    // A log tells what hosts show from that moment on.
    heard: () => undefined,

    async profile(actor: ActorId): Promise<Fact<ActorProfile>> {
      const body = documents.get(actor);
      if (body === undefined || body === null) return absent;
      const parsed = parseActor(body);
      return parsed.ok ? known(parsed.value) : absent;
    },

    async document(id: ObjectId): Promise<Fact<Document>> {
      const body = documents.get(id);
      if (body === undefined || body === null) return absent;
      const parsed = parseDocument(body);
      return parsed.ok && isSpokenBy(hostOf(id), parsed.value) ? known(parsed.value) : absent;
    },
  };
}

/** A log states draft-cavage: it says nothing of kinds, and every server takes that one. */
function statedBy(
  event: (TrafficEvent & { type: "delivery" }) | undefined,
  activity: Activity,
): Authenticity {
  const refuted = (why: "absent" | "wrong-key", because: string): Authenticity => ({
    kind: "refuted",
    signature: why === "absent" ? "none" : "draft-cavage",
    why,
    because,
  });
  if (event === undefined || event.signature === "absent") return refuted("absent", "not signed");
  if (event.signature === "invalid") return refuted("wrong-key", "the log calls it invalid");
  const signer = event.signedBy ?? activity.actor;
  const signerHost = hostOf(signer);
  if (signerHost === undefined) return refuted("wrong-key", "its signer is not a URL");
  return {
    kind: "proven",
    signature: "draft-cavage",
    signer,
    signerHost,
    signedAt: event.at,
    expiresAt: undefined,
  };
}
