// Every page of the desk, with an example for each gap in its address: what tests and pictures
// go through, so that no page can be forgotten.

import { routes } from "../../doors/desk/routes.ts";
import type { DeskStage } from "../../lab/desk/stage.ts";

export interface Place {
  /** As the page's route has it: `/cases/:case`. */
  readonly route: string;
  readonly path: string;
  /** Of a file, without its ending. */
  readonly name: string;
}

/** Values for gaps, by the gap's name. */
type Examples = Readonly<Record<string, string>>;

/** Not documents: they answer scripts, or never end. */
const notPages: readonly string[] = ["/sign-in/home", "/sign-in/home/back"];

/** Throws where a page's address has a gap that nobody wrote an example for. */
export async function placesOf(stage: DeskStage): Promise<readonly Place[]> {
  const examples = await examplesFrom(stage);
  return routes
    .filter(({ method, path }) => method === "GET" && !notPages.includes(path))
    .map(({ path: route }) => ({ route, path: filled(route, examples), name: nameOf(route) }));
}

function filled(route: string, examples: Examples): string {
  return route.replace(/:(\w+)(?:\{[^}]*\})?/g, (_gap, name: string) => {
    const example = examples[name];
    if (example === undefined) throw new Error(`${route} needs an example for ${name}: places.ts`);
    return encodeURIComponent(example);
  });
}

function nameOf(route: string): string {
  const words = route.replace(/[^a-z-]+/gi, " ").trim();
  return words === "" ? "now" : words.replaceAll(" ", "-");
}

/** The largest case, and one delivery of it. */
async function examplesFrom({ gate, clock }: DeskStage): Promise<Examples> {
  const waiting = ["settling", "held"] as const;
  const cases = await gate.ledger.cases(waiting, 20, clock.now());
  const [largest] = cases.toSorted((a, b) => b.kept - a.kept);
  if (largest === undefined) throw new Error("nothing lies on this desk");
  const [member] = await gate.ledger.ofCase(largest.campaign, waiting, 1);
  if (member === undefined) throw new Error("a case without a delivery");
  const { receipt, sender } = member;
  return {
    case: largest.campaign,
    receipt,
    actor: sender,
    host: new URL(sender).hostname,
    symbol: "REPEATED_LINK",
    language: "en",
  };
}
