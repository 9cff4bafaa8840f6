// `npm run dev`: a gate with its desk before a pretend home server, with some days of mail behind
// it, a wave on the desk and gentle traffic from then on. Nothing to install, nothing leaves the
// machine, nothing stays.

import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { after, type EpochMs, epochMs, hour, minute } from "../base/units.ts";
import { mentionWave } from "../lab/attackers/mention-wave.ts";
import { type SceneName, scenes } from "../lab/desk/scenes.ts";
import { type DeskStage, openDeskStage } from "../lab/desk/stage.ts";
import { ordinaryMail } from "../lab/people.ts";
import { inOrder, type Planned } from "../lab/plan.ts";

const usage = `usage: npm run dev -- [--scene ${Object.keys(scenes).join("|")}] [--port 8092]
         [--seed TEXT] [--role admin|moderator]`;

/** Of real time: so often the lab's clock follows the machine's. */
const tickMs = 500;
/** Contacts an hour, so that something happens while one looks. */
const gently = 90;

const { values } = parseArgs({
  options: {
    scene: { type: "string", default: "busyNight" },
    port: { type: "string", default: "8092" },
    seed: { type: "string", default: "desk" },
    role: { type: "string", default: "admin" },
  },
});

const { seed, port } = values;
const isScene = (name: string): name is SceneName => Object.hasOwn(scenes, name);
const role = (["admin", "moderator"] as const).find((one) => one === values.role);
if (!isScene(values.scene) || role === undefined) {
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}
say(`Some days of mail pass through a pretend server (${values.scene}) …`);
const stage = await openDeskStage({
  ...{ scene: scenes[values.scene], seed, now: epochMs(Date.now()) },
  settings: { "desk.listen": `127.0.0.1:${port}` },
});
say(
  "The desk is open. This link signs you in, once:",
  "",
  `  ${await stage.link("you", role)}`,
  "",
);
say("Another one:", "", `  bin/breakwater desk link --state ${stage.gate.state}`, "");
say(`The gate listens on 127.0.0.1:${stage.gate.port}. All people are invented. Ctrl-C ends it.`);
const stopping = new AbortController();
void Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]).then(() => stopping.abort());
await liveOn(stage, stopping.signal);
await stage.stop();

/** From now on time passes as it does, with ordinary mail and now and then a small wave. */
async function liveOn(stage: DeskStage, signal: AbortSignal): Promise<void> {
  let planned: EpochMs = stage.clock.now();
  let plan: Planned[] = [];
  while (!signal.aborted) {
    const now = epochMs(Date.now());
    if (now >= planned) {
      plan = [...plan, ...hourOfMail(stage, planned)];
      planned = after(planned, hour);
    }
    for (const step of plan.filter(({ at }) => at <= now))
      await (step.kind === "deed" ? stage.gate.notice(step.act) : stage.send(step));
    plan = plan.filter(({ at }) => at > now);
    await stage.passTo(now);
    await sleep(tickMs, undefined, { signal }).catch(() => undefined);
  }
}

function hourOfMail({ cast }: DeskStage, from: EpochMs): Planned[] {
  const [host] = cast.hosts;
  if (host === undefined) throw new Error("nobody lives anywhere");
  const begins = after(from, 3 * minute);
  const wave = { from: begins, until: after(begins, 20 * minute), posts: 40, hosts: 20 };
  return inOrder([
    ...ordinaryMail(cast, from, after(from, hour), gently),
    ...mentionWave(cast.world, cast.dice, { ...wave, guests: { host, accounts: 2 } }),
  ]);
}

function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}
