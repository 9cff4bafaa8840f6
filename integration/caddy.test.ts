import { documented, startCaddy } from "./caddy.ts";
import { tellWayRound } from "./way-round.ts";

await tellWayRound({ file: documented, start: startCaddy, noticesAtOnce: true });
