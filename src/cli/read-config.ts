// The configuration as a command sees it: file, environment and options, or a complaint.

import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { secretOf } from "../base/secret.ts";
import type { LoadedConfig, NotifySettings, ShadowConfig } from "../services/config.ts";
import { loadConfig } from "../services/config.ts";
import { type ConfigProblem, describeSource } from "../services/config-given.ts";
import type { Context } from "./context.ts";
import { Complaint } from "./exit-code.ts";
import { printable } from "./printable.ts";

export const usualConfigFile = "breakwater.yaml";

/** `config` names the file; the others are settings by their names. */
export interface ConfigOptions {
  readonly config?: string | undefined;
  readonly settings?: Readonly<Record<string, string | undefined>>;
}

type Place = Pick<Context, "environment" | "directory">;

/** Throws a Complaint that lists every problem, each with its place. */
export async function readConfig(options: ConfigOptions, place: Place): Promise<LoadedConfig> {
  const file = await configFile(options.config, place);
  const { environment } = place;
  const loaded = loadConfig({ file, environment, flags: options.settings ?? {} });
  if (!loaded.ok) throw new Complaint(problemLines(loaded.error));
  const base = baseOf(loaded.value, file?.name, place.directory);
  const { state } = loaded.value.config;
  const shadow = await readShadow(loaded.value.config.shadow, base("shadow"));
  const notify = await readSecrets(loaded.value.config.notify, base);
  const config = Object.freeze({
    ...loaded.value.config,
    state: resolve(base("state"), state),
    ...{ shadow, notify },
  });
  return { ...loaded.value, config };
}

/** The named file must exist; the usual one may be missing. */
async function configFile(named: string | undefined, { environment, directory }: Place) {
  const name = named ?? environment["BREAKWATER_CONFIG"];
  if (name) return { name, text: await readText(resolve(directory, name), name) };
  const text = await readText(resolve(directory, usualConfigFile)).catch(() => undefined);
  return text === undefined ? undefined : { name: usualConfigFile, text };
}

async function readText(path: string, name = path): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new Complaint(`can't read the configuration ${printable(name)}: ${whyNot(error)}.`);
  }
}

/** A file's error in words. */
export function whyNot(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EACCES" || code === "EPERM") return "you have no right to";
  if (code === "EISDIR") return "it is a folder";
  if (code === "EEXIST") return "it exists already";
  return error instanceof Error ? printable(error.message) : "unknown error";
}

/** A path in a file begins where the file is; elsewhere where the command was given. */
function baseOf({ shown }: LoadedConfig, file: string | undefined, directory: string) {
  return (setting: string): string => {
    const source = shown.find((one) => one.name === setting)?.source;
    const inFile = source?.kind === "file" && file !== undefined;
    return inFile ? dirname(resolve(directory, file)) : directory;
  };
}

/** Without the end of line that an editor left. */
async function readSecrets(
  { allow, email, ntfy }: NotifySettings,
  base: (setting: string) => string,
): Promise<NotifySettings> {
  const read = async (setting: string, file: string | undefined) => {
    if (file === undefined) return undefined;
    const text = (await readText(resolve(base(setting), file), file)).trimEnd();
    if (text !== "" && text.length <= secretLengthMax) return secretOf(text);
    throw new Complaint(`${setting}: ${printable(file)} holds no secret of one to 1024 letters.`);
  };
  const password = await read("notify.email.password_file", email.passwordFile);
  const token = await read("notify.ntfy.token_file", ntfy.tokenFile);
  return Object.freeze({
    allow,
    email: { ...email, password: password ?? email.password },
    ntfy: { ...ntfy, token: token ?? ntfy.token },
  });
}

const secretLengthMax = 1024;

/** A whole configuration by itself: neither environment nor options reach into it. */
async function readShadow(
  shadow: ShadowConfig | undefined,
  base: string,
): Promise<ShadowConfig | undefined> {
  if (shadow === undefined) return undefined;
  const text = await readText(resolve(base, shadow.file), shadow.file);
  const loaded = loadConfig({ file: { name: shadow.file, text } });
  if (!loaded.ok) throw new Complaint(problemLines(loaded.error));
  return { file: shadow.file, policy: loaded.value.config.policy };
}

function problemLines(problems: readonly ConfigProblem[]): string {
  const lines = problems.map((one) => `${describeSource(one.source)}: ${one.problem}`);
  return lines.map(printable).join("\n");
}
