// `demo`, and `start` where no home server is named: the whole gate at work on people
// who do not exist. It shows what happens and then says what was counted.

import { styleText } from "node:util";
import { type EpochMs, isoTime, minute } from "../base/units.ts";
import type { Contact } from "../lab/plan.ts";
import { type Report, reachOf, type Tally } from "../lab/report.ts";
import { runShow, type ShowEvent } from "../lab/show.ts";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import type { Output } from "./output.ts";
import { printable } from "./printable.ts";
import { table } from "./table.ts";
import { fit, padEnd } from "./width.ts";

export interface DemoOptions {
  /** Decides who writes what and when. */
  readonly seed: string;
  /** As fast as it goes, for scripts and tests. */
  readonly fast: boolean;
  /** One event a line, as JSON. */
  readonly json: boolean;
  /** Aborted by Ctrl-C: the summary so far, at once. */
  readonly stopped: AbortSignal;
}

/** Resolves with `done` whenever there was a summary, early or not. */
export async function runDemo(options: DemoOptions, output: Output): Promise<ExitCode> {
  const { seed, fast, json, stopped } = options;
  const tell = json ? jsonTeller(output) : screenTeller(output);
  if (!json) for (const line of welcome(output)) output.line(line);
  const report = await runShow({ seed, paced: !fast, tell, signal: stopped });
  if (json) output.line(JSON.stringify({ event: "summary", seed, ...report }));
  else for (const line of summary(report, options, output)) output.line(line);
  return exitCodes.done;
}

function jsonTeller(output: Output): (event: ShowEvent) => void {
  return (event) => output.line(JSON.stringify(asJson(event)));
}

function asJson(event: ShowEvent): object {
  const at = isoTime(event.at);
  if (event.kind === "chapter") return { event: "chapter", at, chapter: event.chapter };
  const { from, truth, what, reaches, says, activity } = event.contact;
  const contact = { activity: activity.id, from: from.id, truth, what, reaches, says };
  const { because } = event;
  if (event.kind === "judged") {
    return { event: "judged", at, done: event.done, score: event.score, because, ...contact };
  }
  return { event: "moved", at, state: event.state, waitedMs: event.waitedMs, because, ...contact };
}

type Ink = "green" | "magenta" | "red" | "gray" | "bold";

/** Colours for a dark and for a light ground; only ever on a word that says the same. */
function inked(output: Output, ink: Ink, text: string): string {
  return output.colours ? styleText(ink, text, { validateStream: false }) : text;
}

function welcome(output: Output): string[] {
  return [
    "",
    inked(
      output,
      "bold",
      "A DEMONSTRATION: all its people are invented, nothing leaves this machine.",
    ),
    "",
    "Twelve pretend people on a pretend home server; before it Breakwater, on guard.",
    "Pretend servers deliver to it over real HTTP with real signatures; only time is",
    "hurried. First some quiet days, unseen, then a calm hour, then a wave of spam.",
    "",
  ];
}

const chapters = {
  before: "Nine quiet days pass; the gate gets to know who writes here …",
  calm: "A calm Saturday evening",
  wave: "A wave: one text from many hosts, each account new, each post naming five people",
  after: "The wave is over; what settled comes to its end",
} as const;

function screenTeller(output: Output): (event: ShowEvent) => void {
  return (event) => {
    switch (event.kind) {
      case "chapter":
        if (event.chapter !== "before") output.line();
        return output.line(inked(output, "bold", chapters[event.chapter]));
      case "judged":
        return output.line(judgedLine(event, output));
      case "moved":
        return output.line(movedLine(event, output));
    }
  };
}

const inkOf: Readonly<Record<string, Ink>> = {
  accept: "green",
  release: "green",
  settle: "magenta",
  hold: "red",
  reject: "red",
};

const actionOf: Readonly<Record<string, string>> = {
  passed: "accept",
  settling: "settle",
  held: "hold",
  rejected: "reject",
  delivered: "release",
};

function judgedLine(event: ShowEvent & { kind: "judged" }, output: Output): string {
  const { says, what } = event.contact;
  return columns(output, event, event.done, says === "" ? what : says, event.because);
}

function movedLine(event: ShowEvent & { kind: "moved" }, output: Output): string {
  return columns(output, event, event.state, `after ${minutes(event.waitedMs)}`, event.because);
}

/** Time, action, sender, words, reason, within the terminal's width and 79 at the least. */
function columns(
  output: Output,
  { at, contact }: { readonly at: EpochMs; readonly contact: Contact },
  what: string,
  says: string,
  because: string,
): string {
  const action = actionOf[what] ?? what;
  const room = Math.max(79, Math.min(output.width, 120) - 1) - "19:00 release ".length;
  const [who, words] = [Math.floor(room * 0.26), Math.floor(room * 0.25)];
  const why = room - who - words - 2;
  const leaks = contact.truth === "spam" && inkOf[action] === "green";
  const painted = inked(output, leaks ? "red" : (inkOf[action] ?? "gray"), padEnd(action, 7));
  const cell = (text: string, width: number): string => padEnd(fit(printable(text), width), width);
  const reason = inked(output, "gray", fit(printable(because), why));
  const sender = cell(contact.from.handle, who);
  return `${clockTime(at)} ${painted} ${sender} ${cell(says, words)} ${reason}`.trimEnd();
}

function clockTime(at: EpochMs): string {
  return isoTime(at).slice(11, 16);
}

function minutes(ms: number): string {
  return `${Math.max(1, Math.round(ms / minute))} min`;
}

function summary(report: Report, { stopped, seed }: DemoOptions, output: Output): string[] {
  const early = stopped.aborted ? ["Stopped early: this is what had happened until then.", ""] : [];
  return [
    "",
    inked(output, "bold", "What reached people, counted at the pretend home server"),
    "",
    ...early,
    ...figures(report, output),
    "",
    ...inWords(report),
    "",
    inked(output, "bold", "THIS WAS A DEMONSTRATION; nobody in it exists."),
    `Seed ${seed}; the same seed gives the same people, posts and moments.`,
    "",
    "To stand before a real server (at first only watching, it stops nothing):",
    inked(output, "bold", "  npm start -- --upstream http://127.0.0.1:3000"),
    "",
  ];
}

/** The same in sentences, of people instead of posts. */
function inWords({ ordinary, spam }: Report): string[] {
  const wave =
    spam.aimedAt === 0
      ? "The wave had not begun."
      : `The wave meant to notify people ${spam.aimedAt} times, and did ${times(spam.reached)}.`;
  if (ordinary.aimedAt === 0) return [wave];
  return [wave, `Ordinary mail reached ${percent(reachOf(ordinary))} of those it was for.`];
}

function times(count: number): string {
  if (count === 0) return "not once";
  return count === 1 ? "once" : `${count} times`;
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

function figures({ ordinary, spam }: Report, output: Output): string[] {
  const titles = ["", "sent", "at once", "later", "longest wait", "settling", "held", "elsewhere"];
  const aligned = titles.map((title, i) =>
    i === 0 ? { title } : { title, align: "right" as const },
  );
  const row = (name: string, tally: Tally): string[] => [
    name,
    String(tally.sent),
    String(tally.atOnce),
    String(tally.later),
    tally.later === 0 ? "-" : minutes(tally.longestWaitMs),
    String(tally.settling),
    String(tally.held),
    String(tally.elsewhere),
  ];
  return table(aligned, [row("ordinary contacts", ordinary), row("the wave", spam)], output.width);
}
