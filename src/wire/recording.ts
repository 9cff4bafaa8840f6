// What a recording needs of the house.

import type { Logger } from "pino";
import { recordingFiles } from "../adapters/recording-files.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Config } from "../services/config.ts";
import type { HomeServerWatch } from "../services/home-server.ts";
import type { Header, Recorder } from "../services/recorder.ts";
import { makeRecordings, type Recordings } from "../services/recordings.ts";

interface RecordingHouse {
  readonly config: Config;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly log: Logger;
  readonly watch: HomeServerWatch;
  readonly recorder: Recorder;
}

export function openRecordings({ config, watch, log, ...parts }: RecordingHouse): Recordings {
  return makeRecordings({
    ...parts,
    files: recordingFiles,
    header: () => headerOf(config, watch),
    say: (fields, sentence) => log.info(fields, sentence),
  });
}

/** Where its actors live may not be known; then any URL of its own may be one. */
function headerOf({ home }: Config, watch: HomeServerWatch): Header | undefined {
  const host = watch.publicHost();
  const origin = home.origin ?? (host === undefined ? undefined : `https://${host}`);
  if (origin === undefined) return undefined;
  const { software } = watch.profile();
  return { origin, actors: home.actors ?? `${origin}/`, software };
}
