// A scenario: the whole house in the lab, one thing that happens to it, and what must
// be true both of the spam and of the people. A seed decides the traffic, how it goes
// wrong, and how long something settles. Some seeds are fixed, one is fresh every time
// and printed; `npm test` draws it among a dozen that were all tried.

import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { after, day, epochMs } from "../base/units.ts";
import { type Dice, dice } from "./dice.ts";
import { type Lab, openLab, play } from "./lab.ts";
import { type Cast, castOf, oldTies, ordinaryMail } from "./people.ts";
import { inOrder } from "./plan.ts";
import type { Report } from "./report.ts";

export interface Stage extends Lab {
  readonly cast: Cast;
  readonly dice: Dice;
}

export interface Setting {
  /** Days of ordinary mail that the gate has seen when the scenario begins. */
  readonly daysLivedIn: number;
  /** Of the gate's configuration, beside the lab's own; as flags. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Where fixed seeds would hide what only some of them meet. `LAB_SEED` asks for one again. */
const freshSeed = process.env["LAB_SEED"] ?? randomBytes(4).toString("hex");

const dusk = epochMs(Date.UTC(2026, 1, 14, 19));
const mailAnHour = 0.9;

/** A test a seed, and one more with a seed that nobody chose. */
export function scenario(
  name: string,
  seeds: readonly string[],
  body: (stage: Stage) => Promise<void>,
  setting: Setting = { daysLivedIn: 3 },
): void {
  for (const seed of [...seeds, freshSeed]) {
    const story = seed === freshSeed ? `${name} (LAB_SEED=${seed})` : `${name} (seed ${seed})`;
    void test(story, { timeout: 240_000 }, async (t) => {
      const report = await onStage(`${name}:${seed}`, setting, body);
      if (process.env[toldTo] !== undefined) t.diagnostic(seen(report));
    });
  }
}

/** Set by who writes the page of scenarios: then each test says what was seen. */
export const toldTo = "LAB_SEEN";

/** What the page is made of: src/workshop/scenarios-page.ts reads it. */
export const seenPrefix = "seen ";

function seen(report: Report): string {
  return seenPrefix + JSON.stringify(report);
}

async function onStage(
  seed: string,
  { daysLivedIn: days, settings = {} }: Setting,
  body: (stage: Stage) => Promise<void>,
): Promise<Report> {
  const start = after(dusk, -days * day);
  const lab = await openLab({ seed, start, settings });
  try {
    const chance = dice(seed);
    const cast = castOf(lab.world, chance, start);
    const mail = ordinaryMail(cast, start, dusk, mailAnHour);
    await play(lab, inOrder([...oldTies(cast, start), ...mail]));
    await lab.passTo(dusk);
    await body({ ...lab, cast, dice: chance });
    return await lab.report(dusk);
  } finally {
    await lab.stop();
  }
}
