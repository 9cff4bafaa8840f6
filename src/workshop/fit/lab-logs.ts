// The lab's attacks and wanted mail as logs to fit on: every family, every class of look-alikes,
// crowds, accounts that were warmed up, every move of the siege with moderators who rule on it,
// each under seeds that no test and no page uses.

import { epochMs } from "../../base/units.ts";
import { boostRing, editSwap, followWave, profileSpam } from "../../lab/coordination/attacks.ts";
import {
  bridged,
  classroom,
  closingServer,
  exodus,
  followSpree,
  moveBurst,
  secondThoughts,
  viral,
} from "../../lab/coordination/crowds.ts";
import { families, familyLog } from "../../lab/families/families.ts";
import { type Filter, noFilter } from "../../lab/filter.ts";
import { lookAlikes } from "../../lab/lookalikes/list.ts";
import { lookAlikeLog } from "../../lab/lookalikes/replayed.ts";
import { parade } from "../../lab/siege/programs.ts";
import { laySiege, usualSiege } from "../../lab/siege/siege.ts";
import { hamOf } from "../../lab/traffic/ham.ts";
import { home } from "../../lab/traffic/home.ts";
import { lineOf, type Truth } from "../../lab/traffic/lines.ts";
import { logOf, type Sending, type TrafficLog } from "../../lab/traffic/scribe.ts";
import { warmedUp } from "../../lab/warm-ups/attacks.ts";

export interface LabLog {
  readonly name: string;
  write(): Promise<{ readonly lines: readonly string[]; readonly truths: readonly Truth[] }>;
}

const start = epochMs(Date.parse("2026-04-06T00:00:00.000Z"));

/** Every second one is what a gate sees that is told nothing of what its own people do. */
function isTold(seed: string): boolean {
  return seed.charCodeAt(seed.length - 1) % 2 === 1;
}

/** The same seeds write the same logs. */
export function labLogs(seeds: readonly string[]): readonly LabLog[] {
  return seeds.flatMap((seed) => [
    ...families.map((family) =>
      logNamed(`${family.id} ${seed}`, () =>
        familyLog(family, { seed, start, days: 3, hamPerDay: 60, localActs: isTold(seed) }),
      ),
    ),
    ...lookAlikes.map((one, index) =>
      logNamed(`${one.code} ${seed}`, () => {
        const beside = index % 2 === Number(isTold(seed)) ? "waves" : "calm";
        return lookAlikeLog(one, { seed, beside, localActs: isTold(seed) });
      }),
    ),
    ...coordinated(seed),
    { name: `siege ${seed}`, write: () => besieged(seed) },
  ]);
}

function logNamed(name: string, log: () => TrafficLog): LabLog {
  return {
    name,
    write: async () => {
      const { lines, truths } = log();
      return { lines: lines.map(lineOf), truths };
    },
  };
}

/** Every move by itself, against nobody: so that what was fitted before changes nothing of it. */
async function besieged(seed: string) {
  const lines: string[] = [];
  const truths: Truth[] = [];
  const nobody = noFilter();
  const filter: Filter = {
    ...nobody,
    feed: (line) => {
      lines.push(line);
      return nobody.feed(line);
    },
  };
  const size = { days: 12, deliveriesMax: 4_000, hamPerDay: 40 };
  const plan = { ...usualSiege, ...size, seed, localActs: isTold(seed) };
  await laySiege({ ...plan, filter, program: parade(24), truthOf: (one) => truths.push(one) });
  return { lines, truths };
}

function coordinated(seed: string): readonly LabLog[] {
  const of = (accounts: number) => ({ seed, at: start, accounts });
  const plan = { seed, at: start, accounts: 40, hosts: 10 };
  const crowds = [
    ...[followSpree(of(20)), exodus(of(60)), moveBurst(of(200)), closingServer(of(50))],
    ...[bridged(of(80)), viral(of(100)), secondThoughts(of(60)), classroom(of(25))],
  ];
  const played: readonly (readonly [string, readonly Sending[]])[] = [
    ["follow wave", followWave(of(100), "picture and bio")],
    ["profile spam", profileSpam(of(150))],
    ["boost ring", boostRing(of(60))],
    ["shared swaps", editSwap(of(60))],
    ["own swaps", editSwap(of(40), "own")],
    ["streams", warmedUp({ ...plan, streams: 3, answers: 1 }, { each: 2, does: "sells" })],
    ["answers", warmedUp({ ...plan, streams: 0, answers: 3 }, { each: 3, does: "sells" })],
    ...crowds.map((crowd, index) => [`crowd ${index}`, crowd] as const),
  ];
  return played.map(([name, sendings]) =>
    logNamed(`${name} ${seed}`, () => {
      const ham = { seed, start, days: 2, deliveriesPerDay: 30, localActs: isTold(seed) };
      return logOf(home, start, [...hamOf(ham), ...sendings]);
    }),
  );
}
