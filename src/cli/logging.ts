// The log: JSON lines for machines, one tidy line each for people.

import { type Logger, pino } from "pino";
import { type Output, paint } from "./output.ts";
import { printable } from "./printable.ts";

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

function isError(value: unknown): value is { readonly message: string } {
  return typeof value === "object" && value !== null && "message" in value;
}

function shown(value: unknown): string {
  if (typeof value === "string" && /^[^\s"=]+$/.test(value)) return printable(value);
  return printable(JSON.stringify(value) ?? "undefined");
}
