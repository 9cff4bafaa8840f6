import assert from "node:assert/strict";
import { after, hour, minute, second } from "../../base/units.ts";
import { gateHost } from "../lab.ts";
import { homePeople } from "../people.ts";
import type { Contact } from "../plan.ts";
import { type Stage, scenario } from "../scenario.ts";
import { keptAs, newcomer, told, writes } from "./strangers.ts";

const text = "Tonight only: free coins at the Lantern Club, http://lantern-club.example/join";
const bare = { daysLivedIn: 0, settings: { public_url: `http://${gateHost}` } };

function publicOffer(stage: Stage, hostName: string): Contact {
  const to = homePeople.slice(0, 8);
  return writes(stage, newcomer(stage, hostName), { text, to, visibility: "public" });
}

function ruleHam({ gate, clock }: Stage, receipt: string | undefined): Promise<unknown> {
  const ruling = { receipt: (receipt ?? "") as never, ruling: "ham", by: "mod" } as const;
  return gate.ledger.rule({ ...ruling, at: clock.now() });
}

scenario(
  "a direct post that nobody ruled on comes in before its request is too old",
  ["1"],
  async (stage) => {
    const who = newcomer(stage, "lone-cabin.example");
    const to = homePeople.slice(0, 4);
    const contact = writes(stage, who, { text, to, visibility: "direct" });
    await stage.send(contact);
    assert.equal((await keptAs(stage, contact))?.state, "held");
    await stage.pass(64 * minute);
    assert.deepEqual(told(stage, contact.activity.id), []);
    await stage.pass(minute);
    assert.deepEqual(told(stage, contact.activity.id), to);
    const kept = await keptAs(stage, contact);
    assert.deepEqual([kept?.state, kept?.verdict.action], ["delivered", "flag"]);
  },
  bare,
);

scenario(
  "a public post that its author signed comes in hours later, by a moderator's word",
  ["1"],
  async (stage) => {
    const plain = publicOffer(stage, "late-cabin.example");
    const contact = { ...plain, activity: stage.world.signed(plain.from, plain.activity) };
    await stage.send(contact);
    await stage.pass(3 * hour);
    const kept = await keptAs(stage, contact);
    assert.equal(kept?.state, "held", "it waits for a ruling, whatever its deadline");
    await ruleHam(stage, kept.receipt);
    await stage.pass(5 * second);
    assert.deepEqual(told(stage, contact.activity.id), [...contact.reaches].sort());
    assert.equal((await keptAs(stage, contact))?.triedBy, "own-proof");
    assert.equal(stage.home.answers().get(401), undefined, "no rung was tried in vain");
  },
  bare,
);

scenario(
  "without a signature of its own a post that is ruled on too late stays outside",
  ["1"],
  async (stage) => {
    const contact = publicOffer(stage, "mute-cabin.example");
    await stage.send(contact);
    await stage.pass(7 * hour);
    await ruleHam(stage, (await keptAs(stage, contact))?.receipt);
    await stage.pass(5 * second);
    const kept = await keptAs(stage, contact);
    assert.deepEqual([kept?.state, kept?.triedBy], ["refused", "replay"]);
    assert.deepEqual(told(stage, contact.activity.id), []);
  },
  bare,
);

scenario(
  "a request that was signed long ago is held at once, and its deadline opens no door",
  ["1"],
  async (stage) => {
    const { clock, home, world } = stage;
    const who = newcomer(stage, "stale-cabin.example");
    const contact = writes(stage, who, { text, to: ["ada"], visibility: "direct" });
    const signedAt = after(clock.now(), -45 * minute);
    await world.send(who, contact.activity, `http://${home.host}/inbox`, signedAt);
    const kept = await keptAs(stage, contact);
    assert.equal(kept?.state, "held", "fresh, it would have settled");
    assert.ok(kept.verdict.evidence.some(({ symbol }) => symbol === "SHORT_LIVED"));
    await stage.pass(2 * hour);
    assert.deepEqual(told(stage, contact.activity.id), []);
    assert.equal((await keptAs(stage, contact))?.dueAt, undefined, "the moderator was told");
  },
  bare,
);
