// One activity from a file, judged as if it had come in now: the same path as the gate's, in a
// house that remembers nobody.

import { bodyBytesMax } from "../base/limits.ts";
import type { EpochMs } from "../base/units.ts";
import { type ActorId, hostOf, type Receipt } from "../model/ids.ts";
import { deaf, type Journal } from "../ports/journal.ts";
import { type Checked, check } from "../services/check.ts";
import type { Config } from "../services/config.ts";
import { policyFrom } from "../services/config-policy.ts";
import type { BuildReplayHouse } from "../services/replay.ts";
import { Complaint } from "./exit-code.ts";

export interface Question {
  readonly activity: Uint8Array;
  readonly at: EpochMs;
  /** The inbox's URL, or its path where the home server's origin is configured. */
  readonly inbox: string;
  /** Undefined: by the activity's own actor. */
  readonly signedBy: string | undefined;
}

/** Throws a Complaint for what no activity can be read from. */
export async function judgeFile(
  question: Question,
  config: Config,
  build: BuildReplayHouse,
): Promise<Checked> {
  const { origin, path } = whereTo(question.inbox, config);
  const actors = config.home.actors ?? "";
  const { at, signedBy } = question;
  const software = config.software.name;
  const house = await build({ type: "traffic-log", at, origin, actors, software }, silentJournal);
  house.setTime(at);
  const receipt = "question" as Receipt;
  house.attest(receipt, {
    type: "delivery",
    at,
    id: receipt,
    inbox: path,
    ip: "",
    signature: signedBy === undefined ? "valid" : "forwarded",
    signedBy: signedBy as ActorId | undefined,
    activity: "",
  });
  const headers = [["host", hostOf(origin) ?? ""]] as const;
  const body = question.activity.subarray(0, bodyBytesMax);
  const delivery = { receipt, at, path, headers, body, client: "", scheme: "https" } as const;
  const checked = await check(delivery, policyFrom(config, "replay"), house.ports);
  if (checked.ok) return checked.value;
  throw new Complaint(`this is no activity that can be judged: ${checked.error.because}.`);
}

function whereTo(inbox: string, config: Config): { origin: string; path: string } {
  if (URL.canParse(inbox)) {
    const url = new URL(inbox);
    return { origin: url.origin, path: url.pathname + url.search };
  }
  if (!inbox.startsWith("/"))
    throw new Complaint(`the inbox must be a URL or begin with "/", such as /inbox.`);
  if (config.home.origin === undefined)
    throw new Complaint(
      "it can't be told who it is for: name the inbox's whole URL, such as " +
        "--inbox https://home.example/inbox, or set home.origin in the configuration.",
    );
  return { origin: config.home.origin, path: inbox };
}

const silentJournal: Journal = {
  ...deaf,
  failed(what, error) {
    throw new Error(`while ${what}`, { cause: error });
  },
};
