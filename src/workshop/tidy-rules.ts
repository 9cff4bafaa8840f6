// The house rules that a program can see, each a function from a source file to its complaints.

import { functionsOf, importsOf, lineAt, type Source } from "./tidy-source.ts";

/** An import goes down, never up, never sideways between folders of the same floor. */
export const floors: Readonly<Record<string, number>> = {
  base: 0,
  model: 1,
  engine: 2,
  ports: 2,
  services: 3,
  doors: 4,
  adapters: 4,
  connectors: 4,
  wire: 5,
  embed: 6,
  lab: 6,
  cli: 7,
  workshop: 7,
};

/** A line number, and what is wrong there. */
export interface Complaint {
  readonly line: number;
  readonly wrong: string;
}

type Rule = (source: Source) => Complaint[];

/** Files that stand on any floor, because they hold a room to its promise. */
export function isTest(path: string): boolean {
  return /\.(?:test|contract|fixture)\.ts$|\/(?:testing|stories)\.ts$/.test(path);
}

const linesMax = 400;
const columnsMax = 100;
const functionLinesMax = 60;

export function complaintsAbout(source: Source): string[] {
  const rules = isTest(source.path) ? everywhere : [...everywhere, ...outsideTests];
  return rules
    .flatMap((rule) => rule(source))
    .map(({ line, wrong }) => `${source.path}:${line} ${wrong}`);
}

function belongsToTheTable({ path }: Source): Complaint[] {
  const [folder = ""] = path.replace(/^src\//, "").split("/");
  if (floors[folder] !== undefined || folder.endsWith(".test.ts")) return [];
  return [{ line: 1, wrong: `"${folder}" has no floor: put it into a room of the house` }];
}

function importsGoDown(source: Source): Complaint[] {
  const [folder = ""] = source.path.replace(/^src\//, "").split("/");
  const floor = floors[folder] ?? 0;
  return importsOf(source).flatMap(({ from, line }) => {
    const target = folderOf(source.path, from);
    const below = target === undefined ? undefined : floors[target];
    if (target === undefined || target === folder) return [];
    if (below === undefined) return [{ line, wrong: `imports ${from}, which has no floor` }];
    if (below < floor) return [];
    const way = below === floor ? "sideways" : "up";
    return [{ line, wrong: `imports ${way}: ${folder} must not know ${target}` }];
  });
}

/** The folder of src, or its file, that a relative import leads to. */
function folderOf(path: string, from: string): string | undefined {
  if (!from.startsWith(".")) return undefined;
  const url = new URL(from, `file:///${path}`);
  return url.pathname.startsWith("/src/") ? url.pathname.split("/")[2] : undefined;
}

function isShort({ text }: Source): Complaint[] {
  const lines = text.split("\n");
  // What has no space in it, such as a regular expression, has no place to break.
  const long = lines.flatMap((line, index) =>
    line.length > columnsMax && /\S\s+\S/.test(line)
      ? [{ line: index + 1, wrong: `${line.length} columns, more than ${columnsMax}` }]
      : [],
  );
  if (lines.length - 1 <= linesMax) return long;
  return [...long, { line: 1, wrong: `${lines.length - 1} lines, more than ${linesMax}` }];
}

function hasShortFunctions(source: Source): Complaint[] {
  return functionsOf(source)
    .filter((one) => one.lines > functionLinesMax)
    .map(({ line, lines }) => ({
      line,
      wrong: `a function of ${lines} lines, more than ${functionLinesMax}`,
    }));
}

function isNoBarrel({ code }: Source): Complaint[] {
  const rest = code.replace(/\bexport\s+(?:type\s+)?(?:\*|\{[^}]*\})[^;]*\bfrom\b[^;]*;/g, "");
  const barrel = rest.trim() === "" && code.trim() !== "";
  return barrel ? [{ line: 1, wrong: "a barrel: import things from where they are" }] : [];
}

function isNamedInKebabCase({ path }: Source): Complaint[] {
  const name = path.split("/").at(-1) ?? "";
  const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)+$/.test(name);
  return kebab ? [] : [{ line: 1, wrong: `"${name}" is not kebab-case` }];
}

