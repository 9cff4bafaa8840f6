// How full the shelf is, for whoever watches over it.

import { Gauge, type Registry } from "prom-client";

/** As much as is shown of it. */
interface Shelf {
  readonly all: { readonly deliveries: number; readonly bytes: number };
  readonly bounds: { readonly all: { readonly deliveries: number; readonly bytes: number } };
  readonly full: number;
}

export function quotasToMetrics(registry: Registry, shelf: () => Shelf): void {
  gauge("breakwater_kept_deliveries", "Deliveries kept with their text", registry, () => {
    return shelf().all.deliveries;
  });
  gauge("breakwater_kept_bytes", "Their size", registry, () => shelf().all.bytes);
  gauge("breakwater_kept_bytes_max", "The most that may be kept in all", registry, () => {
    return shelf().bounds.all.bytes;
  });
  gauge(
    "breakwater_quotas_full",
    "Domains, client networks and views of which no more is kept",
    registry,
    () => shelf().full,
  );
}

function gauge(name: string, help: string, registry: Registry, value: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(value());
    },
  });
}
