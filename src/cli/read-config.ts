// The configuration as a command sees it: file, environment and options, or a complaint.

import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Config, LoadedConfig } from "../services/config.ts";
import { loadConfig } from "../services/config.ts";
import { describeSource } from "../services/config-given.ts";
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
  if (!loaded.ok) {
    const lines = loaded.error.map((one) => `${describeSource(one.source)}: ${one.problem}`);
    throw new Complaint(lines.map(printable).join("\n"));
  }
  return { ...loaded.value, config: withFolder(loaded.value, file?.name, place.directory) };
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

/** A folder named in a file begins where the file is; elsewhere where the command was given. */
function withFolder(loaded: LoadedConfig, file: string | undefined, directory: string): Config {
  const source = loaded.shown.find((one) => one.name === "state")?.source;
  const inFile = source?.kind === "file" && file !== undefined;
  const base = inFile ? dirname(resolve(directory, file)) : directory;
  return Object.freeze({ ...loaded.config, state: resolve(base, loaded.config.state) });
}
