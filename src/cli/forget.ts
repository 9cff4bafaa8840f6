// `forget`: removes all that is known of an actor, from every store and from a gate that runs.

import { setTimeout as sleep } from "node:timers/promises";
import { Command } from "commander";
import { amount } from "../base/amount.ts";
import { second } from "../base/units.ts";
import type { ActorId } from "../model/ids.ts";
import { endedStates, type KeptSummary } from "../model/kept.ts";
import type { Rule } from "../model/rule.ts";
import type { Ledger } from "../ports/ledger.ts";
import { forgetInRecords } from "../services/record-keeping.ts";
import { saltedHere } from "../services/salted.ts";
import { actorNamed } from "./actor-named.ts";
import { tellFolder } from "./allow.ts";
import { awaitAnswer } from "./await-answer.ts";
import type { Frame } from "./context.ts";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import { type CommonOptions, ending, withConfig, withHelp, withJson, withState } from "./frame.ts";
import { type Output, printJson } from "./output.ts";
import type { Store } from "./parts.ts";
import { printable } from "./printable.ts";
import { withStore } from "./with-store.ts";

export interface ForgetOptions extends CommonOptions {
  readonly dryRun?: boolean;
}

export function forgetCommand(frame: Frame): Command {
  const command = new Command("forget")
    .summary("remove all that is known of an actor")
    .description(
      "Removes what is kept, decided, cached and remembered of an actor, from the disk and from " +
        "the gate that runs. What of it was waiting will not be let in. Rules stand: drop them " +
        "with allow or refuse --drop. What it writes afterwards is a stranger's.",
    )
    .argument("<actor>", "an actor's URL, or its handle where its document is here")
    .option("--dry-run", "only say what would be removed");
  withHelp(withJson(withState(withConfig(command))), "breakwater forget @bob@spam.example");
  return command.action(
    ending(frame, (named: string, options: ForgetOptions) =>
      withStore(frame, options, "complain", async (store, folder) => {
        const code = await runForget(named, options, store, frame.output);
        tellFolder(folder, options, frame.output);
        return code;
      }),
    ),
  );
}

interface Known {
  readonly actor: ActorId;
  readonly kept: readonly KeptSummary[];
  readonly decisions: number;
  readonly documents: number;
  readonly lessons: number;
  readonly rules: readonly Rule[];
}

type Stores = Pick<Store, "ledger" | "documents" | "chronicle" | "lessonBook" | "ownRecords">;

/** Exit code 1 if nothing in the stores was about that actor. */
export async function runForget(
  named: string,
  options: ForgetOptions,
  store: Stores,
  output: Output,
  wait: (ms: number) => Promise<unknown> = sleep,
): Promise<ExitCode> {
  const actor = await actorNamed(named, store.documents);
  const known = await knownOf(actor, store);
  const { ledger, documents, chronicle, lessonBook, ownRecords } = store;
  let gate: GateAnswer = "not asked";
  if (!options.dryRun) {
    await ledger.forgetSender(actor);
    await chronicle.forget(actor);
    await documents.forget(actor);
    await lessonBook.unteach(await saltedHere(actor, ledger));
    await forgetInRecords(ownRecords, actor);
    gate = await gateForgets(actor, ledger, wait);
  }
  if (options.json) printJson(output, asJson(known, gate, options));
  else for (const line of lines(known, gate, options)) output.line(line);
  const found = known.kept.length + known.decisions + known.documents + known.lessons;
  return found === 0 ? exitCodes.no : exitCodes.done;
}

async function knownOf(
  actor: ActorId,
  { ledger, documents, chronicle, lessonBook }: Stores,
): Promise<Known> {
  const [kept, about, cached, lessons, rules] = await Promise.all([
    ledger.of(actor),
    chronicle.about(actor),
    documents.about(actor),
    lessonBook.taughtBy(await saltedHere(actor, ledger)),
    ledger.rules(),
  ]);
  return {
    actor,
    kept,
    decisions: about?.decisions.length ?? 0,
    documents: cached.length,
    lessons: lessons.length,
    rules: rules.filter(({ subject }) => subject.kind === "actor" && subject.actor === actor),
  };
}

type GateAnswer = "not asked" | "done" | "no answer";

const answerTimeMs = 5 * second;

/** The errand stands until a gate does it: one that does not run does it when it starts. */
async function gateForgets(
  actor: ActorId,
  ledger: Ledger,
  wait: (ms: number) => Promise<unknown>,
): Promise<GateAnswer> {
  await ledger.ask({ kind: "forget", about: actor });
  const isDone = async (): Promise<"done" | undefined> => {
    const open = await ledger.errands();
    return open.some((one) => one.kind === "forget" && one.about === actor) ? undefined : "done";
  };
  return (await awaitAnswer(answerTimeMs, isDone, wait)) ?? "no answer";
}

function waiting({ kept }: Known): number {
  return kept.filter(({ state }) => !endedStates.some((ended) => ended === state)).length;
}

function lines(known: Known, gate: GateAnswer, { dryRun }: ForgetOptions): string[] {
  const { actor, kept, decisions, documents, lessons, rules } = known;
  const what = dryRun ? "Would be removed" : "Removed";
  const waits = waiting(known);
  const never = waits === 0 ? "" : `; ${waits} of them waited, and will not be let in`;
  const found = [
    `${what} of ${printable(actor)}:`,
    `  ${amount(kept.length, "kept delivery", "kept deliveries")}${never}`,
    `  ${amount(decisions, "decision", "decisions")} in the log`,
    `  ${amount(documents, "document", "documents")} by or about it`,
    `  ${amount(lessons, "lesson")} that the classifier of words had of it`,
  ];
  if (gate === "done") found.push("The gate that runs has forgotten it too.");
  if (gate === "no answer")
    found.push("No gate answered: what it remembers goes when it is started next.");
  if (rules.length > 0)
    found.push(`A rule on it stands: breakwater ${rules[0]?.decision} ${printable(actor)} --drop`);
  return found;
}

function asJson(known: Known, gate: GateAnswer, { dryRun = false }: ForgetOptions): object {
  const { actor, kept, decisions, documents, lessons, rules } = known;
  const removed = { kept: kept.length, waited: waiting(known), decisions, documents, lessons };
  const standing = rules.map(({ decision }) => decision);
  return { actor, dryRun, ...removed, gate: gate.replace(" ", "-"), rules: standing };
}
