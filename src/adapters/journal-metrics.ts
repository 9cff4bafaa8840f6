// The journal as Prometheus counters. Labels are ours alone: nothing a stranger writes becomes one.

import { Counter, type Registry } from "prom-client";
import { keptStates } from "../model/kept.ts";
import type { Journal } from "../ports/journal.ts";

export function journalToMetrics(registry: Registry): Journal {
  const counter = (name: string, help: string, ...labelNames: string[]) =>
    new Counter({ name, help, labelNames, registers: [registry] });
  const deliveries = counter(
    "breakwater_deliveries_total",
    "Deliveries judged, by verdict, path and what was done with them",
    "action",
    "path",
    "done",
  );
  const evidence = counter(
    "breakwater_evidence_total",
    "Symbols that spoke, on judged deliveries",
    "symbol",
  );
  const shadowed = counter(
    "breakwater_shadow_verdicts_total",
    "Contacts weighed under the shadow configuration too, by both verdicts",
    "action",
    "shadow",
  );
  const unreadable = counter(
    "breakwater_unreadable_total",
    "Bodies at an inbox that could not be read, by reason",
    "reason",
  );
  const knocks = counter(
    "breakwater_knocks_total",
    "Deliveries told to knock again with another kind of signature, by their kind",
    "signature",
  );
  const answers = counter(
    "breakwater_home_server_answers_total",
    "Answers of the home server to deliveries, by class (2xx … 5xx, unreachable)",
    "class",
  );
  const failures = counter(
    "breakwater_failures_total",
    "Failures of ours or of a port, by what was being done",
    "what",
  );
  return {
    judged(_, { action, path, evidence: spoke }, done) {
      deliveries.inc({ action, path, done });
      if (path === "judged") for (const { symbol } of spoke) evidence.inc({ symbol });
    },
    shadowed: (_, { action }, shadow) => shadowed.inc({ action, shadow: shadow.action }),
    unreadable: (_, error) => unreadable.inc({ reason: error.kind }),
    knocked: (_, signature) => knocks.inc({ signature }),
    ...keptToMetrics(registry),
    recalled: () => undefined,
    repeated: () => undefined,
    answered(_, answer) {
      const known =
        answer.kind === "answered" ? `${Math.trunc(answer.status / 100)}xx` : "unreachable";
      answers.inc({ class: known });
    },
    failed: (what) => failures.inc({ what }),
  };
}

function keptToMetrics(registry: Registry): Pick<Journal, "moved" | "overQuota" | "unreached"> {
  const registers = [registry];
  const moved = new Counter({
    name: "breakwater_kept_moves_total",
    help: "Moves of kept deliveries, by the state they came to",
    labelNames: ["state"],
    registers,
  });
  const unreached = new Counter({
    name: "breakwater_unreached_total",
    help: "Held deliveries whose last way in has closed: nobody was notified of them",
    registers,
  });
  const overQuota = new Counter({
    name: "breakwater_over_quota_total",
    help: "Deliveries that there was no room to keep, by the quota, and what was done with them",
    labelNames: ["quota", "did"],
    registers,
  });
  // A counter that appears with its first move has no increase that an alert could see.
  for (const state of keptStates) moved.inc({ state }, 0);
  return {
    overQuota: (_, quota, did) => overQuota.inc({ quota, did }),
    moved: (_, state) => moved.inc({ state }),
    unreached: () => unreached.inc(),
  };
}
