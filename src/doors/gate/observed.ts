// What the gate tells of itself, as numbers and log lines.

import type { Logger } from "pino";
import { Counter, Histogram, type Registry } from "prom-client";
import type { GateObserver } from "./observer.ts";

export function gateObserver(registry: Registry, log: Logger): GateObserver {
  const registers = [registry];
  const requests = new Histogram({
    name: "breakwater_gate_request_seconds",
    help: "Requests through the gate, from the end of their header fields to the end of the answer",
    labelNames: ["way"],
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30],
    registers,
  });
  const troubles = new Counter({
    name: "breakwater_gate_troubles_total",
    help: "Requests that ended badly, by who was to blame",
    labelNames: ["kind"],
    registers,
  });
  // A counter that appears with its first trouble has no increase that an alert could see.
  for (const kind of ["upstream", "ours", "malformed"] as const) troubles.inc({ kind }, 0);
  return {
    ended({ way, ms }) {
      requests.observe({ way }, ms / 1000);
    },
    trouble(trouble) {
      troubles.inc({ kind: trouble.kind });
      switch (trouble.kind) {
        case "upstream":
          return log.warn(trouble, "the home server gave no answer");
        case "ours":
          return log.error({ err: trouble.error, receipt: trouble.receipt }, "a mistake of ours");
        case "malformed":
          return log.debug({ code: trouble.code }, "not HTTP as we read it");
      }
    },
  };
}
