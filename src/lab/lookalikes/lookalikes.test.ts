import assert from "node:assert/strict";
import { once } from "node:events";
import { after, test } from "node:test";
import { Worker } from "node:worker_threads";
import { lookAlikes } from "./list.ts";
import { misfires } from "./misfires.ts";
import type { Asked } from "./replay-thread.fixture.ts";
import type { ClassTally, Setting } from "./replayed.ts";

/** The hardest of calm days, and a wave as most servers will see it. */
const settings: readonly Setting[] = [
  { seed: "look-alikes", beside: "calm", localActs: false },
  { seed: "look-alikes", beside: "waves", localActs: true },
];

/** How many of a class may be held. Two in a hundred of the first contacts; none with a star. */
function allowed(code: string, starred: boolean, { deliveries, firsts }: ClassTally): number {
  const known = misfires[code];
  const bar = starred ? 0 : Math.floor(firsts / 50);
  return known === undefined ? bar : Math.max(bar, Math.floor(known.share * deliveries));
}

const thread = new Worker(new URL("./replay-thread.fixture.ts", import.meta.url));
after(() => thread.terminate());

async function replayed(asked: Asked): Promise<ClassTally> {
  thread.postMessage(asked);
  const [tally] = await once(thread, "message");
  return tally as ClassTally;
}

for (const { code, name, starred } of lookAlikes) {
  for (const setting of settings) {
    test(`${code}, ${name}, beside ${setting.beside}: none is lost, few are held`, async () => {
      const tally = await replayed({ code, setting });
      assert.ok(tally.deliveries >= 20, `only ${tally.deliveries} were sent`);
      assert.equal(tally.lost, 0, "rejected, or of no known end");
      const most = allowed(code, starred, tally);
      assert.ok(tally.held <= most, `${tally.held} held, at most ${most}:\n${whys(tally)}`);
      const { sent, delivered } = tally.spam;
      assert.ok(delivered <= sent / 4, `${delivered} of ${sent} spam: no wave was noticed`);
    });
  }
}

/** The first few, with what was said of them when they came. */
function whys({ misfires: held }: ClassTally): string {
  const shown = held.slice(0, 3).map(({ activity, verdict }) => {
    const evidence = verdict?.evidence.map(({ symbol, because }) => `${symbol} ${because}`) ?? [];
    return `${JSON.stringify(activity).slice(0, 300)}\n  ${evidence.join("\n  ")}`;
  });
  return shown.join("\n");
}

test("each class has a code of its own, and misfires are told of classes that exist", () => {
  const codes = lookAlikes.map(({ code }) => code);
  assert.equal(new Set(codes).size, 40);
  for (const code of Object.keys(misfires)) assert.ok(codes.includes(code), code);
});
