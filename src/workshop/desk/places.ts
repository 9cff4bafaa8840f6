// Every page of the desk, with an example for each gap in its address: what tests and pictures
// go through, so that no page can be forgotten.

import { routes } from "../../doors/desk/routes.ts";
import type { DeskStage } from "../../lab/desk/stage.ts";
import type { WrittenRule } from "../../model/admin-rule.ts";
import { writeRule } from "../../services/admin-rules.ts";
import { openStore } from "../../wire/store.ts";

export interface Place {
  /** As the page's route has it: `/cases/:case`. */
  readonly route: string;
  readonly path: string;
  /** Of a file, without its ending. */
  readonly name: string;
  /** The first example for its page; the others differ in what attackers wrote. */
  readonly isFirst: boolean;
}

/** Values for gaps, by the gap's name: a page is gone through with each. */
type Examples = Readonly<Record<string, readonly string[]>>;

/** Not documents, since they answer scripts or never end; and what recipients alone may open. */
const notWalked: readonly string[] = [
  ...["/now/events", "/cases/news"],
  ...["/sign-in/home", "/sign-in/home/back"],
  ...["/mine", "/mine/:receipt"],
];

/** Throws where a page's address has a gap that nobody wrote an example for. */
export async function placesOf(stage: DeskStage): Promise<readonly Place[]> {
  const examples = await examplesFrom(stage);
  return routes
    .filter(({ method, path }) => method === "GET" && !notWalked.includes(path))
    .flatMap(({ path: route }) => placesAt(route, examples));
}

function placesAt(route: string, examples: Examples): readonly Place[] {
  const gap = /:(\w+)(?:\{[^}]*\})?/.exec(route);
  const name = nameOf(route);
  if (gap === null) return [{ route, path: route, name, isFirst: true }];
  const [whole, named = ""] = gap;
  const values = examples[named];
  if (values === undefined) throw new Error(`${route} needs an example for ${named}: places.ts`);
  return values.map((value, index) => {
    const path = route.replace(whole, encodeURIComponent(value));
    const isFirst = index === 0;
    return { route, path, name: isFirst ? name : `${name}-${index + 1}`, isFirst };
  });
}

function nameOf(route: string): string {
  const words = route.replace(/[^a-z-]+/gi, " ").trim();
  return words === "" ? "now" : words.replaceAll(" ", "-");
}

/** Every case, the largest first, and one delivery of each with who sent it. */
async function examplesFrom(stage: DeskStage): Promise<Examples> {
  const { gate, clock } = stage;
  const waiting = ["settling", "held"] as const;
  const cases = (await gate.ledger.cases(waiting, 20, clock.now())).toSorted(
    (a, b) => b.kept - a.kept,
  );
  const members = await Promise.all(
    cases.map(({ campaign }) => gate.ledger.ofCase(campaign, waiting, 1)),
  );
  const kept = members.flat();
  if (kept.length === 0) throw new Error("nothing lies on this desk");
  return {
    case: cases.map(({ campaign }) => campaign),
    receipt: kept.map(({ receipt }) => receipt),
    actor: kept.map(({ sender }) => sender),
    host: kept.map(({ sender }) => new URL(sender).hostname),
    rule: [await ruleOn(stage)],
    symbol: ["REPEATED_LINK"],
    language: ["en"],
  };
}

/** Written as an admin would, and still in the shadow. */
async function ruleOn({ gate, clock }: DeskStage): Promise<string> {
  const { ownRecords, close } = await openStore(gate.state);
  const hand = { by: "lab", at: clock.now(), through: "command" } as const;
  const none = { spam: 0, ham: 0, kept: 0, passed: 0 };
  const trial = { at: clock.now(), looked: { ...none, kept: 40 }, hit: none, code: "shop" };
  const rule = await writeRule(ownRecords, { written: shopRule, trial, byItself: false }, hand);
  await close();
  if (!rule.ok) throw new Error(rule.error);
  return rule.value.id;
}

const shopRule: WrittenRule = {
  pattern: { kind: "words", text: "summer sale" },
  reach: "first",
  acts: [],
  recipient: undefined,
  does: "hold",
  note: "the wave of Saturday",
  expiresAt: undefined,
};
