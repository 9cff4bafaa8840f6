// What `export` gives away of words: texts with the labels that moderators gave them, or the model.

import { amount } from "../base/amount.ts";
import { lessonsIn } from "../services/lessons-in.ts";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import { type Output, printJson } from "./output.ts";
import type { Store } from "./parts.ts";

/** JSON lines that `learn` takes. Exit code 1 if there are none. */
export async function exportLabels(
  withPrivate: boolean,
  { ledger, lessonBook }: Pick<Store, "ledger" | "lessonBook">,
  output: Output,
): Promise<ExitCode> {
  const { exportedLabel } = await import("../services/exported-words.ts");
  const left = { private: 0, gone: 0 };
  let count = 0;
  for await (const page of lessonsIn(lessonBook)) {
    for (const lesson of page) {
      if (lesson.from !== "ruling") continue;
      const isLeft = !lesson.isPublic && !withPrivate;
      const kept =
        isLeft || lesson.receipt === undefined ? undefined : await ledger.find(lesson.receipt);
      const label = kept && exportedLabel(lesson, kept);
      if (isLeft) left.private++;
      else if (label === undefined) left.gone++;
      else {
        output.line(JSON.stringify(label));
        count++;
      }
    }
  }
  if (left.gone > 0) output.aside(`Of ${amount(left.gone, "ruling")} the text is gone.`);
  if (left.private > 0)
    output.aside(`${amount(left.private, "private post")} left out: add --private for them.`);
  if (count > 0) return exitCodes.done;
  output.aside(nothing(withPrivate ? "post" : "public post"));
  return exitCodes.no;
}

function nothing(what: string): string {
  return `There is nothing to give away: no ruling here is on a ${what} whose text is still kept.`;
}

/** Exit code 1 if nothing was learned here that may leave. */
export async function exportModel(
  { lessonBook }: Pick<Store, "lessonBook">,
  output: Output,
): Promise<ExitCode> {
  const { exportedModel } = await import("../services/exported-words.ts");
  const model = await exportedModel(lessonsIn(lessonBook));
  printJson(output, model);
  if (model.lessons > 0) return exitCodes.done;
  output.aside("This model is empty: nothing was learned here yet from public posts or files.");
  return exitCodes.no;
}
