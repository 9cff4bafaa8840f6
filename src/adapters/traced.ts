// A delivery as a trace: its way through the gate, and in it each call to a part. Loaded only
// where traces are wanted; without them no call goes through here.
//
//   receive ─┬─ authenticate ── fetch
//            ├─ memory.acquaint, memory.witness …
//            ├─ ledger.keep …
//            └─ upstream
//
// A trace leaves the machine: it holds names of ours, numbers and receipts, and nothing that a
// stranger wrote, no host and no actor.

import {
  context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from "@opentelemetry/api";
import type { Receipt } from "../model/ids.ts";
import type { UpstreamAnswer } from "../model/kept.ts";
import { deaf, type Journal } from "../ports/journal.ts";
import type { FetchAnswer, Network } from "../ports/network.ts";
import type { Passage } from "../ports/passage.ts";
import type { Ports } from "../ports/ports.ts";
import type { Upstream } from "../ports/upstream.ts";
import type { Gatekeeper } from "../services/admit.ts";

/** Puts a span around what each part does. */
export interface Tracing {
  network<T extends Network>(part: T): T;
  upstream<T extends Upstream & Passage>(part: T): T;
  ports(ports: Ports): Ports;
  gatekeeper(part: Gatekeeper): Gatekeeper;
  /** Verdicts, as attributes of the span that they were reached in. */
  readonly journals: readonly Journal[];
}

/** Deliveries between `admit` and `passedOn`; what is beyond is traced no further. */
const openMax = 10_000;

export function makeTracing(tracer: Tracer): Tracing {
  const open = new Map<Receipt, Span>();
  return {
    network: (part) => spanning(tracer, part, { get: "fetch" }, tellFetched),
    upstream: (part) => passing(tracer, open, part),
    ports: (ports) => ({
      ...ports,
      memory: spanning(tracer, ports.memory, memoryCalls),
      ledger: spanning(tracer, ports.ledger, ledgerCalls),
      authenticator: spanning(tracer, ports.authenticator, { authenticate: "authenticate" }),
      directory: spanning(tracer, ports.directory, { profile: "directory.profile" }),
    }),
    gatekeeper: (part) => receiving(tracer, open, part),
    journals: [verdictOnSpan],
  };
}

const memoryCalls = {
  acquaint: "memory.acquaint",
  witness: "memory.witness",
  repeats: "memory.repeats",
  record: "memory.record",
  answered: "memory.answered",
};

const ledgerCalls = {
  keep: "ledger.keep",
  rejudge: "ledger.rejudge",
  claim: "ledger.claim",
  finish: "ledger.finish",
  withdraw: "ledger.withdraw",
};

/** The span of each method that is worth one. */
type Names = Readonly<Record<string, string>>;
type Tell<T> = (span: Span, answer: T) => void;

/** The same part; calls of these methods are spans wherever a delivery is being traced. */
function spanning<T extends object>(tracer: Tracer, part: T, names: Names, tell?: Tell<never>): T {
  return new Proxy(part, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== "function") return value;
      const call = (...given: readonly unknown[]): unknown => Reflect.apply(value, target, given);
      const name = typeof key === "string" ? names[key] : undefined;
      if (name === undefined) return call;
      return (...given: readonly unknown[]) =>
        trace.getActiveSpan() === undefined
          ? call(...given)
          : within(tracer.startSpan(name), async () => call(...given) as never, tell);
    },
  });
}

/** Runs it inside the span, which ends with it. */
async function within<T>(span: Span, work: () => Promise<T>, tell?: Tell<T>): Promise<T> {
  try {
    const answer = await context.with(trace.setSpan(context.active(), span), work);
    tell?.(span, answer);
    return answer;
  } catch (error) {
    // Its name is ours; its words may be somebody else's.
    const message = error instanceof Error ? error.name : "unknown";
    span.setStatus({ code: SpanStatusCode.ERROR, message });
    throw error;
  } finally {
    span.end();
  }
}

function receiving(tracer: Tracer, open: Map<Receipt, Span>, part: Gatekeeper): Gatekeeper {
  return {
    standsAside: () => part.standsAside(),

    async admit(delivery) {
      const attributes = {
        "breakwater.receipt": delivery.receipt,
        "http.request.body.size": delivery.body.byteLength,
      };
      const options = { kind: SpanKind.SERVER, attributes };
      const span = tracer.startSpan("receive", options, ROOT_CONTEXT);
      const inside = trace.setSpan(ROOT_CONTEXT, span);
      const admission = await context.with(inside, () => part.admit(delivery));
      span.setAttribute("breakwater.admission", admission.do);
      if (admission.do === "pass" && open.size < openMax) open.set(delivery.receipt, span);
      else span.end();
      return admission;
    },

    async passedOn(delivery, answer) {
      const span = open.get(delivery.receipt);
      open.delete(delivery.receipt);
      if (span === undefined) return await part.passedOn(delivery, answer);
      tellAnswered(span, answer);
      const inside = trace.setSpan(ROOT_CONTEXT, span);
      await context.with(inside, () => part.passedOn(delivery, answer));
      span.end();
    },
  };
}

/** The door asks when `admit` is over, so the trace is found by the receipt. */
function passing<T extends Upstream & Passage>(
  tracer: Tracer,
  open: ReadonlyMap<Receipt, Span>,
  part: T,
): T {
  const kind = SpanKind.CLIENT;
  const traced: Upstream & Pick<Passage, "relay"> = {
    relay(delivery) {
      const received = open.get(delivery.receipt);
      if (received === undefined) return part.relay(delivery);
      const span = tracer.startSpan("upstream", { kind }, trace.setSpan(ROOT_CONTEXT, received));
      return within(span, () => part.relay(delivery), tellAnswered);
    },
    deliver(delivery) {
      const attributes = { "breakwater.receipt": delivery.receipt };
      const span = tracer.startSpan("release", { kind, attributes }, ROOT_CONTEXT);
      return within(span, () => part.deliver(delivery), tellAnswered);
    },
  };
  return new Proxy(part, {
    get(target, key) {
      if (key === "relay" || key === "deliver") return traced[key];
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

function tellAnswered(span: Span, answer: UpstreamAnswer): void {
  if (answer.kind === "answered") span.setAttribute("http.response.status_code", answer.status);
  else span.setStatus({ code: SpanStatusCode.ERROR, message: answer.kind });
}

function tellFetched(span: Span, { kind }: FetchAnswer): void {
  span.setAttribute("breakwater.fetched", kind);
}

const verdictOnSpan: Journal = {
  ...deaf,
  judged(_, { action, path, score }, done) {
    trace.getActiveSpan()?.setAttributes({
      "breakwater.action": action,
      "breakwater.path": path,
      "breakwater.score": score,
      "breakwater.done": done,
    });
  },
  failed(what) {
    trace.getActiveSpan()?.addEvent("failed", { "breakwater.what": what });
  },
};
