// Writes docs/config.md from the settings themselves: bin/node src/workshop/config-page.ts

import { writeFileSync } from "node:fs";
import { configMap, type Leaf } from "../services/config-leaves.ts";

/** The page that the settings of this checkout need. */
export function configPage(): string {
  const house = configMap.leaves.filter((leaf) => leaf.path[0] !== "signals");
  return `${intro}
${house.map(entry).join("\n")}
${signalsIntro}`;
}

const intro = `# Settings

Generated from the settings themselves: change \`src/services/config-schema.ts\`, then run
\`bin/node src/workshop/config-page.ts\`.

Breakwater reads one YAML file: the one that \`--config\` or \`BREAKWATER_CONFIG\` names, else
\`breakwater.yaml\` in the working directory, if there is one. An empty file is valid, and only
watches. \`breakwater config init\` writes one with everything in it, \`breakwater config check\`
finds what is wrong with it, and \`breakwater config show\` prints each value with its origin.

- Every setting can also be given in the environment, under the name beside it; that wins over
  the file, and an option on the command line wins over both. There, commas separate a list.
- Times carry units: ms, s, m, h, d. Sizes too: B, KiB, MiB, GiB.
- An unknown key is an error that names the nearest known one. YAML aliases are not read.
- A relative \`state\` in the file begins at the file's folder, elsewhere at the working directory.
- A secret (a password, a token) is taken from the environment or from a file that the setting
  beside it names, prints as \`***\`, and is refused in the settings' own file. A URL with a
  password in it is refused.
- Weights and scores are in decibans: +10 makes spam ten times likelier, −10 ten times less.
- \`breakwater config schema\` prints the file's JSON Schema, for editors that complete and check.

Ports: the gate listens on 127.0.0.1:8090, health and metrics on 127.0.0.1:8091, the
desk on 127.0.0.1:8092, and nothing else listens.
`;

const signalsIntro = `## signals

Each signal has a section under its symbol: \`decibans\`, its weight at full strength, whose sign
can't be turned; \`enabled\`; and settings of its own. [signals.md](signals.md) lists them, and so
does \`breakwater signals\`. In the environment: \`BREAKWATER_SIGNALS_SYMBOL_DECIBANS\`.
`;

function entry(leaf: Leaf): string {
  const standard = leaf.default === undefined ? "none" : `\`${JSON.stringify(leaf.default)}\``;
  return `## ${leaf.name}

${leaf.doc}
Default: ${standard}. Environment: \`${leaf.variable}\`.
`;
}

if (import.meta.main) writeFileSync(new URL("../../docs/config.md", import.meta.url), configPage());
