// An admin's rule made ready to be matched, or a sentence that says what is wrong with it.

import { urlLengthMax } from "../../base/limits.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { PatternKind, RulePattern } from "../../model/admin-rule.ts";
import { hostOf } from "../../model/ids.ts";
import { domainOf } from "../text/domain.ts";
import { saysEnough } from "../text/keys.ts";
import { compileExpression } from "./expression.ts";
import { findFuzzy, fuzzyPhraseOf } from "./fuzzy.ts";
import { lettersOfPattern, matchesName, namePatternOf } from "./name-pattern.ts";
import {
  isDense,
  needleOf,
  type OpenEdges,
  plainText,
  wordsOf,
  wordsWithDigits,
} from "./rule-text.ts";
import type { Sight } from "./sight.ts";

export interface CompiledPattern {
  /** In the one spelling that it is kept in. */
  readonly pattern: RulePattern;
  /** A word without which the text is not met, so that most need not be searched. */
  readonly word?: string | undefined;
  /** Of an expression, what it costs; 0 for all else. */
  readonly steps: number;
  /** What of a contact it meets, for a sentence; undefined if nothing. */
  find(sight: Sight): string | undefined;
}

/** What such a rule met are words of the post, not of the rule. */
export function quotesTheirs({ kind }: RulePattern): boolean {
  return kind === "expression" || kind === "fuzzy";
}

/** The error says what to do instead. Pure; never throws, whatever the text. */
export function compilePattern({ kind, text }: RulePattern): Result<CompiledPattern, string> {
  const wanted = text.trim().toWellFormed();
  if (wanted === "") return err("the pattern is empty");
  if (wanted.length > urlLengthMax) return err("the pattern is too long");
  return compilers[kind](wanted);
}

type Compiler = (text: string) => Result<CompiledPattern, string>;

const compilers: Readonly<Record<PatternKind, Compiler>> = {
  words: compileWords,
  fuzzy: compileFuzzy,
  expression: compileOne,
  link: (text) => compileHost("link", text),
  host: (text) => compileHost("host", text),
  actor: compileActor,
  name: compileName,
};

/** Characters of a phrase; chosen by us. */
const phraseMax = 200;

/** Of a phrase that is looked for inexactly, and of a name. Chosen by us. */
const [fuzzyLettersMin, nameLettersMin] = [5, 4];

function compileWords(text: string): Result<CompiledPattern, string> {
  if (text.startsWith("@")) return compileHandle(text);
  const { bare, ...edges } = edgesOf(text);
  const counts = /\p{Nd}/u.test(bare);
  const phrase = counts ? wordsWithDigits(bare) : wordsOf(bare);
  const wrong = whyNoPhrase(phrase, bare, 3);
  if (wrong !== undefined) return err(wrong);
  const needle = needleOf(phrase, edges);
  const isWhole = !counts && needle === phrase;
  return ok({
    pattern: { kind: "words", text },
    word: isWhole ? phrase.trim().split(" ", 1)[0] : undefined,
    steps: 0,
    find: (sight) => {
      const where = counts ? sight.digits() : sight.words();
      return where.includes(needle) ? phrase.trim() : undefined;
    },
  });
}

/** `casino*` is whatever begins so. */
function edgesOf(text: string): OpenEdges & { readonly bare: string } {
  const [opens, ends] = [text.startsWith("*"), text.endsWith("*")];
  return { opens, ends, bare: text.replace(/^\*+|\*+$/g, "") };
}

/** Somebody named, by a mention or in plain words. */
function compileHandle(text: string): Result<CompiledPattern, string> {
  const handle = text.slice(1).toLowerCase();
  const phrase = wordsOf(handle);
  const wrong = whyNoPhrase(phrase, handle, 3);
  if (wrong !== undefined) return err(wrong);
  return ok({
    pattern: { kind: "words", text: `@${handle}` },
    steps: 0,
    find: (sight) => {
      if (sight.named().has(handle)) return `@${handle}`;
      return sight.words().includes(phrase) ? `@${handle}` : undefined;
    },
  });
}

