// nginx in front of everything: TLS for all names, and the documented way through the gate.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
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
export const documented = join(checkout, "docs/operators/nginx/breakwater.conf");
const forWordPress = join(checkout, "docs/operators/nginx/wordpress.conf");

/** Where the documented file expects gate and home server. */
export const gatePort = portAfter("\\$breakwater");
export const homePort = portAfter("\\$home_server");

function portAfter(name: string): number {
  const line = new RegExp(`set ${name} 127\\.0\\.0\\.1:(\\d+);`).exec(
    readFileSync(documented, "utf8"),
  );
  if (line?.[1] === undefined) throw new Error(`${documented} sets no ${name}`);
  return Number(line[1]);
}

/** One request as nginx saw it. */
export interface Passage {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly status: number;
  /** Addresses that were tried, in order, as nginx writes them: `a : b` when it went round. */
  readonly went: string;
  readonly kind: "rfc9421" | "draft-cavage" | "none";
}

export interface Nginx extends Running {
  /** Every POST to the home server that has ended. */
  readonly posts: () => readonly Passage[];
  /** Those that ended while `act` ran. */
  readonly during: (act: () => Promise<unknown>) => Promise<readonly Passage[]>;
}

/** By the documented file, by that and the one for WordPress, or by neither. */
export type Through = "gate" | "wordpress" | "straight";

/** Starts nginx; `through` says how mail goes to home.test. */
export async function startNginx(through: Through): Promise<Nginx> {
  const folder = join(labFolder, "nginx");
  mkdirSync(folder, { recursive: true });
  const log = join(folder, "access.json");
  writeFileSync(join(folder, "nginx.conf"), configuration(folder, through));
  const command = ["nginx", "-p", folder, "-c", join(folder, "nginx.conf")] as const;
  const server = await start("nginx", command, ports.https);
  const posts = () => postsIn(existsSync(log) ? readFileSync(log, "utf8") : "");
  const during = async (act: () => Promise<unknown>) => {
    const before = posts().length;
    await act();
    // An answer may arrive before its line is written; one worker writes the lines in order.
    await fetch(`https://${homeHost}/-/mark`);
    return posts().slice(before);
  };
  return { ...server, posts, during };
}

function postsIn(log: string): readonly Passage[] {
  const lines = log.split("\n").filter((line) => line !== "");
  const passages = lines
    .map((line) => JSON.parse(line))
    .map((passage): Passage => ({ ...passage, status: Number(passage.status) }));
  return passages.filter(({ method, host }) => method === "POST" && host === homeHost);
}

function configuration(folder: string, through: Through): string {
  return `
daemon off; user root; worker_processes 1; pid ${folder}/pid; error_log stderr;
events {}
http {
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  map $http_signature_input $kind {
    ~. rfc9421;
    default $old_kind;
  }
  map $http_signature $old_kind {
    ~. draft-cavage;
    default none;
  }
  map $http_upgrade $upgrading {
    ~. upgrade;
    default "";
  }
  log_format passage escape=json '{"method":"$request_method","host":"$host",'
    '"path":"$request_uri","status":"$status","went":"$upstream_addr","kind":"$kind"}';
  access_log ${folder}/access.json passage;
  ssl_certificate ${certificate}.crt; ssl_certificate_key ${certificate}.key;
  proxy_set_header Host $host;
  proxy_set_header X-Forwarded-Proto https;
  proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
  server {
    listen 127.0.0.1:${ports.https} ssl default_server;
    location / { proxy_pass http://127.0.0.1:${ports.remoteServers}; }
  }
  server {
    listen 127.0.0.1:${ports.https} ssl;
    server_name ${homeHost};
    ${through === "straight" ? "" : `include ${documented};`}
    ${through === "wordpress" ? `include ${forWordPress};` : ""}
    location = /-/mark { return 204; }
    location / {
      proxy_pass http://127.0.0.1:${homePort};
      proxy_http_version 1.1;
      proxy_set_header Host $host;
      proxy_set_header X-Forwarded-Proto https;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $upgrading;
    }
  }
}
`;
}
