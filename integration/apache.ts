// Apache in front of home.test, with the documented file and the modules that it asks for.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
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
export const documented = join(checkout, "docs/operators/apache/breakwater.conf");

export async function startApache(): Promise<Running> {
  const folder = join(labFolder, "apache");
  mkdirSync(folder);
  const file = join(folder, "apache.conf");
  writeFileSync(file, configuration(folder));
  return await start("apache", ["apache2", "-f", file, "-DFOREGROUND"], ports.https);
}

/** As `a2enmod` would load them: what each needs stands in its .load file. */
function modules(): string {
  const asked = /a2enmod ([a-z_ ]+)/.exec(readFileSync(documented, "utf8"))?.[1] ?? "";
  const all = ["mpm_event", "authz_core", "socache_shmcb", "ssl", "slotmem_shm"];
  return [...all, ...asked.trim().split(" ")]
    .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
    .join("\n");
}

function configuration(folder: string): string {
  return `
ServerRoot ${folder}
DefaultRuntimeDir ${folder}
PidFile ${folder}/pid
ErrorLog /dev/stderr
User www-data
Group www-data
${modules()}
Listen 127.0.0.1:${ports.https}
<VirtualHost 127.0.0.1:${ports.https}>
    ServerName ${homeHost}
    SSLEngine on
    SSLCertificateFile ${certificate}.crt
    SSLCertificateKeyFile ${certificate}.key
    Include ${documented}
    ProxyPass "/" "http://127.0.0.1:3000/" nocanon mapping=encoded upgrade=websocket
</VirtualHost>
`;
}
