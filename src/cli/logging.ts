// The log: JSON lines for machines, one tidy line each for people.

import { type Logger, pino } from "pino";
import { type Colour, type Output, paint } from "./output.ts";
import { printable } from "./printable.ts";
import { shortSender } from "./short-sender.ts";
import { fit, padEnd } from "./width.ts";

export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** Pretty where a person watches, JSON with RFC 3339 times otherwise. */
export function makeLogger(output: Output, level: LogLevel): Logger {
  const write = output.interactive
    ? (line: string) => output.line(prettyLine(line, output))
    : (line: string) => output.write(line);
  const formatters = { level: (label: string) => ({ level: label }) };
  const timestamp = () => `,"at":"${new Date().toISOString()}"`;
  return pino({ level, base: null, timestamp, formatters }, { write });
}

const colourOf = { debug: "gray", info: "green", warn: "yellow", error: "red" } as const;

/** `21:04:07 WARN  message key=value`; whatever strangers wrote into it is made printable. */
export function prettyLine(json: string, output: Output): string {
  const { at, level, msg, err, ...rest } = JSON.parse(json) as Record<string, unknown>;
  if (msg === "judged") return judgedLine(String(at).slice(11, 19), rest, output);
  const label = String(level);
  const colour = label in colourOf ? colourOf[label as keyof typeof colourOf] : "red";
  const time = String(at).slice(11, 19);
  const pairs = Object.entries(rest).map(([key, value]) => `${key}=${shown(value)}`);
  if (isError(err)) pairs.push(`error=${shown(err.message)}`);
  const words = [
    paint(output, "gray", time),
    paint(output, colour, label.toUpperCase().padEnd(5)),
    printable(typeof msg === "string" ? msg : ""),
    paint(output, "gray", pairs.join(" ")),
  ];
  return words.filter((word) => word !== "").join(" ");
}

const colourOfAction: Readonly<Record<string, Colour>> = {
  accept: "green",
  flag: "cyan",
  settle: "yellow",
  hold: "red",
  reject: "red",
};

/** `21:04:07 settle watched   bob@spam.example   +1.5 nobody knows it`: no wider than it is. */
function judgedLine(time: string, fields: Record<string, unknown>, output: Output): string {
  const action = printable(textIn(fields["action"]));
  const done = printable(textIn(fields["done"]));
  const score = typeof fields["score"] === "number" ? fields["score"].toFixed(1) : "";
  const before = [
    time,
    padEnd(action, 6),
    padEnd(done, 8),
    padEnd(fit(shortSender(textIn(fields["actor"])), 26), 26),
    score.padStart(5),
  ];
  const room = Math.max(12, output.width - before.join(" ").length - 1);
  const reason = fit(printable(strongestReason(fields["evidence"])), room);
  const ink = colourOfAction[action];
  if (ink !== undefined) before[1] = paint(output, ink, before[1] ?? "");
  return [paint(output, "gray", time), ...before.slice(1), paint(output, "gray", reason)]
    .join(" ")
    .trimEnd();
}

function textIn(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Evidence comes strongest first. */
function strongestReason(evidence: unknown): string {
  if (!Array.isArray(evidence)) return "";
  const [first] = evidence as readonly unknown[];
  if (typeof first !== "object" || first === null || !("because" in first)) return "";
  return String(first.because);
}

function isError(value: unknown): value is { readonly message: string } {
  return typeof value === "object" && value !== null && "message" in value;
}

function shown(value: unknown): string {
  if (typeof value === "string" && /^[^\s"=]+$/.test(value)) return printable(value);
  return printable(JSON.stringify(value) ?? "undefined");
}
