// Caddy in front of home.test, with the documented file and otherwise as short as Caddy allows.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  certificate,
  checkout,
  homeHost,
  labFolder,
  ports,
  type Running,
  start,
} from "./network.ts";

/** What operators include; used here to the letter. */
export const documented = join(checkout, "docs/operators/caddy/breakwater.caddy");

export async function startCaddy(): Promise<Running> {
  const folder = join(labFolder, "caddy");
  mkdirSync(folder);
  const file = join(folder, "Caddyfile");
  writeFileSync(file, configuration);
  const command = ["caddy", "run", "--adapter", "caddyfile", "--config", file] as const;
  // Its own certificates and its last configuration would go to the home folder.
  const env = { XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  return await start("caddy", command, ports.https, env);
}

const configuration = `{
  admin off
  auto_https off
}
https://${homeHost} {
  bind 127.0.0.1
  tls ${certificate}.crt ${certificate}.key
  import ${documented}
  reverse_proxy 127.0.0.1:3000
}
`;
