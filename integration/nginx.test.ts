import { documented, startNginx } from "./nginx.ts";
import { tellWayRound } from "./way-round.ts";

await tellWayRound({
  file: documented,
  start: () => startNginx("gate"),
  noticesAtOnce: true,
});
