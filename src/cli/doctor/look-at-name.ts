// Can the gate prove who it is when it asks other servers for keys?

import { createPrivateKey, createPublicKey } from "node:crypto";
import type { Ledger } from "../../ports/ledger.ts";
import type { Config } from "../../services/config.ts";
import { actorKeySetting } from "../../services/gate-actor.ts";
import { bad, type Finding, ok, warn } from "./finding.ts";
import type { askPublic } from "./public-question.ts";

export async function lookAtName(
  { publicUrl }: Config,
  ledger: Pick<Ledger, "setting">,
  ask: typeof askPublic,
): Promise<Finding[]> {
  if (publicUrl === undefined)
    return [
      warn(
        "public_url",
        "not set: fetches are unsigned, so senders on GoToSocial and on servers with authorized " +
          "fetch can't be verified, and settle until their key is known",
        "give the gate a host name of its own that leads to it, and set public_url",
      ),
    ];
  const kept = await ledger.setting(actorKeySetting);
  if (kept === undefined)
    return [warn("public_url", "the gate has no key yet", "start it once with public_url set")];
  const url = `${publicUrl}/actor`;
  const answer = await ask(url, { Accept: "application/activity+json" });
  if (answer.kind === "failed") {
    const says = `${url} can't be asked from this machine: ${answer.because}`;
    return [warn("public_url", says, `ask from another: curl -s ${url} must answer an actor`)];
  }
  return [compared(url, answer.text, publicKeyOf(kept))];
}

function compared(url: string, text: string, key: string): Finding {
  const todo = "let its host name lead to this gate, with the Host field as it came";
  const told = actorIn(text);
  if (told?.id !== url)
    return bad("public_url", `${url} does not answer with the gate's actor`, todo);
  if (told.key.trim() === key.trim())
    return ok("public_url", `${url} answers with this gate's key`);
  return bad("public_url", `${url} answers with another key: another gate's`, todo);
}

function actorIn(text: string): { readonly id: unknown; readonly key: string } | undefined {
  try {
    const { id, publicKey } = JSON.parse(text) as { id?: unknown; publicKey?: unknown };
    const { publicKeyPem } = publicKey as { publicKeyPem?: unknown };
    return { id, key: String(publicKeyPem) };
  } catch {
    return undefined; // A page, not an actor.
  }
}

function publicKeyOf(pem: string): string {
  return String(createPublicKey(createPrivateKey(pem)).export({ format: "pem", type: "spki" }));
}
