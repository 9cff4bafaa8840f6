// Traces, where an operator wants them: OpenTelemetry over HTTP. Off, which is usual, nothing of
// it is loaded, and the parts stay as they were.

import { setTimeout } from "node:timers/promises";
import type { Tracing } from "../adapters/traced.ts";
import { second } from "../base/units.ts";
import type { Config } from "../services/config.ts";

export type Traces = Tracing & {
  /** Sends what is left. */
  close(): Promise<void>;
};

/** Traces are wanted, and what sends them is not installed. The message says what to do. */
export class TracesMissing extends Error {
  override readonly name = "TracesMissing";
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Rejects with TracesMissing. */
export async function openTraces(
  settings: Config["traces"],
  environment: Environment = process.env,
): Promise<Traces> {
  const { endpoint, share } = settings;
  if (endpoint === undefined && !isAskedFor(environment)) return none;
  const { api, hooks, exporting, resources, sdk } = await load();
  const { makeTracing } = await import("../adapters/traced.ts");
  api.context.setGlobalContextManager(new hooks.AsyncLocalStorageContextManager().enable());
  // Without a url the exporter reads OTEL_EXPORTER_OTLP_* itself, headers among them.
  const exporter = new exporting.OTLPTraceExporter(endpoint === undefined ? {} : { url: endpoint });
  const name = environment["OTEL_SERVICE_NAME"] ?? "breakwater";
  const provider = new sdk.TracerProvider({
    resource: resources.resourceFromAttributes({ "service.name": name }),
    sampler: new sdk.TraceIdRatioBasedSampler(share),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter })],
  });
  const tracing = makeTracing(provider.getTracer("breakwater"));
  return { ...tracing, close: () => atMost(closeMs, provider.shutdown()) };
}

/** Nobody waits longer for a gate to end because its traces find no taker. */
const closeMs = second;

async function atMost(ms: number, work: Promise<void>): Promise<void> {
  const over = new AbortController();
  const late = setTimeout(ms, undefined, { signal: over.signal }).catch(() => undefined);
  await Promise.race([work.catch(() => undefined), late]);
  over.abort();
}

const none: Traces = {
  network: (part) => part,
  upstream: (part) => part,
  ports: (ports) => ports,
  gatekeeper: (part) => part,
  journals: [],
  close: () => Promise.resolve(),
};

/** OpenTelemetry's own variables, as everything that knows it reads them. */
function isAskedFor(environment: Environment): boolean {
  if (environment["OTEL_SDK_DISABLED"]?.toLowerCase() === "true") return false;
  if (environment["OTEL_TRACES_EXPORTER"] === "none") return false;
  const { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: own, OTEL_EXPORTER_OTLP_ENDPOINT: all } = environment;
  return Boolean(own ?? all);
}

async function load() {
  try {
    const [api, hooks, exporting, resources, sdk] = await Promise.all([
      import("@opentelemetry/api"),
      import("@opentelemetry/context-async-hooks"),
      import("@opentelemetry/exporter-trace-otlp-http"),
      import("@opentelemetry/resources"),
      import("@opentelemetry/sdk-trace"),
    ]);
    return { api, hooks, exporting, resources, sdk };
  } catch (error) {
    const packages = ["context-async-hooks", "exporter-trace-otlp-http", "resources", "sdk-trace"];
    const names = packages.map((name) => `@opentelemetry/${name}`).join(" ");
    throw new TracesMissing(
      `Traces are asked for, and the packages that send them are missing: npm install ${names}`,
      { cause: error },
    );
  }
}
