// A process that is watched, and hangs or not, as its argument says.

import { startWatchdog } from "./watchdog.ts";

const limitMs = 400;
const watchdog = startWatchdog(limitMs);
if (process.argv[2] === "hang") {
  setTimeout(() => {
    for (;;);
  }, limitMs);
} else {
  // Busy, but never for as long as the limit.
  for (let round = 0; round < 12; round++) {
    const until = performance.now() + limitMs / 4;
    while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await watchdog.stop();
  process.stdout.write("through\n");
}
