// `learn`: texts that an operator has labelled teach the classifier of words; and going back.

import { Command } from "commander";
import { amount } from "../base/amount.ts";
import { after, day, type EpochMs, isoTime, parseTime } from "../base/units.ts";
import { type Lesson, type LessonDay, lessonsMax } from "../model/lesson.ts";
import type { LessonBook } from "../ports/lesson-book.ts";
import type { Spoken } from "../services/labelled-texts.ts";
import { lessonsIn } from "../services/lessons-in.ts";
import { seedHere } from "../services/salted.ts";
import type { Frame } from "./context.ts";
import { Complaint, type ExitCode, exitCodes } from "./exit-code.ts";
import { type CommonOptions, ending, withConfig, withHelp, withJson, withState } from "./frame.ts";
import { type Output, printJson } from "./output.ts";
import type { Store } from "./parts.ts";
import { printable } from "./printable.ts";
import { withProgress } from "./progress.ts";
import { readLines, shownName } from "./read-input.ts";
import { table } from "./table.ts";
import { wrap } from "./width.ts";
import { withStore } from "./with-store.ts";

export interface LearnOptions extends CommonOptions {
  readonly dryRun?: boolean;
  readonly days?: boolean;
  readonly restore?: string;
}

export function learnCommand(frame: Frame): Command {
  const command = new Command("learn")
    .summary("teach the classifier of words, or go back to what it knew")
    .description(
      'Learns from labelled texts, a line each: {"text": "…", "label": "spam"}, with "author" ' +
        'and "campaign" where they are known. All of the file or none of it. A gate that runs ' +
        "knows it within seconds. Texts are not kept, only what the classifier makes of them.",
    )
    .argument("[file]", "a .jsonl or .jsonl.gz file; - for standard input")
    .option("--dry-run", "only say what would change: how much of the file would be recognised")
    .option("--days", "on which days something was learned, from rulings and files")
    .option("--restore <day>", "forget what was learned after that day; latest: know all again");
  withHelp(withJson(withState(withConfig(command))), "breakwater learn labelled.jsonl --dry-run");
  return command.action(
    ending(frame, (file: string | undefined, options: LearnOptions) => {
      const chosen = [file, options.days, options.restore].filter((one) => one !== undefined);
      if (chosen.length !== 1)
        throw new Complaint("name either a file, or --days, or --restore and a day.");
      return withStore(frame, options, "complain", (store) =>
        runLearn(file, options, store, frame),
      );
    }),
  );
}

/** Exit code 1 if there is nothing to show or to learn. */
export async function runLearn(
  file: string | undefined,
  options: LearnOptions,
  { ledger, lessonBook }: Pick<Store, "ledger" | "lessonBook">,
  frame: Pick<Frame, "input" | "directory" | "output" | "now">,
): Promise<ExitCode> {
  const { output } = frame;
  if (options.dryRun && file === undefined)
    throw new Complaint("--dry-run goes with a file; --days shows what --restore goes back to.");
  if (options.restore !== undefined) return restore(options.restore, options, lessonBook, output);
  if (file === undefined) return showDays(options, lessonBook, output);
  const taught = await readFile(file, await seedHere(ledger), frame);
  if (taught.lessons.length === 0 && !options.json)
    output.line(`There is nothing to learn in ${shownName(file)}: no line of it has a text.`);
  else if (options.dryRun) await sayWhatWouldChange(taught, options, lessonBook, output);
  else {
    await lessonBook.teach(taught.lessons);
    if (options.json) printJson(output, { learned: true, ...countsOf(taught) });
    else say(output, `Learned ${inWords(taught)}. A gate that runs knows it within seconds.`);
  }
  return taught.lessons.length === 0 ? exitCodes.no : exitCodes.done;
}

interface Taught {
  readonly lines: number;
  readonly lessons: readonly Lesson[];
}

/** More lines than lessons: a campaign is one. Chosen by us, so that a mistake ends early. */
const linesMax = 100_000;

async function readFile(
  file: string,
  seed: string,
  frame: Pick<Frame, "input" | "directory" | "output" | "now">,
): Promise<Taught> {
  // Not with every command: it brings what is shipped to learn with.
  const { collectLessons, labelledText } = await import("../services/labelled-texts.ts");
  const collector = collectLessons(seed, frame.now());
  let lines = 0;
  await withProgress(file, frame, async (watch) => {
    for await (const line of readLines(file, frame)) {
      lines++;
      watch(line.length + 1);
      if (lines > linesMax) throw tooLong(file, `${linesMax} lines`);
      if (line.trim() === "") continue;
      const text = labelledText(line);
      const added = text.ok ? collector.add(text.value) : text;
      if (!added.ok)
        throw new Complaint(
          `${shownName(file)}:${lines}: ${printable(added.error.because)}. Nothing was learned.`,
        );
    }
  });
  const lessons = collector.lessons();
  if (lessons.length > lessonsMax.file) throw tooLong(file, `${lessonsMax.file} lessons`);
  return { lines, lessons };
}

