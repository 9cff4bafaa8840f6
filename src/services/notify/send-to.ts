// A letter to one address, over the channel that this is one of.

import type { Letter } from "../../model/letter.ts";
import type { Address } from "../../model/subscription.ts";
import type { Notifiers, Sent } from "../../ports/notifier.ts";

/** Never rejects. */
export function sendTo(to: Address, letter: Letter, notifiers: Notifiers): Promise<Sent> {
  switch (to.channel) {
    case "email":
      return notifiers.email.send(to, letter);
    case "webhook":
      return notifiers.webhook.send(to, letter);
    case "ntfy":
      return notifiers.ntfy.send(to, letter);
    case "push":
      return notifiers.push.send(to, letter);
  }
}
