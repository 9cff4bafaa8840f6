import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessChronicle } from "../adapters/process/chronicle.ts";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { day } from "../base/units.ts";
import { shippedSettings } from "../engine/policy.ts";
import { senderOf, someDecision } from "../ports/chronicle.fixture.ts";
import { later, someKept } from "../ports/kept.fixture.ts";
import { proposeWeights, refitProposal } from "./refit.ts";
import { apply } from "./tuning.ts";

const config = { policy: shippedSettings, tune: "propose" } as const;
const now = later(3 * day);

interface Stores {
  readonly ledger: ProcessLedger;
  readonly chronicle: ProcessChronicle;
  readonly seed: string;
}

/** So many campaigns that were held for these signals, and ruled on. */
async function ruled(
  { ledger, chronicle }: Stores,
  from: number,
  count: number,
  ruling: "spam" | "ham",
  ...symbols: readonly string[]
): Promise<void> {
  for (let number = from; number < from + count; number++) {
    const receipt = await ledger.keep(someKept(number, { state: "held" }));
    await ledger.rule({ receipt, ruling, by: "alice", at: now });
    const told = { group: "reach", strength: 1, decibans: 8 };
    const evidence = symbols.map((symbol) => ({ symbol, ...told }));
    const held = { receipt, action: "hold", done: "held", why: undefined } as const;
    const decision = someDecision(number, {
      ...held,
      ...{ at: later(day + number), sender: senderOf(number), evidence, last: undefined },
    });
    await chronicle.write([{ kind: "judged", decision, lookAt: undefined }]);
  }
}

async function stores(): Promise<Stores> {
  const made = { ledger: new ProcessLedger(), chronicle: new ProcessChronicle(), seed: "seed" };
  await ruled(made, 0, 30, "spam", "CAMPAIGN", "NEWCOMER", "STRANGER_LINK");
  return made;
}

test("where many mentions are what friends write, rulings have them weigh less", async () => {
  const made = await stores();
  await ruled(made, 100, 30, "ham", "CAMPAIGN", "NEWCOMER", "MANY_MENTIONS");
  await proposeWeights(made, config, now);
  const { weights = {}, because = [] } = (await refitProposal(made.ledger)) ?? {};
  const shipped = shippedSettings.signals["MANY_MENTIONS"]?.decibans ?? 0;
  assert.ok((weights["MANY_MENTIONS"] ?? 99) < shipped, JSON.stringify(weights));
  assert.match(because.join(" "), /30 campaigns ruled spam and 30 ruled ham.*MANY_MENTIONS from/);
});

test("a moderator who only ever rules spam changes no weight", async () => {
  const made = await stores();
  await proposeWeights(made, config, now);
  assert.equal(await refitProposal(made.ledger), undefined);
});

test("what an earlier refit moved comes back when nothing speaks for it any more", async () => {
  const made = await stores();
  const earlier = { weights: { WAVE: 10 }, holdAt: undefined, at: now, because: [] };
  await apply(made.ledger, earlier, shippedSettings, { by: "alice", at: now });
  await proposeWeights(made, config, now);
  const { weights } = (await refitProposal(made.ledger)) ?? {};
  assert.deepEqual(weights, { WAVE: shippedSettings.signals["WAVE"]?.decibans });
});