function whyNoPhrase(phrase: string, text: string, lettersMin: number): string | undefined {
  if (text.length > phraseMax) return `a phrase may have ${phraseMax} characters`;
  const letters = phrase.replace(/[^\p{L}\p{M}\p{N}]/gu, "").length;
  const least = isDense(phrase) ? Math.min(2, lettersMin) : lettersMin;
  if (letters >= least) return undefined;
  return `a phrase needs ${least} letters or more; for signs and emoji write an expression`;
}

function compileFuzzy(text: string): Result<CompiledPattern, string> {
  const phrase = wordsOf(text);
  const wrong = whyNoPhrase(phrase, text, fuzzyLettersMin);
  if (wrong !== undefined) return err(wrong);
  if (isDense(phrase) && phrase.trim().length < fuzzyLettersMin && !saysEnough(phrase.trim()))
    return err("where no spaces are written a fuzzy phrase needs five letters or more");
  const fuzzy = fuzzyPhraseOf(phrase);
  const find = (sight: Sight) => findFuzzy(fuzzy, sight);
  return ok({ pattern: { kind: "fuzzy", text }, steps: 0, find });
}

function compileOne(text: string): Result<CompiledPattern, string> {
  const compiled = compileExpression(text);
  if (!compiled.ok) return compiled;
  const { find, steps } = compiled.value;
  return ok({
    pattern: { kind: "expression", text },
    steps,
    find: (sight) => find(sight.shown()) ?? find(sight.words()),
  });
}

/** A whole domain covers every host below it; a host below one is meant alone. */
function compileHost(kind: "link" | "host", text: string): Result<CompiledPattern, string> {
  const named = plainText(text).replace(/^(?:\*?\.)+/, "");
  const isUrl = /^https?:\/\//i.test(named);
  if (!isUrl && !/^[^\s/?#@\\]+\.[^\s/?#@\\]+$/.test(named))
    return err("a host is needed, such as spam.example, without a path");
  const host = hostOf(isUrl ? named : `https://${named}`);
  if (host === undefined) return err("a host is needed, such as spam.example");
  if (isUrl && new URL(named).pathname.length > 1)
    return err(`only the host of an address counts: write ${host}, or an expression`);
  if (isSuffix(host)) return err(`${host} is a suffix that many share: name a host below it`);
  const find =
    kind === "link"
      ? (sight: Sight) => (sight.hosts().has(host) ? host : undefined)
      : ({ sender }: Sight) =>
          sender.proven && (sender.host === host || sender.domain === host) ? host : undefined;
  return ok({ pattern: { kind, text: host }, steps: 0, find });
}

/** What stands below it belongs to many: `co.uk`, `github.io`. */
function isSuffix(host: string): boolean {
  const isAddress = host.startsWith("[") || !/[a-z]/.test(host);
  return !isAddress && domainOf(host) === host && domainOf(`below.${host}`) !== host;
}

function compileActor(text: string): Result<CompiledPattern, string> {
  if (hostOf(text) === undefined || !/^https?:\/\/[^/]+\/./i.test(text))
    return err("an actor is named by its URL, such as https://spam.example/users/bob");
  return ok({
    pattern: { kind: "actor", text },
    steps: 0,
    find: ({ sender }) => (sender.proven && sender.actor === text ? text : undefined),
  });
}

function compileName(text: string): Result<CompiledPattern, string> {
  if (text.length > phraseMax) return err(`a name may have ${phraseMax} characters`);
  const name = namePatternOf(text);
  if (lettersOfPattern(name) < nameLettersMin && !isDense(text))
    return err(`a name pattern needs ${nameLettersMin} letters beside * and #`);
  if (name.pieces.length === 0) return err("a name pattern needs letters beside * and #");
  return ok({
    pattern: { kind: "name", text },
    steps: 0,
    find: (sight) => sight.names().find((one) => matchesName(one, name)),
  });
}
