// What `breakwater tune --apply` does to the mail of a gate that runs: in the whole house, as
// the order goes through a ledger on disk.

import assert from "node:assert/strict";
import { second } from "../base/units.ts";
import { loadConfig } from "../services/config.ts";
import { apply, rollBack } from "../services/tuning.ts";
import { scenario } from "./scenario.ts";
import { doubtful } from "./scenarios/doubtful.ts";
import { keptAs } from "./scenarios/strangers.ts";

/** Between the two thresholds lies what somebody doubtful scores: 7.7 to 7.9. */
const settings = { hold_at: "10" };
const lower = 7;

scenario(
  "what is tuned is what strangers meet a second later, and a roll-back ends it",
  ["1"],
  async (stage) => {
    const { clock, gate, pass } = stage;
    const loaded = loadConfig({ flags: settings });
    assert.ok(loaded.ok);
    const { policy } = loaded.value.config;
    const judged = async (host: string) => {
      await pass(2 * second);
      const contact = doubtful(stage, host);
      await stage.send(contact);
      const kept = await keptAs(stage, contact);
      return { state: kept?.state, digest: kept?.verdict.policy };
    };
    const hand = () => ({ by: "mona", at: clock.now() });
    const before = await judged("first.example");
    assert.equal(before.state, "settling");
    const proposal = { weights: {}, holdAt: lower, at: clock.now(), because: [] };
    await apply(gate.ledger, proposal, policy, hand());
    const tuned = await judged("second.example");
    assert.equal(tuned.state, "held");
    assert.notEqual(tuned.digest, before.digest);
    await rollBack(gate.ledger, hand());
    assert.equal((await judged("third.example")).digest, before.digest);
  },
  { daysLivedIn: 0, settings },
);