function tooLong(file: string, bound: string): Complaint {
  return new Complaint(
    `${shownName(file)} has more than ${bound}, which is all that is kept: name a part of it.`,
  );
}

function countsOf({ lines, lessons }: Taught) {
  const spam = lessons.filter(({ label }) => label === "spam").length;
  return { lines, lessons: lessons.length, spam, ham: lessons.length - spam };
}

function inWords(taught: Taught): string {
  const { lines, spam, ham } = countsOf(taught);
  return `${amount(lines, "line")}: ${amount(spam, "lesson")} of spam and ${ham} of ham`;
}

async function sayWhatWouldChange(
  taught: Taught,
  { json }: LearnOptions,
  book: LessonBook,
  output: Output,
): Promise<void> {
  const { measureLessons } = await import("../services/labelled-texts.ts");
  const { before, after } = await measureLessons(taught.lessons, lessonsIn(book));
  const counts = countsOf(taught);
  if (json) {
    printJson(output, { learned: false, ...counts, before, after });
    return;
  }
  output.line(`Would learn ${inWords(taught)}.\n`);
  const shares = ({ spam, ham }: Spoken) => [share(spam, counts.spam), share(ham, counts.ham)];
  const columns = [
    { title: "SPAM_WORDS would speak of" },
    { title: "spam", align: "right" },
    { title: "ham", align: "right" },
  ] as const;
  const rows = [
    ["as it is now", ...shares(before)],
    ["afterwards", ...shares(after)],
  ];
  for (const line of table(columns, rows, output.width)) output.line(line);
  output.line("\nAfterwards: each half of it, by what is known and what the other half teaches.");
}

function share(count: number, all: number): string {
  return all === 0 ? "–" : `${((100 * count) / all).toFixed(1)} %`;
}

async function restore(
  word: string,
  { json }: LearnOptions,
  book: LessonBook,
  output: Output,
): Promise<ExitCode> {
  const until = untilEndOf(word);
  const aside = await book.goBackTo(until);
  if (json) printJson(output, { until: until === undefined ? null : isoTime(until), aside });
  else if (until === undefined) output.line("All that was ever learned is known again.");
  else
    say(
      output,
      `Knows what it knew at the end of ${word}; set aside: ${amount(aside, "later lesson")}. ` +
        "What it learns from now on counts. Back again: breakwater learn --restore latest",
    );
  return exitCodes.done;
}

function say(output: Output, text: string): void {
  for (const line of wrap(text, output.width)) output.line(line);
}

/** Undefined: no end. */
function untilEndOf(word: string): EpochMs | undefined {
  if (word === "latest") return undefined;
  const start = /^\d{4}-\d\d-\d\d$/.test(word) ? parseTime(word) : undefined;
  // 31 February would be a day in March.
  if (start === undefined || isoTime(start).slice(0, 10) !== word)
    throw new Complaint(`"${printable(word)}" is no day: write one as 2026-11-20, or latest.`);
  return after(start, day);
}

async function showDays(
  { json }: LearnOptions,
  book: LessonBook,
  output: Output,
): Promise<ExitCode> {
  const days = await book.days();
  if (json) printJson(output, days.map(dayAsJson));
  else if (days.length === 0)
    output.line("Nothing was learned here yet; it knows what is shipped.");
  else for (const line of daysTable(days, output)) output.line(line);
  return days.length === 0 ? exitCodes.no : exitCodes.done;
}

function dayAsJson({ startsAt, ...counts }: LessonDay): object {
  return { day: isoTime(startsAt).slice(0, 10), ...counts };
}

function daysTable(days: readonly LessonDay[], output: Output): readonly string[] {
  const columns = [
    { title: "day" },
    { title: "spam", align: "right" },
    { title: "ham", align: "right" },
    { title: "set aside", align: "right" },
  ] as const;
  const rows = days.map(({ startsAt, spam, ham, aside }) => [
    isoTime(startsAt).slice(0, 10),
    ...[spam, ham, aside].map(String),
  ]);
  return table(columns, rows, output.width);
}
