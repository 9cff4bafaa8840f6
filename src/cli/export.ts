// `export`: all that is known of an actor, as JSON, for whoever asks what that is; labelled texts
// and the model of words for other servers.

import { setTimeout as sleep } from "node:timers/promises";
import { Command } from "commander";
import { isoTime, second } from "../base/units.ts";
import type { ActorId } from "../model/ids.ts";
import type { Kept } from "../model/kept.ts";
import type { NumberedLesson } from "../model/lesson.ts";
import type { CachedDocument } from "../ports/documents.ts";
import type { Ledger } from "../ports/ledger.ts";
import { saltedHere } from "../services/salted.ts";
import { actorNamed } from "./actor-named.ts";
import { awaitAnswer } from "./await-answer.ts";
import type { Frame } from "./context.ts";
import { Complaint, type ExitCode, exitCodes } from "./exit-code.ts";
import { exportLabels, exportModel } from "./export-words.ts";
import { type CommonOptions, ending, withConfig, withHelp, withState } from "./frame.ts";
import { type Output, printJson } from "./output.ts";
import type { Store } from "./parts.ts";
import { withStore } from "./with-store.ts";

export interface ExportOptions extends CommonOptions {
  readonly labels?: boolean;
  readonly model?: boolean;
  readonly private?: boolean;
}

export function exportCommand(frame: Frame): Command {
  const command = new Command("export")
    .summary("print all that is known of an actor, or what was learned here, as JSON")
    .description(
      "Prints what is kept, decided, cached and remembered of an actor, its private posts among " +
        "it: for the actor itself, when it asks what is known of it. What only the gate that " +
        "runs has in mind is null where none answers. With --labels or --model, what this " +
        "server learned of words, for another one.",
    )
    .argument("[actor]", "an actor's URL, or its handle where its document is here")
    .option("--labels", "public posts that moderators ruled on, as breakwater learn takes them")
    .option("--private", "with --labels: private posts too")
    .option("--model", "what the classifier of words learned here from public posts and files");
  withHelp(withState(withConfig(command)), "breakwater export @bob@remote.example > bob.json");
  return command.action(
    ending(frame, (named: string | undefined, options: ExportOptions) => {
      const { labels, model, private: withPrivate = false } = options;
      if ([named, labels, model].filter((one) => one !== undefined).length !== 1)
        throw new Complaint("name either an actor, or --labels, or --model.");
      if (withPrivate && !labels) throw new Complaint("--private goes with --labels.");
      return withStore(frame, options, "complain", (store) => {
        if (named !== undefined) return runExport(named, store, frame.output);
        const { output } = frame;
        return labels ? exportLabels(withPrivate, store, output) : exportModel(store, output);
      });
    }),
  );
}

/** Exit code 1 if nothing is known. */
export async function runExport(
  named: string,
  {
    ledger,
    documents,
    chronicle,
    lessonBook,
  }: Pick<Store, "ledger" | "documents" | "chronicle" | "lessonBook">,
  output: Output,
  wait: (ms: number) => Promise<unknown> = sleep,
): Promise<ExitCode> {
  const actor = await actorNamed(named, documents);
  const kept = await keptOf(actor, ledger);
  const about = await chronicle.about(actor);
  const cached = await documents.about(actor);
  const rules = (await ledger.rules()).filter(
    ({ subject }) => subject.kind === "actor" && subject.actor === actor,
  );
  const lessons = await lessonBook.taughtBy(await saltedHere(actor, ledger));
  const memory = await gateTells(actor, ledger, wait);
  printJson(output, {
    actor,
    kept: kept.map(keptAsJson),
    decisions: about?.decisions ?? [],
    since: about?.since ?? null,
    documents: cached.map(documentAsJson),
    rules,
    lessons: lessons.map(lessonAsJson),
    memory,
  });
  const found = kept.length + cached.length + rules.length + lessons.length;
  return found === 0 && about === undefined ? exitCodes.no : exitCodes.done;
}

async function keptOf(actor: ActorId, ledger: Ledger): Promise<readonly Kept[]> {
  const found: Kept[] = [];
  for (const { receipt } of await ledger.of(actor)) {
    const kept = await ledger.find(receipt);
    if (kept !== undefined) found.push(kept);
  }
  return found;
}

/** Bodies as text: they are JSON on the wire. */
function keptAsJson({ delivery, answer, ...kept }: Kept): object {
  const body = new TextDecoder().decode(delivery.body);
  const status = answer?.kind === "answered" ? answer.status : null;
  return { ...kept, delivery: { ...delivery, body }, answer: status };
}

function documentAsJson({ url, fetchedAt, outcome }: CachedDocument): object {
  return { url, fetchedAt: new Date(fetchedAt).toISOString(), ...outcome };
}

/** No word can be read in it. */
function lessonAsJson({ about, label, at, features }: NumberedLesson): object {
  return { about, label, at: isoTime(at), bytes: features.length };
}

const answerTimeMs = 5 * second;

async function gateTells(
  actor: ActorId,
  ledger: Ledger,
  wait: (ms: number) => Promise<unknown>,
): Promise<unknown> {
  const errand = { kind: "tell", about: actor } as const;
  await ledger.ask(errand);
  const answer = await awaitAnswer(answerTimeMs, () => ledger.takeAnswer(errand), wait);
  if (answer !== undefined) return JSON.parse(answer) as unknown;
  await ledger.answerErrand(errand, undefined);
  return null;
}
