// A breakwater over a clock that is set and a web that a test writes, and strangers who sign.

import { ProcessLedger } from "../adapters/process/ledger.ts";
import { makeVirtualClock, type VirtualClock } from "../adapters/replay/virtual-clock.ts";
import { after, epochMs, second } from "../base/units.ts";
import { type KeyPair, keyIdOf, makeKeys, signedHeaders } from "../lab/sign.ts";
import { type Breakwater, createBreakwater } from "./breakwater.ts";
import type { BreakwaterOptions, OwnPorts } from "./options.ts";

export const home = { origin: "https://home.example", actors: "https://home.example/users/" };
export const alice = "https://home.example/users/alice";

const keys = await makeKeys(1);
const [key] = keys as [KeyPair];

export interface TestWall {
  readonly wall: Breakwater;
  readonly clock: VirtualClock;
  readonly network: OwnPorts["network"];
  /** Moves time on and lets the house do what is due. */
  pass(ms: number): Promise<void>;
}

export interface WallOptions {
  readonly mode?: "watch" | "guard";
  readonly ports?: Partial<OwnPorts>;
  readonly runsOn?: "mastodon" | "untold";
  /** More of a breakwater.yaml. */
  readonly settings?: string;
  /** Whoever verifies behind us looks at a real clock, so ours starts now, or this long ago. */
  readonly agoMs?: number;
}

/** A prior that decides alone. */
export async function makeWall(
  mood: "trusting" | "certain",
  { mode = "guard", ports, runsOn = "mastodon", settings = "", agoMs = 0 }: WallOptions = {},
): Promise<TestWall> {
  const clock = makeVirtualClock(epochMs(Date.now() - agoMs));
  const own = { ledger: new ProcessLedger(), network, clock, ...ports };
  const told = runsOn === "untold" ? {} : { software: { name: runsOn, version: "4.5.0" } };
  const prior = `prior: ${mood === "certain" ? 30 : -30}`;
  const yaml = `${prior}\n${settings}`;
  const options: BreakwaterOptions = { home, mode, ...told, settings: yaml, ports: own };
  const wall = await createBreakwater(options);
  const pass = async (ms: number) => {
    clock.set(after(clock.now(), ms));
    await rounds();
  };
  return { wall, clock, network, pass };
}

/** The keep loop and its ledger need some turns of the event loop. */
async function rounds(): Promise<void> {
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
}

const network: OwnPorts["network"] = {
  async get(url) {
    return { kind: "found", url, body: JSON.stringify(actorDocument(url.split("#")[0] ?? "")) };
  },
};

/** Everybody is somebody, and they all share one key. */
export function actorDocument(actor: string): object {
  return {
    "@context": ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"],
    id: actor,
    type: "Person",
    preferredUsername: "sam",
    inbox: `${actor}/inbox`,
    publicKey: { id: keyIdOf(actor, "mastodon"), owner: actor, publicKeyPem: key.publicPem },
  };
}

let notes = 0;

/** A mention of alice, oddly spaced: only its very bytes are signed. */
export function mention(actor = "https://harbor.example/users/sam"): {
  readonly id: string;
  readonly body: Uint8Array<ArrayBuffer>;
} {
  const id = `${actor}/notes/${++notes}`;
  const context = "https://www.w3.org/ns/activitystreams";
  const address = { to: [alice], cc: [] };
  const tag = [{ type: "Mention", href: alice, name: "@alice@home.example" }];
  const content = "<p>@alice did you see the herons at the pond?</p>";
  const object = { id, type: "Note", attributedTo: actor, ...address, content, tag };
  const create = { "@context": context, id: `${id}/a`, type: "Create", actor, ...address, object };
  return { id, body: new TextEncoder().encode(JSON.stringify(create, null, 3)) };
}

export function signedRequest(
  body: Uint8Array<ArrayBuffer>,
  { clock }: Pick<TestWall, "clock">,
  path = "/users/alice/inbox",
): Request {
  const actor = "https://harbor.example/users/sam";
  const to = { host: "home.example", path };
  const at = epochMs(clock.now() - second);
  const headers = signedHeaders({ actor, software: "mastodon", key, ...to, body, at });
  return new Request(`https://home.example${path}`, { method: "POST", headers, body });
}
