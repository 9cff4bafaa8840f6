// The journal as Prometheus counters. Labels are ours alone: nothing a stranger writes becomes one.

import { Counter, type Registry } from "prom-client";
import type { Journal } from "../ports/journal.ts";

export function journalToMetrics(registry: Registry): Journal {
  const registers = [registry];
  const deliveries = new Counter({
    name: "breakwater_deliveries_total",
    help: "Deliveries judged, by verdict, path and what was done with them",
    labelNames: ["action", "path", "done"],
    registers,
  });
  const evidence = new Counter({
    name: "breakwater_evidence_total",
    help: "Symbols that spoke, on judged deliveries",
    labelNames: ["symbol"],
    registers,
  });
  const unreadable = new Counter({
    name: "breakwater_unreadable_total",
    help: "Bodies at an inbox that could not be read, by reason",
    labelNames: ["reason"],
    registers,
  });
  const knocks = new Counter({
    name: "breakwater_knocks_total",
    help: "Deliveries told to knock again with another kind of signature, by their kind",
    labelNames: ["signature"],
    registers,
  });
  const moved = new Counter({
    name: "breakwater_kept_moves_total",
    help: "Moves of kept deliveries, by the state they came to",
    labelNames: ["state"],
    registers,
  });
  const answers = new Counter({
    name: "breakwater_home_server_answers_total",
    help: "Answers of the home server to deliveries, by class (2xx … 5xx, unreachable)",
    labelNames: ["class"],
    registers,
  });
  const failures = new Counter({
    name: "breakwater_failures_total",
    help: "Failures of ours or of a port, by what was being done",
    labelNames: ["what"],
    registers,
  });
  return {
    judged(_, { action, path, evidence: spoke }, done) {
      deliveries.inc({ action, path, done });
      if (path === "judged") for (const { symbol } of spoke) evidence.inc({ symbol });
    },
    unreadable: (_, error) => unreadable.inc({ reason: error.kind }),
    knocked: (_, signature) => knocks.inc({ signature }),
    moved: (_, state) => moved.inc({ state }),
    answered(_, answer) {
      const known =
        answer.kind === "answered" ? `${Math.trunc(answer.status / 100)}xx` : "unreachable";
      answers.inc({ class: known });
    },
    failed: (what) => failures.inc({ what }),
  };
}