function saysWhyItIsHere({ text }: Source): Complaint[] {
  const opens = /^(?:#!.*\n)?\s*(?:\/\/|\/\*|import\b)/.test(text);
  return opens ? [] : [{ line: 1, wrong: "does not open with what it is for" }];
}

function forbid(pattern: RegExp, wrong: string, where: (source: Source) => boolean = always): Rule {
  return (source) => {
    if (!where(source)) return [];
    return [...source.code.matchAll(pattern)].map((match) => ({
      line: lineAt(source.text, match.index),
      wrong,
    }));
  };
}

function forbidInComments(pattern: RegExp, wrong: string): Rule {
  return ({ comments, text }) =>
    [...comments.matchAll(pattern)].map((match) => ({ line: lineAt(text, match.index), wrong }));
}

const always = () => true;
const isPure = ({ path }: Source) => /^src\/(?:base|model|engine|ports|services)\//.test(path);
/** A function of the file's own may have that name. */
const fetchesByItself = (source: Source) =>
  isPure(source) && !/\b(?:const|function)\s+fetch\b/.test(source.code);
const isTestFile = ({ path }: Source) => isTest(path);

/** A library's own signature may ask for it, where Biome is told why. */
function isTyped({ code, text }: Source): Complaint[] {
  const lines = text.split("\n");
  return [...code.matchAll(/(?<!\.)\bany\b(?!\s*[(:])/g)]
    .map((match) => ({ line: lineAt(text, match.index), wrong: "`any`" }))
    .filter(({ line }) => !/biome-ignore \S*noExplicitAny: \S/.test(lines[line - 2] ?? ""));
}

function importsNoNode(source: Source): Complaint[] {
  if (!/^src\/(?:base|model|engine)\//.test(source.path)) return [];
  return importsOf(source)
    .filter(({ from }) => from.startsWith("node:"))
    .map(({ from, line }) => ({ line, wrong: `imports ${from}: the engine runs anywhere` }));
}

/** Built, a file is `.js`; imports are rewritten, other addresses are not. */
function namesNoSourceFile({ path, text }: Source): Complaint[] {
  if (path.startsWith("src/workshop/")) return [];
  return [...text.matchAll(/new URL\("[^"]*\.ts", import\.meta\.url\)/g)].map((match) => ({
    line: lineAt(text, match.index),
    wrong: "names a .ts file that is not there once built: use fileBeside",
  }));
}

const everywhere: readonly Rule[] = [
  belongsToTheTable,
  isNamedInKebabCase,
  isShort,
  isNoBarrel,
  forbid(/\bexport\s+default\b|\bas\s+default\b/g, "a default export"),
  forbid(/\bexport\s*\*/g, "exports everything of another file"),
  isTyped,
  forbid(/\benum\s+\w+\s*\{/g, "an enum"),
  forbid(/^\s*@\w+/gm, "a decorator"),
  forbid(
    /\bconstructor\s*\((?:[^){]*,)?\s*(?:public|private|protected|readonly)\s/g,
    "a parameter property",
  ),
  forbid(/\bcatch\s*(?:\([^)]*\)\s*)?\{\s*\}/g, "an empty catch"),
  forbid(/\.catch\(\s*\(\)\s*=>\s*\{\s*\}\s*\)/g, "an empty catch"),
  forbidInComments(/\b(?:TODO|FIXME|XXX)\b(?!.*#\d)/g, "a TODO without an issue's number"),
  forbid(
    /\b(?:test|it|describe|suite|t)\s*\.\s*(?:skip|only|todo)\s*\(/g,
    "a test that does not run",
    isTestFile,
  ),
  forbid(/[{,]\s*(?:skip|only|todo)\s*:/g, "a test that does not run", isTestFile),
];

const outsideTests: readonly Rule[] = [
  saysWhyItIsHere,
  importsGoDown,
  importsNoNode,
  namesNoSourceFile,
  hasShortFunctions,
  forbid(/\bDate\.now\b|\bnew Date\(\s*\)/g, "looks at a clock that is no port", isPure),
  forbid(/\bMath\.random\b/g, "draws chance that is no port", isPure),
  forbid(/(?<![.\w])fetch\(/g, "fetches past the ports", fetchesByItself),
  forbid(/(?<![.\w])(?:process|console)\./g, "touches the process", isPure),
  forbid(
    /\b(?:class|interface|type|function|const)\s+\w*(?:Manager|Helper|Util|Utils|Processor)\b/g,
    "a name that says nothing (Manager, Helper, Util, Processor)",
  ),
];
