import { documented, startApache } from "./apache.ts";
import { tellWayRound } from "./way-round.ts";

// It looks once a second whether the gate's port refuses.
await tellWayRound({ file: documented, start: startApache, noticesAtOnce: false });
