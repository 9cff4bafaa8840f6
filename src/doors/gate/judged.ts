// A POST to an inbox: read whole, judged, and passed on or answered.

import type { Delivery } from "../../model/delivery.ts";
import { endToEnd, valuesOf } from "../../model/header-fields.ts";
import { boundedAnswer } from "../../model/kept.ts";
import { answerAs, answerWith, refuse } from "./answers.ts";
import type { Client } from "./forwarded.ts";
import type { House } from "./house.ts";
import { type BodyTrouble, readBody } from "./read-body.ts";
import { targetOf, type Visit } from "./visit.ts";

export async function judgeDelivery(visit: Visit, client: Client, house: House): Promise<void> {
  visit.way = "judged";
  const { request, response } = visit;
  if (isEncoded(visit)) {
    refuse(response, 415, "Deliveries are read as they are: send them without a content encoding.");
    return lingerAfter(visit, house.limits.bodyTimeMs);
  }
  const { bodyBytesMax, bodyTimeMs } = house.limits;
  if (house.awaitsContinue.has(request)) continueWithin(visit, bodyBytesMax);
  const read = await readBody(request, { bytesMax: bodyBytesMax, timeMs: bodyTimeMs }, house.room);
  if (!read.ok) return refuseBody(visit, read.error, house);
  const { bytes, berth } = read.value;
  try {
    await decide(visit, deliveryOf(visit, client, bytes, house), house);
  } finally {
    berth.leave();
  }
}

async function decide(visit: Visit, delivery: Delivery, house: House): Promise<void> {
  const { gatekeeper, passage, observer } = house.parts;
  const { response } = visit;
  visit.receipt = delivery.receipt;
  const admission = await gatekeeper.admit(delivery);
  if (admission.do === "answer") return answerWith(response, admission);
  const answer = await passage.relay(delivery);
  // What it earned its sender is on disk before the sender hears of it.
  await gatekeeper.passedOn(delivery, boundedAnswer(answer));
  if (answer.kind === "unreachable") {
    observer.trouble({ kind: "upstream", because: answer.because, receipt: delivery.receipt });
    refuse(response, 502, "The server behind this gate gave no answer.");
  } else {
    answerAs(response, answer);
  }
}

function deliveryOf(visit: Visit, client: Client, body: Uint8Array, house: House): Delivery {
  const { clock, makeReceipt } = house.parts;
  const at = clock.now();
  return {
    receipt: makeReceipt(at),
    at,
    path: targetOf(visit),
    headers: endToEnd(client.headers),
    body,
    client: client.address,
    scheme: client.scheme,
  };
}

/** No fediverse server takes a compressed delivery, and what can't be read can't be judged. */
function isEncoded({ fields }: Visit): boolean {
  return valuesOf(fields, "content-encoding").some(
    (value) => !/^(?:identity)?$/i.test(value.trim()),
  );
}

/** "Send it": said only where it will be taken; else the refusal is the answer. */
function continueWithin({ request, response }: Visit, bytesMax: number): void {
  if (Number(request.headers["content-length"] ?? 0) <= bytesMax) response.writeContinue();
}

function refuseBody(visit: Visit, trouble: BodyTrouble, { limits }: House): void {
  const { response } = visit;
  switch (trouble) {
    case "too large":
      refuse(response, 413, `A delivery may have ${limits.bodyBytesMax} bytes, not more.`);
      lingerAfter(visit, limits.bodyTimeMs);
      break;
    case "too slow":
      response.shouldKeepAlive = false;
      refuse(response, 408, "The delivery did not arrive in time.");
      break;
    case "gone":
      response.destroy();
  }
}

/**
 * The refusal is out, its body may still be coming. Closing at once would reset the connection
 * and could take the refusal with it; so what comes is read and dropped, for a while.
 */
function lingerAfter({ request }: Visit, lingerMs: number): void {
  if (request.complete) return;
  const { socket } = request;
  const timer = setTimeout(() => socket.destroy(), lingerMs);
  const over = (): void => {
    clearTimeout(timer);
    socket.off("close", over);
  };
  socket.on("close", over);
  request.on("end", over).resume();
}
